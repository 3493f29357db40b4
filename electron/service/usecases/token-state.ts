import type { AppError } from '../../../shared/kernel/app-error.ts';
import type { TokenState } from '../ports/store.ts';
import type { TokenTrouble } from '../ports/token.ts';
import type { Inbox } from './inbox.ts';

/** A token that ends within this time is worth a warning. */
const EXPIRES_SOON_MS = 7 * 86_400_000;

const TROUBLES: ReadonlySet<string> = new Set<TokenTrouble>([
  'app_removed',
  'checkpoint',
  'password_changed',
  'expired',
  'role_lost',
  'invalid',
]);

/** Why a token is dead, as far as the platform told. */
export function troubleOf(error: AppError): TokenTrouble {
  const told = error.details?.['trouble'];
  return typeof told === 'string' && TROUBLES.has(told) ? (told as TokenTrouble) : 'invalid';
}

/** Returns what is kept of an account's token; nothing is known of one that was never asked. */
export const tokenStateOf = ({ store }: Inbox, accountId: string): TokenState =>
  store.tokenState(accountId) ?? {
    accountId,
    kind: null,
    appId: null,
    scopes: null,
    expiresAtMs: null,
    dataAccessExpiresAtMs: null,
    instagram: null,
    checkedAtMs: 0,
    trouble: null,
  };

/** Keeps why the token does not work, or that it does; what it is worth stays as it was told. */
export function noteTrouble(inbox: Inbox, accountId: string, trouble: TokenTrouble | null): void {
  const before = tokenStateOf(inbox, accountId);
  if (before.trouble !== trouble) inbox.store.setTokenState({ ...before, trouble });
}

/** Whether a token, or the right to the data behind it, ends within a week. */
export function endsSoon(token: TokenState | null, nowMs: number): boolean {
  const ends = [token?.expiresAtMs, token?.dataAccessExpiresAtMs];
  return ends.some((atMs) => typeof atMs === 'number' && atMs - nowMs <= EXPIRES_SOON_MS);
}
