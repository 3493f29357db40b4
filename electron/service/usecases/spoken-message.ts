import type { NewEvent } from '../../../shared/domain/event.ts';
import type { ObservedMessage } from '../../../shared/domain/ingest/types.ts';
import { messageIdOf } from '../../../shared/domain/mail/identity.ts';
import type { MailFacts, QueuedMail } from '../../../shared/domain/mail/types.ts';
import type { OutboxItem } from '../../../shared/domain/outbox/types.ts';
import type { AccountRow } from '../ports/store.ts';
import type { Inbox } from './inbox.ts';
import { addresseesOf } from './mail/queue-mail.ts';
import { personOf } from './person-of.ts';

/** What is known of words at the platform, right after sending or found later. */
export interface ArrivedWords
  extends
    Pick<ObservedMessage, 'createdAtMs'>,
    Partial<Pick<ObservedMessage, 'text' | 'permalink' | 'parentExternalId' | 'addressees'>> {
  /** Null where only their arrival is proved. */
  readonly externalId: string | null;
}

/** Returns the message that words of ours became at the platform. */
export function spokenMessage(
  inbox: Inbox,
  account: AccountRow,
  item: OutboxItem,
  arrived: ArrivedWords,
): NewEvent<'message.observed'> {
  const isPublic = item.action === 'reply';
  const person = isPublic || item.mail !== null ? null : personOf(inbox.store, item);
  const parent = item.action === 'message' && item.mail === null ? null : item.targetExternalId;
  const named = item.mail === null ? (arrived.addressees ?? []) : addresseesOf(item.mail);
  return {
    kind: 'message.observed',
    actor: `connector:${account.channel}`,
    accountId: account.id,
    conversationId: item.conversationId,
    happenedAtMs: arrived.createdAtMs,
    payload: {
      messageId: inbox.ids.next(),
      externalId: arrived.externalId,
      parentExternalId: isPublic ? (arrived.parentExternalId ?? parent) : parent,
      author: { externalId: account.externalId, name: account.name },
      authorKind: 'brand',
      text: arrived.text ?? item.text,
      createdAtMs: arrived.createdAtMs,
      visibility: isPublic ? 'public' : 'private',
      source: 'riscontro',
      presence: 'visible',
      attachments: [
        ...(item.image === null
          ? []
          : [{ kind: 'photo', url: null, title: item.image.name } as const]),
        ...(item.mail?.files ?? []).map(
          ({ name }) => ({ kind: 'file', url: null, title: name }) as const,
        ),
      ],
      permalink: arrived.permalink ?? null,
      addressees: person === null ? named : [person],
      ...(item.mail === null ? {} : { mail: sentFacts(item.mail, item, arrived.externalId) }),
    },
  };
}

/** What a mail of ours says of itself. */
const sentFacts = (
  mail: QueuedMail,
  { text, rawId }: OutboxItem,
  externalId: string | null,
): MailFacts => ({
  subject: mail.subject,
  // Some servers put a Message-ID of theirs in the place of ours: answers may name either.
  messageId: messageIdOf(externalId ?? '') ?? mail.messageId,
  references: [
    ...new Set([
      ...mail.references,
      ...(mail.inReplyTo === null ? [] : [mail.inReplyTo]),
      mail.messageId,
    ]),
  ],
  replyTo: [],
  to: mail.to,
  cc: mail.cc,
  kind: 'person',
  rawId,
  size: text.length + (mail.files ?? []).reduce((sum, { bytes }) => sum + bytes, 0),
  // In the order in which they were put into it.
  attachments: (mail.files ?? []).map(({ name, mediaType, bytes }, index) => ({
    index,
    name,
    mediaType,
    size: bytes,
    contentId: null,
    inline: false,
  })),
  html: false,
  folded: mail.below !== undefined,
  claims: null,
});

/** Returns when words count as said: never before what they answer, where our clock lags behind. */
export const saidAtMs = ({ store, clock }: Inbox, { conversationId }: OutboxItem): number =>
  Math.max(
    clock.now(),
    ...(store.conversation(conversationId)?.messages ?? []).map((one) => one.createdAtMs + 1),
  );
