import type { PlatformState } from '../../../../shared/domain/action/types.ts';
import type { CallTally, WritableStore } from '../../ports/store.ts';
import { platformStateColumns, platformStateQueries } from '../queries/platform-state.ts';
import type { WriteDb } from '../sqlite.ts';

export type SourceWrites = Pick<
  WritableStore,
  | 'setSourceState'
  | 'setTokenState'
  | 'addCalls'
  | 'setPlatformState'
  | 'openGap'
  | 'closeGap'
  | 'fillGaps'
>;

/** Calls older than this are in no figure any more. */
const CALLS_KEPT_MS = 2 * 86_400_000;

const NOTHING_SAID: PlatformState = {
  canReply: null,
  canHide: null,
  canDelete: null,
  canLike: null,
  canReplyPrivately: null,
  likeCount: null,
  liked: null,
};

const json = (value: unknown): string | null => (value === null ? null : JSON.stringify(value));

/** Writes how reading goes, source by source: no facts, no events. */
export function sourceWrites(db: WriteDb): SourceWrites {
  const state = db.prepare('INSERT OR REPLACE INTO source_state VALUES (?, ?, ?, ?, ?, ?)');
  const token = db.prepare('INSERT OR REPLACE INTO token_state VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const calls = callWriter(db);
  const states = platformStateWriter(db);
  const { platformStates } = platformStateQueries(db);
  return {
    ...gapWrites(db),
    setSourceState: ({
      accountId,
      source,
      completeThroughMs,
      lastAttemptAtMs,
      wholeAtMs,
      error,
    }) => {
      state.run([accountId, source, completeThroughMs, lastAttemptAtMs, wholeAtMs, json(error)]);
    },
    setTokenState: (now) => {
      token.run([
        now.accountId,
        now.kind,
        now.appId,
        json(now.scopes),
        now.expiresAtMs,
        now.dataAccessExpiresAtMs,
        json(now.instagram),
        now.checkedAtMs,
        now.trouble,
      ]);
    },
    addCalls: calls,
    setPlatformState: (accountId, externalId, change) => {
      const before = platformStates(accountId, [externalId]).get(externalId) ?? NOTHING_SAID;
      states(accountId, externalId, { ...before, ...change });
    },
  };
}

function gapWrites(db: WriteDb): Pick<SourceWrites, 'openGap' | 'closeGap' | 'fillGaps'> {
  // A stretch that lasts already goes on; it does not start again.
  const open = db.prepare(`INSERT INTO gap SELECT @accountId, @source, @fromMs, NULL, @reason, NULL
    WHERE NOT EXISTS (SELECT 1 FROM gap
      WHERE account_id = @accountId AND source = @source AND to_ms IS NULL)`);
  const close = db.prepare(`UPDATE gap SET to_ms = max(from_ms, @atMs)
    WHERE account_id = @accountId AND source = @source AND to_ms IS NULL`);
  const fill = db.prepare(`UPDATE gap SET filled_at_ms = @atMs
    WHERE account_id = @accountId AND source = @source AND filled_at_ms IS NULL`);
  return {
    openGap: ({ accountId, source, fromMs, reason }) => {
      open.run({ accountId, source, fromMs, reason });
    },
    closeGap: (accountId, source, atMs) => {
      close.run({ accountId, source, atMs });
    },
    fillGaps: (accountId, source, atMs) => {
      close.run({ accountId, source, atMs });
      fill.run({ accountId, source, atMs });
    },
  };
}

/** Prepares the statements that count calls. */
export function callWriter(db: WriteDb): WritableStore['addCalls'] {
  const add = db.prepare(`INSERT INTO call_tally VALUES (?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET calls = calls + excluded.calls`);
  const forget = db.prepare('DELETE FROM call_tally WHERE account_id = ? AND slot_ms < ?');
  return (accountId, calls: readonly CallTally[]) => {
    for (const { purpose, slotMs, calls: count } of calls) {
      add.run([accountId, purpose, slotMs, count]);
    }
    const newestMs = Math.max(...calls.map(({ slotMs }) => slotMs));
    if (Number.isFinite(newestMs)) forget.run([accountId, newestMs - CALLS_KEPT_MS]);
  };
}

/** Prepares the statement that keeps what the platform said of a message; writes only what differs. */
export function platformStateWriter(
  db: WriteDb,
): (accountId: string, externalId: string, state: PlatformState) => void {
  const set = db.prepare(`INSERT INTO message_state VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET
      (can_reply, can_hide, can_delete, can_like, can_reply_privately, like_count, liked) =
      (excluded.can_reply, excluded.can_hide, excluded.can_delete, excluded.can_like,
        excluded.can_reply_privately, excluded.like_count, excluded.liked)
    WHERE (can_reply, can_hide, can_delete, can_like, can_reply_privately, like_count, liked)
      IS NOT (excluded.can_reply, excluded.can_hide, excluded.can_delete, excluded.can_like,
        excluded.can_reply_privately, excluded.like_count, excluded.liked)`);
  return (accountId, externalId, state) => {
    set.run([accountId, externalId, ...platformStateColumns(state)]);
  };
}
