import { isOurs, personIdOf } from '../../../../shared/domain/mail/identity.ts';
import type { MailAddress, MailFacts } from '../../../../shared/domain/mail/types.ts';
import type { ObservedMessage } from '../../../../shared/domain/ingest/types.ts';
import type { FoundMail } from '../../ports/mail.ts';

/** What a mail's message is made of beside the mail itself. */
export interface MailMessageParts {
  readonly externalId: string;
  /** The mail of our outbox that it is; null: none. */
  readonly outboxId: string | null;
  /** The conversation that it belongs to. */
  readonly conversationExternalId: string;
  /** The conversation that it names although its sender is a stranger there. */
  readonly claims: string | null;
  readonly rawId: string | null;
  /** What its writer wrote now, without what was quoted. */
  readonly visible: string;
  readonly ours: readonly MailAddress[];
  readonly account: { readonly externalId: string; readonly name: string };
}

/** Returns a mail as a message of its conversation. */
export function mailMessage(
  { parsed, receivedAtMs, size, serverThreadId }: FoundMail,
  parts: MailMessageParts,
): ObservedMessage {
  const { head, attachments } = parsed;
  const byBrand = isOurs(head.from, parts.ours);
  const { externalId, conversationExternalId } = parts;
  const from = head.from ?? head.sender;
  return {
    externalId,
    conversationExternalId,
    conversationKind: 'email',
    contextExternalId: null,
    parentExternalId: externalId === conversationExternalId ? null : conversationExternalId,
    author: byBrand
      ? { externalId: parts.account.externalId, name: parts.account.name }
      : {
          externalId: from === null ? null : personIdOf(from),
          name: from?.name ?? from?.address ?? null,
        },
    byBrand,
    text: parts.visible,
    createdAtMs: receivedAtMs,
    permalink: null,
    hidden: false,
    attachments: attachments
      .filter(({ inline }) => !inline)
      .map(({ name }) => ({ kind: 'file', url: null, title: name })),
    addressees: byBrand ? [...head.to, ...head.cc].map(personIdOf) : [],
    channel: 'email',
    source: 'mail',
    visibility: 'private',
    automatic: !byBrand && parsed.class.kind !== 'person',
    ...(parts.outboxId === null ? {} : { outboxId: parts.outboxId }),
    mail: factsOf(parsed, { ...parts, size, serverThreadId }),
  };
}

function factsOf(
  { head, class: kind, html, text, attachments }: FoundMail['parsed'],
  {
    claims,
    rawId,
    visible,
    size,
    serverThreadId,
  }: MailMessageParts & Pick<FoundMail, 'size' | 'serverThreadId'>,
): MailFacts {
  return {
    subject: head.subject,
    messageId: head.messageId,
    references: [...new Set([...head.references, ...head.inReplyTo])],
    replyTo: head.replyTo,
    to: head.to,
    cc: head.cc,
    kind: kind.kind === 'automatic' || kind.kind === 'list' ? kind.kind : 'person',
    rawId,
    size,
    attachments,
    html: html !== null,
    folded: visible.length < text.trim().length,
    claims,
    ...(serverThreadId === null ? {} : { serverThreadId }),
  };
}
