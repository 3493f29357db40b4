import type { AppError } from '../../../shared/kernel/app-error.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { TokenTrouble } from '../ports/token.ts';
import type { TokenState } from '../ports/store.ts';
import { reach, type Inbox } from './inbox.ts';

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

const UNKNOWN_WORTH = {
  kind: null,
  appId: null,
  scopes: null,
  expiresAtMs: null,
  dataAccessExpiresAtMs: null,
  instagram: null,
} as const;

/**
 * Asks the platform what an account's token is worth and keeps the answer. A token that does not
 * work any more is an answer too. Errors: those of `reach`, and what kept it from being asked.
 */
export async function checkToken(
  inbox: Inbox,
  accountId: string,
  signal: AbortSignal,
): Promise<Result<TokenState, AppError>> {
  const reached = await reach(inbox, accountId);
  if (!reached.ok) return reached;
  const { connector, remote } = reached.value;
  const asked = await inbox.turns.run(accountId, () => connector.inspect(remote, signal));
  if (!asked.ok && asked.error.code !== 'token_dead') return asked;
  const before = inbox.store.tokenState(accountId);
  const state: TokenState = {
    ...(asked.ok ? asked.value : (before ?? UNKNOWN_WORTH)),
    accountId,
    checkedAtMs: inbox.clock.now(),
    trouble: asked.ok ? null : troubleOf(asked.error),
  };
  // Disconnected while it was asked: nothing is kept of it.
  if (inbox.store.account(accountId) === null) return ok(state);
  inbox.store.setTokenState(state);
  inbox.changes.publish({ type: 'accounts', ids: [accountId] });
  return asked.ok ? ok(state) : err(asked.error);
}

/** Why a token is dead, as far as the platform told. */
export function troubleOf(error: AppError): TokenTrouble {
  const told = error.details?.['trouble'];
  return typeof told === 'string' && TROUBLES.has(told) ? (told as TokenTrouble) : 'invalid';
}

/** Whether a token, or the right to the data behind it, ends within a week. */
export function endsSoon(token: TokenState | null, nowMs: number): boolean {
  const ends = [token?.expiresAtMs, token?.dataAccessExpiresAtMs];
  return ends.some((atMs) => typeof atMs === 'number' && atMs - nowMs <= EXPIRES_SOON_MS);
}
