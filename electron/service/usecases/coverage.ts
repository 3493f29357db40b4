import type { AppError } from '../../../shared/kernel/app-error.ts';
import type { SourceId } from '../../../shared/domain/source/types.ts';
import type { Inbox } from './inbox.ts';

/** What one read of a page looks at. */
const READ_TOGETHER: readonly SourceId[] = ['posts', 'comments', 'mentions'];

/** A read that failed as a whole: its reason stands at the account, and a gap is open from now on. */
export function readBroke(
  inbox: Inbox,
  accountId: string,
  startedAtMs: number,
  error: AppError,
): void {
  const health = inbox.store.health(accountId);
  inbox.store.setHealth({ ...health, lastAttemptAtMs: startedAtMs, error });
  beginGap(inbox, accountId, health.lastReadAtMs ?? startedAtMs, error);
  inbox.logger.warn('sync.failed', { accountId, code: error.code });
  inbox.changes.publish({ type: 'accounts', ids: [accountId] });
}

/** How a read ended that went through. */
export interface ReadOutcome {
  readonly startedAtMs: number;
  /** It looked at everything, so that it makes good what was missed before. */
  readonly wholeHistory: boolean;
  /** The first part that could not be read to its end, or null. */
  readonly failure: AppError | null;
  readonly usagePercent: number | null;
}

/**
 * A read that went through. In parts only: a gap stays or opens, with the reason. Complete: nothing
 * is wrong any more, and a gap closes when the whole history was looked at.
 */
export function readEnded(inbox: Inbox, accountId: string, outcome: ReadOutcome): void {
  const { store, clock } = inbox;
  const before = store.health(accountId);
  const { startedAtMs, failure } = outcome;
  const usagePercent = outcome.usagePercent ?? before.usagePercent;
  if (failure !== null) {
    store.setHealth({ ...before, lastAttemptAtMs: startedAtMs, error: failure, usagePercent });
    beginGap(inbox, accountId, before.lastReadAtMs ?? startedAtMs, failure);
    return;
  }
  const gap = hasOpenGap(inbox, accountId);
  // What was written while we read may be missed by it: good up to its start.
  const lastReadAtMs = startedAtMs;
  store.setHealth({
    accountId,
    lastAttemptAtMs: startedAtMs,
    lastReadAtMs,
    error: null,
    usagePercent,
    heldUntilMs: null,
  });
  for (const source of READ_TOGETHER) {
    store.setSourceState({
      accountId,
      source,
      completeThroughMs: startedAtMs,
      lastAttemptAtMs: startedAtMs,
      wholeAtMs: outcome.wholeHistory ? startedAtMs : null,
      error: null,
    });
  }
  if (gap && outcome.wholeHistory) {
    for (const source of READ_TOGETHER) store.fillGaps(accountId, source, clock.now());
  }
}

/** Whether something of this account is not read at present. */
export function hasOpenGap({ store, clock }: Inbox, accountId: string): boolean {
  const nowMs = clock.now();
  return store.gaps(accountId, nowMs, nowMs + 1).some((gap) => gap.toMs === null);
}

/** Opens a gap; one that is open already goes on with its own reason. */
export function beginGap(inbox: Inbox, accountId: string, fromMs: number, error: AppError): void {
  for (const source of READ_TOGETHER) {
    inbox.store.openGap({ accountId, source, fromMs, reason: error.code });
  }
}
