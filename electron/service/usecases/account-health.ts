import type { AppError, ErrorCode } from '../../../shared/kernel/app-error.ts';
import type { AccountHealth, AccountRow } from '../ports/store.ts';
import type { Inbox } from './inbox.ts';
import { askedWaitMs } from './retry.ts';
import { noteTrouble, troubleOf } from './token-state.ts';

const MINUTE_MS = 60_000;
/** When the platform asks for quiet and does not say for how long: doubling up to an hour. */
const QUIET_MS = 15 * MINUTE_MS;
const LONGEST_QUIET_MS = 60 * MINUTE_MS;

/** Failures of the account, not of what was read: nothing else of it can be read now either. */
const OF_ACCOUNT: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'offline',
  'throttled',
  'blocked',
  'token_dead',
  'wrong_token_kind',
  'secret_missing',
  'secret_sealed',
]);

/** These do not pass by themselves: the token must be looked at, or a new one be given. */
const OF_TOKEN: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'token_dead',
  'wrong_token_kind',
  'secret_missing',
  'secret_sealed',
]);

/** Whether a failure says that nothing of the account can be read now. */
export const stopsAccount = ({ code }: AppError): boolean => OF_ACCOUNT.has(code);

/** Whether a failure says that the account's token does not do. */
export const stopsToken = ({ code }: AppError): boolean => OF_TOKEN.has(code);

/** Whether the platform asked to be left alone. */
export const asksForQuiet = ({ code }: AppError): boolean =>
  code === 'throttled' || code === 'blocked';

/**
 * Keeps that nothing of an account can be read, and why. A platform that asks for quiet gets it: as
 * long as it says, else a quarter of an hour, twice as long each time, up to an hour.
 */
export function accountFailed(
  inbox: Inbox,
  account: AccountRow,
  startedAtMs: number,
  error: AppError,
): void {
  const health = inbox.store.health(account.id);
  const heldUntilMs = asksForQuiet(error) ? quietUntilMs(health, error, inbox.clock.now()) : null;
  inbox.store.setHealth({ ...health, lastAttemptAtMs: startedAtMs, error, heldUntilMs });
  if (error.code === 'token_dead') noteTrouble(inbox, account.id, troubleOf(error));
}

function quietUntilMs(before: AccountHealth, error: AppError, nowMs: number): number {
  const again = before.error !== null && asksForQuiet(before.error);
  const lastMs = again ? (before.heldUntilMs ?? 0) - (before.lastAttemptAtMs ?? 0) : 0;
  const usualMs = Math.min(LONGEST_QUIET_MS, Math.max(QUIET_MS, 2 * lastMs));
  return nowMs + (askedWaitMs(error) ?? usualMs);
}

/**
 * Keeps that the account answers. `whole`: its posts were read to the end. A read that was under way
 * when the platform asked for quiet takes nothing of that back.
 */
export function accountAnswered(
  inbox: Inbox,
  account: AccountRow,
  { startedAtMs, whole }: { readonly startedAtMs: number; readonly whole: boolean },
): void {
  const health = inbox.store.health(account.id);
  const isHeld = (health.heldUntilMs ?? 0) > inbox.clock.now();
  inbox.store.setHealth({
    ...health,
    lastReadAtMs: whole ? startedAtMs : health.lastReadAtMs,
    lastAttemptAtMs: startedAtMs,
    error: isHeld ? health.error : null,
    usagePercent: inbox.calls.usageOf(account.id)?.percent ?? health.usagePercent,
    heldUntilMs: isHeld ? health.heldUntilMs : null,
  });
  if (inbox.store.tokenState(account.id) !== null) noteTrouble(inbox, account.id, null);
}
