import type { Context, Presence } from '../../../../shared/domain/conversation/types.ts';
import type { KnownConversation, KnownMessage } from '../../../../shared/domain/ingest/types.ts';
import type { ReadableStore } from '../../ports/store.ts';
import type { ReadDb } from '../sqlite.ts';

export type KnownQueries = Pick<
  ReadableStore,
  | 'knownMessages'
  | 'knownConversations'
  | 'knownContexts'
  | 'messagesUnder'
  | 'knownPosts'
  | 'context'
>;

interface MessageRecord {
  readonly id: string;
  readonly conversation_id: string;
  readonly external_id: string;
  readonly text: string;
  readonly presence: Presence;
  readonly observed_at_ms: number;
}

const toKnownMessage = (record: MessageRecord): KnownMessage => ({
  messageId: record.id,
  conversationId: record.conversation_id,
  externalId: record.external_id,
  text: record.text,
  presence: record.presence,
  observedAtMs: record.observed_at_ms,
});

const MESSAGE = 'm.id, m.conversation_id, m.external_id, m.text, m.presence, m.observed_at_ms';
const WANTED = 'IN (SELECT value FROM json_each(@externalIds))';

const knownMessages = (db: ReadDb): Pick<KnownQueries, 'knownMessages' | 'messagesUnder'> => {
  const byId = db.prepare(`SELECT ${MESSAGE} FROM message m
    WHERE m.account_id = @accountId AND m.external_id ${WANTED}`);
  const under = db.prepare(`SELECT ${MESSAGE} FROM (
      SELECT id FROM conversation WHERE account_id = @accountId AND context_external_id = @root
      UNION SELECT id FROM conversation WHERE account_id = @accountId AND external_id = @root
    ) c JOIN message m ON m.conversation_id = c.id
    WHERE m.presence <> 'gone' AND m.external_id IS NOT NULL`);
  return {
    knownMessages: (accountId, externalIds) => {
      if (externalIds.length === 0) return [];
      const rows = byId.all({ accountId, externalIds: JSON.stringify(externalIds) });
      return (rows as MessageRecord[]).map(toKnownMessage);
    },
    messagesUnder: (accountId, root) =>
      (under.all({ accountId, root }) as MessageRecord[]).map(toKnownMessage),
  };
};

const knownContexts = (db: ReadDb): Pick<KnownQueries, 'knownContexts' | 'context'> => {
  const byId = db
    .prepare(
      `SELECT e.payload FROM context x JOIN event e ON e.seq = x.event_seq
       WHERE x.account_id = @accountId AND x.external_id ${WANTED}`,
    )
    .pluck();
  const load = (accountId: string, externalIds: readonly string[]): readonly Context[] => {
    if (externalIds.length === 0) return [];
    const payloads = byId.all({ accountId, externalIds: JSON.stringify(externalIds) }) as string[];
    return payloads.map((payload) => JSON.parse(payload) as Context);
  };
  return {
    knownContexts: load,
    context: (accountId, externalId) => load(accountId, [externalId])[0] ?? null,
  };
};

/** What is stored of platform items, so that a read can tell what is new. */
export function knownQueries(db: ReadDb): KnownQueries {
  const conversations = db.prepare(`SELECT id AS conversationId, external_id AS externalId,
    starter_external_id AS starterExternalId
    FROM conversation WHERE account_id = @accountId AND external_id ${WANTED}`);
  const posts = db.prepare(
    'SELECT external_id AS id, updated_at_ms AS updatedAtMs, count FROM post_mark WHERE account_id = ?',
  );
  return {
    ...knownMessages(db),
    ...knownContexts(db),
    knownConversations: (accountId, externalIds) => {
      if (externalIds.length === 0) return [];
      const wanted = { accountId, externalIds: JSON.stringify(externalIds) };
      return conversations.all(wanted) as KnownConversation[];
    },
    knownPosts: (accountId) => {
      const rows = posts.all(accountId) as { id: string; updatedAtMs: number; count: number }[];
      return new Map(rows.map(({ id, updatedAtMs, count }) => [id, { updatedAtMs, count }]));
    },
  };
}
