import type { AccountView } from '../../shared/contract/channel-schemas.ts';
import { lackOf, type Lack } from '../state/account-facts.ts';

/** What keeps accounts from being read, the worst first; the window says one thing at a time. */
export type AccountTrouble =
  /** `throughMs`: what is on the screen is complete up to here; null: an account was never read. */
  | { readonly kind: 'offline'; readonly throughMs: number | null }
  | { readonly kind: 'token'; readonly account: AccountView }
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

/** Returns what the window has to say of its accounts, or null while all of them are read. */
export function accountTrouble(
  accounts: readonly AccountView[],
  online: boolean,
): AccountTrouble | null {
  if (accounts.length === 0) return null;
  if (!online) return { kind: 'offline', throughMs: readThrough(accounts) };
  const dead = accounts.find(({ token }) => token.trouble !== null || token.kind === 'user');
  if (dead !== undefined) return { kind: 'token', account: dead };
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
