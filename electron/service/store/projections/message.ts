import type { ConversationProjection } from '../../../../shared/domain/conversation/projection.ts';
import type { Message } from '../../../../shared/domain/conversation/types.ts';
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
    'subject',
    'addresses',
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
    message.mail?.subject ?? null,
    addressesOf(message),
  ]);

/** Who wrote a mail and who got it: what it is found by beside its words. Null: it is no mail. */
function addressesOf({ author, authorKind, mail }: Message): string | null {
  if (mail === undefined) return null;
  const writer = authorKind === 'brand' ? null : author.externalId;
  const readers = [...mail.to, ...mail.cc].flatMap(({ name, address }) => [name, address]);
  return [writer, ...readers].filter((word) => word !== null && word !== '').join(' ');
}
