import { personIdOf } from '../../../../shared/domain/mail/identity.ts';
import { conversationTag } from '../../../../shared/domain/mail/tag.ts';
import type { ConversationProjection } from '../../../../shared/domain/conversation/projection.ts';
import type { ProjectionTable, SqlRow } from './table.ts';

/** What ties mails to a conversation: Message-IDs (`message`), who takes part (`person`), its mark (`tag`), its server's threads (`server`). */
export const mailReferenceTable: ProjectionTable = {
  name: 'mail_reference',
  owner: 'conversation_id',
  columns: ['id', 'conversation_id', 'account_id', 'kind', 'value'],
};

/** Returns the rows of all ties in the order of {@link mailReferenceTable}, each once. */
export function mailReferenceValues({ row, messages }: ConversationProjection): readonly SqlRow[] {
  const ties = new Map<string, SqlRow>();
  const tie = (kind: 'message' | 'person' | 'tag' | 'server', value: string): void => {
    const id = `${row.id}/${kind}/${value}`;
    ties.set(id, [id, row.id, row.accountId, kind, value]);
  };
  for (const { mail, author } of messages) {
    if (mail === undefined) continue;
    tie('tag', conversationTag(row.id));
    if (mail.serverThreadId !== undefined) tie('server', mail.serverThreadId);
    if (author.externalId !== null) tie('person', author.externalId);
    for (const address of [...mail.to, ...mail.cc, ...mail.replyTo])
      tie('person', personIdOf(address));
    if (mail.messageId !== null) tie('message', mail.messageId);
    for (const reference of mail.references) tie('message', reference);
  }
  return [...ties.values()];
}
