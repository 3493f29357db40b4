import type { ItemRef, ThreadRef } from '../../ports/connector.ts';
import type { ReadableStore } from '../../ports/store.ts';
import type { ReadDb } from '../sqlite.ts';

export type ThreadQueries = Pick<ReadableStore, 'threads' | 'waitingItems' | 'waitingPosts'>;

interface ThreadRecord extends ThreadRef {
  readonly id: string;
}

interface ItemRecord extends ThreadRef {
  readonly itemExternalId: string;
}

const THREAD = `c.external_id AS externalId, c.kind, c.context_external_id AS contextExternalId,
  c.channel, c.source`;

const toThread = ({
  externalId,
  kind,
  contextExternalId,
  channel,
  source,
}: ThreadRef): ThreadRef => ({
  externalId,
  kind,
  contextExternalId,
  channel,
  source,
});

/** Threads as their platform knows them, and what waits in them. */
export function threadQueries(db: ReadDb): ThreadQueries {
  const byId = db.prepare(`SELECT c.id, ${THREAD} FROM json_each(?) wanted
    JOIN conversation c ON c.id = wanted.value`);
  const items = db.prepare(`SELECT ${THREAD}, m.external_id AS itemExternalId
    FROM conversation c INDEXED BY inbox_pending
    JOIN message m ON m.conversation_id = c.id AND m.id = c.obligation_id
    WHERE c.status = 'pending' AND c.account_id = @accountId AND m.external_id IS NOT NULL
      AND c.channel <> 'messenger'
    ORDER BY c.due_sort_ms, c.id LIMIT @limit`);
  const posts = db
    .prepare(
      `SELECT DISTINCT coalesce(context_external_id, external_id) FROM conversation
       WHERE status = 'pending' AND account_id = ?`,
    )
    .pluck();
  return {
    threads: (ids) => {
      const records = byId.all(JSON.stringify(ids)) as ThreadRecord[];
      return new Map(records.map((record) => [record.id, toThread(record)]));
    },
    waitingItems: (accountId, limit): readonly ItemRef[] =>
      (items.all({ accountId, limit }) as ItemRecord[]).map((record) => ({
        externalId: record.itemExternalId,
        parentExternalId: parentOf(record.itemExternalId, record),
        conversation: toThread(record),
      })),
    waitingPosts: (accountId) => new Set(posts.all(accountId) as string[]),
  };
}

/** Below a comment everything answers the comment; what stands below a post names its parent itself. */
const parentOf = (itemId: string, { kind, externalId }: ThreadRef): string | null =>
  kind === 'comment' && itemId !== externalId ? externalId : null;
