import type { StagedImage } from '../../../../shared/domain/action/image.ts';
import type { ReadableStore } from '../../ports/store.ts';
import { toOutboxItem, type OutboxRecord } from '../projections/outbox.ts';
import type { ReadDb } from '../sqlite.ts';

export type OutboxQueries = Pick<
  ReadableStore,
  'outboxItem' | 'outboxOpen' | 'outboxImages' | 'neededFiles' | 'boundReplyIds'
>;

/** The outbox: one, those not yet settled, the pictures and files still needed, and the platform ids that are already theirs. */
export function outboxQueries(db: ReadDb): OutboxQueries {
  const one = db.prepare('SELECT * FROM outbox WHERE id = ?');
  const open = db.prepare(`SELECT * FROM outbox
    WHERE state NOT IN ('sent', 'cancelled', 'rejected') ORDER BY queued_at_ms, id`);
  const images = db
    .prepare(
      "SELECT image FROM outbox WHERE image IS NOT NULL AND state NOT IN ('sent', 'cancelled')",
    )
    .pluck();
  const files = db
    .prepare(
      `SELECT json_extract(file.value, '$.id') FROM outbox, json_each(outbox.mail, '$.files') AS file
       WHERE mail IS NOT NULL AND state NOT IN ('sent', 'cancelled')
       UNION ALL SELECT json_extract(file.value, '$.id') FROM draft, json_each(draft.mail, '$.files') AS file
       WHERE draft.mail IS NOT NULL`,
    )
    .pluck();
  const bound = db
    .prepare(
      `SELECT external_id FROM outbox
       WHERE account_id = ? AND external_id IN (SELECT value FROM json_each(?))`,
    )
    .pluck();
  return {
    outboxItem: (id) => {
      const record = one.get(id) as OutboxRecord | undefined;
      return record === undefined ? null : toOutboxItem(record);
    },
    outboxOpen: () => (open.all() as OutboxRecord[]).map(toOutboxItem),
    outboxImages: () => (images.all() as string[]).map((image) => JSON.parse(image) as StagedImage),
    neededFiles: () => new Set(files.all() as string[]),
    boundReplyIds: (accountId, externalIds) =>
      bound.all(accountId, JSON.stringify(externalIds)) as string[],
  };
}
