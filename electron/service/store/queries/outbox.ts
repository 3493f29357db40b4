import type { ReadableStore } from '../../ports/store.ts';
import { toOutboxItem, type OutboxRecord } from '../projections/outbox.ts';
import type { ReadDb } from '../sqlite.ts';

export type OutboxQueries = Pick<ReadableStore, 'outboxItem' | 'outboxOpen' | 'boundReplyIds'>;

/** Replies: one, those not yet settled, and the platform ids that are already theirs. */
export function outboxQueries(db: ReadDb): OutboxQueries {
  const one = db.prepare('SELECT * FROM outbox WHERE id = ?');
  const open = db.prepare(`SELECT * FROM outbox
    WHERE state NOT IN ('sent', 'cancelled', 'rejected') ORDER BY queued_at_ms, id`);
  const bound = db
    .prepare('SELECT external_id FROM outbox WHERE conversation_id = ? AND external_id IS NOT NULL')
    .pluck();
  return {
    outboxItem: (id) => {
      const record = one.get(id) as OutboxRecord | undefined;
      return record === undefined ? null : toOutboxItem(record);
    },
    outboxOpen: () => (open.all() as OutboxRecord[]).map(toOutboxItem),
    boundReplyIds: (conversationId) => bound.all(conversationId) as string[],
  };
}
