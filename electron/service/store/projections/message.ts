import type { ConversationProjection } from '../../../../shared/domain/conversation/projection.ts';
import type { ProjectionTable, SqlRow } from './table.ts';

/** What search and the comparison with a new read need of each message. */
export const messageTable: ProjectionTable = {
  name: 'message',
  owner: 'conversation_id',
  columns: [
    'id',
    'conversation_id',
    'account_id',
    'external_id',
    'author_name',
    'text',
    'presence',
    'observed_at_ms',
  ],
};

/** Returns the rows of all messages in the order of {@link messageTable}. */
export const messageValues = ({ row, messages }: ConversationProjection): readonly SqlRow[] =>
  messages.map((message) => [
    message.id,
    row.id,
    row.accountId,
    message.externalId,
    message.author.name,
    message.text,
    message.presence,
    message.observedAtMs,
  ]);
