import type { DomainEvent } from '../../../../shared/domain/event.ts';
import type { Clock } from '../../ports/clock.ts';
import type { WritableStore } from '../../ports/store.ts';
import type { WriteDb } from '../sqlite.ts';
import { mailMarksWriter, reportsWriter } from './mail.ts';
import { callWriter, platformStateWriter } from './sources.ts';

export type LocalWrites = Pick<
  WritableStore,
  'setHealth' | 'saveDraft' | 'markRead' | 'setLocalSetting'
>;

/** A mark that says: unread, whatever was read before. */
const UNREAD_MS = -1;

function healthWrites(db: WriteDb): Pick<LocalWrites, 'setHealth'> {
  const health = db.prepare('INSERT OR REPLACE INTO account_health VALUES (?, ?, ?, ?, ?, ?)');
  return {
    setHealth: ({ accountId, lastReadAtMs, lastAttemptAtMs, error, usagePercent, heldUntilMs }) => {
      const errorText = error === null ? null : JSON.stringify(error);
      health.run([accountId, lastReadAtMs, lastAttemptAtMs, errorText, usagePercent, heldUntilMs]);
    },
  };
}

/** Writes what is only of this machine: no facts, no events. */
export function localWrites(db: WriteDb): LocalWrites {
  const draft = db.prepare('INSERT OR REPLACE INTO draft VALUES (?, ?, ?, ?, ?)');
  const noDraft = db.prepare('DELETE FROM draft WHERE conversation_id = ?');
  const read = db.prepare(`INSERT OR REPLACE INTO read_mark
    SELECT id, coalesce(customer_at_ms, last_message_at_ms) FROM conversation WHERE id = ?`);
  const unread = db.prepare('INSERT OR REPLACE INTO read_mark VALUES (?, ?)');
  const setting = db.prepare('INSERT OR REPLACE INTO local_setting VALUES (?, ?)');
  return {
    ...healthWrites(db),
    saveDraft: (conversationId, saved) => {
      if (saved === null) noDraft.run(conversationId);
      else {
        const mail = saved.mail === null ? null : JSON.stringify(saved.mail);
        draft.run([conversationId, saved.text, saved.mode, saved.savedAtMs, mail]);
      }
    },
    markRead: (conversationId, isUnread) => {
      if (isUnread) unread.run([conversationId, UNREAD_MS]);
      else read.run(conversationId);
    },
    setLocalSetting: (key, value) => {
      setting.run([key, value]);
    },
  };
}

type ReadLocal = Parameters<WritableStore['appendRead']>[1];

/** Writes the marks of one read step, in the transaction of its events. */
export interface ReadMarks {
  write(local: ReadLocal, events: readonly DomainEvent[]): void;
}

/** Prepares the statements of {@link ReadMarks}. */
export function readMarks(db: WriteDb, clock: Clock): ReadMarks {
  // An item that stays broken is noted once, however often it is read.
  const aside = db.prepare(`INSERT INTO set_aside (account_id, external_id, reason, detail, at_ms)
    VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`);
  const readAfterAll = db.prepare(`DELETE FROM set_aside WHERE account_id = ?
    AND external_id IN (SELECT value FROM json_each(?))`);
  const post = db.prepare(`INSERT INTO post_mark VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE
    SET updated_at_ms = excluded.updated_at_ms, count = excluded.count
    WHERE updated_at_ms <> excluded.updated_at_ms OR count <> excluded.count`);
  const keepState = platformStateWriter(db);
  const addCalls = callWriter(db);
  const keepMail = mailMarksWriter(db);
  const keepReports = reportsWriter(db);
  return {
    write: (
      { accountId, setAside, posts, states = new Map(), calls = [], mail, reports = [] },
      events,
    ) => {
      const read = events.flatMap((event) =>
        event.kind === 'message.observed' ? [event.payload.externalId] : [],
      );
      if (read.length > 0) readAfterAll.run([accountId, JSON.stringify(read)]);
      const atMs = clock.now();
      for (const item of setAside) {
        aside.run([accountId, item.externalId, item.reason, item.detail, atMs]);
      }
      for (const [id, { updatedAtMs, count }] of posts) {
        post.run([accountId, id, updatedAtMs, count]);
      }
      for (const [id, state] of states) keepState(accountId, id, state);
      addCalls(accountId, calls);
      if (mail !== undefined) keepMail(accountId, mail);
      keepReports(accountId, reports, atMs);
    },
  };
}
