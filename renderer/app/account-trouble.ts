import type { AccountView } from '../../shared/contract/channel-schemas.ts';
import type { ErrorCode } from '../../shared/kernel/app-error.ts';
import { lackOf, type Lack } from '../state/account-facts.ts';

/** What keeps accounts from being read, the worst first; the window says one thing at a time. */
export type AccountTrouble =
  /** `throughMs`: what is on the screen is complete up to here; null: an account was never read. */
  | { readonly kind: 'offline'; readonly throughMs: number | null }
  | { readonly kind: 'token'; readonly account: AccountView }
  /** A mailbox whose password or login is no longer taken. */
  | { readonly kind: 'mailbox'; readonly account: AccountView; readonly code: 'login' | 'password' }
  | {
      readonly kind: 'throttled';
      readonly account: AccountView;
      readonly untilMs: number | null;
    }
  | {
      readonly kind: 'permission';
      readonly account: AccountView;
      readonly lack: Lack;
    }
  | { readonly kind: 'usage'; readonly account: AccountView };

/** What a person alone can put right at a mailbox. */
const SHUT: ReadonlySet<ErrorCode> = new Set(['token_dead', 'secret_missing', 'secret_sealed']);

/** Returns what the window has to say of its accounts, or null while all of them are read. */
export function accountTrouble(
  accounts: readonly AccountView[],
  online: boolean,
): AccountTrouble | null {
  if (accounts.length === 0) return null;
  if (!online) return { kind: 'offline', throughMs: readThrough(accounts) };
  const dead = accounts.find(({ token }) => token.trouble !== null || token.kind === 'user');
  if (dead !== undefined) return { kind: 'token', account: dead };
  const shut = accounts.find(
    ({ mailbox, health }) => mailbox !== null && SHUT.has(health.error?.code ?? 'internal'),
  );
  if (shut !== undefined) {
    const code = shut.mailbox?.login === 'oauth' ? 'login' : 'password';
    return { kind: 'mailbox', account: shut, code };
  }
  const held = accounts.find(({ spend }) => spend.pace === 'held');
  if (held !== undefined) {
    return { kind: 'throttled', account: held, untilMs: held.spend.heldUntilMs };
  }
  for (const account of accounts) {
    const lack = lackOf(account);
    if (lack !== null) return { kind: 'permission', account, lack };
  }
  const near = accounts.find(({ spend }) => spend.pace === 'open_only');
  return near === undefined ? null : { kind: 'usage', account: near };
}

/** The least well read account speaks for all. */
function readThrough(accounts: readonly AccountView[]): number | null {
  const reads = accounts.map(({ health }) => health.lastReadAtMs);
  return reads.includes(null) ? null : Math.min(...reads.map((atMs) => atMs ?? 0));
}
