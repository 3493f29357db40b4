import {
  isOverdue,
  READ_SOURCES,
  type ReadDepth,
  type ReadSource,
} from '../../../shared/domain/source/plan.ts';
import type { SourceId } from '../../../shared/domain/source/types.ts';
import type { AppError, ErrorCode } from '../../../shared/kernel/app-error.ts';
import type { AccountRow, SourceState } from '../ports/store.ts';
import type { Inbox } from './inbox.ts';

/** Sources of which an account's reads tell everything, switched on and known to be there. */
export const sourcesOf = ({ switchedOff }: AccountRow): readonly ReadSource[] =>
  READ_SOURCES.filter(
    (source) => !switchedOff.has(source) || (source === 'posts' && !switchedOff.has('comments')),
  );

/** What one read of `source` looks at: posts with the comments below them, everything else by itself. */
export const coveredBy = (
  { switchedOff }: AccountRow,
  source: ReadSource | 'mail',
): readonly SourceId[] =>
  source === 'posts'
    ? (['posts', 'comments'] as const).filter((one) => !switchedOff.has(one))
    : [source];

/** One read of a source that was tried. */
export interface ReadTried {
  readonly source: ReadSource | 'mail';
  readonly depth: ReadDepth;
  readonly startedAtMs: number;
}

/** These end with the source: the rest of the account works. Everything else is a failure to read. */
const NOT_OFFERED: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'source_unavailable',
  'not_allowed',
]);

/**
 * A read that failed as a whole or in a part: its reason stands at the source, and from all that was
 * known a gap is open. A source that was never read, or that the platform does not offer, has none.
 */
export function readFailed(
  inbox: Inbox,
  account: AccountRow,
  read: ReadTried,
  error: AppError,
): void {
  const { store, logger, changes } = inbox;
  const states = statesOf(inbox, account);
  store.together(() => {
    for (const source of coveredBy(account, read.source)) {
      const before = states.get(source) ?? neverRead(account, source);
      store.setSourceState({ ...before, lastAttemptAtMs: read.startedAtMs, error });
      if (!NOT_OFFERED.has(error.code)) openGap(inbox, before, error.code);
    }
    store.addCalls(account.id, inbox.calls.take(account.id));
  });
  logger.warn('sync.failed', { accountId: account.id, source: read.source, code: error.code });
  changes.publish({ type: 'accounts', ids: [account.id] });
}

/**
 * A read that went through, everything to its end: nothing is wrong with its sources any more. What
 * was written while we read may be missed by it, so all is known up to its start. Comments on older
 * posts are known only from the deep index on, and only such a read makes good what was missed.
 */
export function readEnded(inbox: Inbox, account: AccountRow, read: ReadTried): void {
  const { store, clock } = inbox;
  const { depth, startedAtMs } = read;
  const states = statesOf(inbox, account);
  store.together(() => {
    for (const source of coveredBy(account, read.source)) {
      const before = states.get(source) ?? neverRead(account, source);
      const isThorough = depth !== 'index';
      const follows = before.completeThroughMs !== null && !hasGap(inbox, account.id, source);
      const knows = isThorough || (source !== 'comments' && follows);
      store.setSourceState({
        ...before,
        completeThroughMs: knows ? startedAtMs : before.completeThroughMs,
        lastAttemptAtMs: startedAtMs,
        wholeAtMs: depth === 'complete' ? startedAtMs : before.wholeAtMs,
        error: null,
      });
      if (isThorough) store.fillGaps(account.id, source, clock.now());
    }
    store.addCalls(account.id, inbox.calls.take(account.id));
  });
}

/**
 * Nothing of the account could be read for a while: opens a gap, with the reason, in each source that
 * should have been read by now. Says whether there was any.
 */
export function noteAbsence(inbox: Inbox, account: AccountRow, reason: ErrorCode): boolean {
  const nowMs = inbox.clock.now();
  const { practice } = account;
  const missed = [...statesOf(inbox, account).values()].filter(
    ({ source, completeThroughMs, error }) =>
      !account.switchedOff.has(source) &&
      !(error !== null && NOT_OFFERED.has(error.code)) &&
      completeThroughMs !== null &&
      isOverdue(source, completeThroughMs, { nowMs, practice }) &&
      !hasGap(inbox, account.id, source),
  );
  if (missed.length === 0) return false;
  inbox.store.together(() => {
    for (const state of missed) openGap(inbox, state, reason);
  });
  inbox.changes.publish({ type: 'accounts', ids: [account.id] });
  return true;
}

/** Whether a stretch of a source of this account was missed and not made good yet. */
export function hasGap({ store, clock }: Inbox, accountId: string, source: SourceId): boolean {
  const nowMs = clock.now();
  return store
    .gaps(accountId, nowMs, nowMs + 1)
    .some((gap) => gap.source === source && gap.toMs === null);
}

function openGap({ store, clock }: Inbox, state: SourceState, reason: ErrorCode): void {
  const { accountId, source, completeThroughMs } = state;
  if (completeThroughMs === null) return;
  // A mark in the future was set before the clock was set back.
  const fromMs = Math.min(completeThroughMs, clock.now());
  store.openGap({ accountId, source, fromMs, reason });
}

const statesOf = ({ store }: Inbox, { id }: AccountRow): ReadonlyMap<SourceId, SourceState> =>
  new Map(store.sourceStates(id).map((state) => [state.source, state]));

const neverRead = ({ id }: AccountRow, source: SourceId): SourceState => ({
  accountId: id,
  source,
  completeThroughMs: null,
  lastAttemptAtMs: null,
  wholeAtMs: null,
  error: null,
});
