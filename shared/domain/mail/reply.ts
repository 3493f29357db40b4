import type { Message } from '../conversation/types.ts';
import { isOurs, personIdOf } from './identity.ts';
import { forwardSubject, replySubject } from './subject.ts';
import type { MailAddress, QueuedMail } from './types.ts';

/** What a reply is made of beside the message it answers. */
export interface ReplyParts {
  /** Ours; the first is the usual sender. */
  readonly ours: readonly MailAddress[];
  /** To everybody who got the mail too. */
  readonly toAll: boolean;
  /** New for each reply, without the domain: `0190f…`. */
  readonly token: string;
}

/** References beyond it make headers that some servers refuse; the first and the newest stay. */
const MOST_REFERENCES = 20;

/** A message as far as it says whether a mail answers it. */
interface PerhapsMail {
  readonly authorKind: Message['authorKind'];
  /** None, or null: it is no mail. */
  readonly mail?: object | null;
}

/** Returns the newest mail of somebody else in a thread, which a reply answers unless it names another. */
export function answerable<M extends PerhapsMail>(messages: readonly M[]): M | undefined {
  const mails = messages.filter(({ mail }) => mail !== undefined && mail !== null);
  return (
    mails.findLast(({ authorKind }) => authorKind === 'customer') ??
    mails.findLast(({ authorKind }) => authorKind !== 'brand') ??
    mails.at(-1)
  );
}

/**
 * Returns the envelope of a reply to a mail: to whom it asks to be answered, from the address of ours
 * that it was sent to, tied to it by its Message-ID. Answering a mail of ours goes to whom it went.
 * Null when there is nobody to write to.
 */
export function replyEnvelope(
  message: Message,
  { ours, toAll, token }: ReplyParts,
): QueuedMail | null {
  const { mail, author } = message;
  const [usual] = ours;
  if (mail === undefined || usual === undefined) return null;
  const wrote: readonly MailAddress[] =
    author.externalId === null ? [] : [{ name: author.name, address: author.externalId }];
  const theirs = mail.replyTo.length > 0 ? mail.replyTo : wrote;
  const to = without(message.authorKind === 'brand' ? mail.to : theirs, ours, []);
  if (to.length === 0) return null;
  const got = [...mail.to, ...mail.cc];
  const from = ours.find((own) => isOurs(own, got)) ?? usual;
  return {
    kind: toAll ? 'reply_all' : 'reply',
    messageId: `${token}@${domainOf(from)}`,
    from,
    to,
    cc: toAll ? without(got, ours, to) : [],
    subject: replySubject(mail.subject),
    inReplyTo: mail.messageId,
    references: shortened([
      ...mail.references,
      ...(mail.messageId === null ? [] : [mail.messageId]),
    ]),
  };
}

/**
 * Returns the envelope of a mail that is passed on: a mail to somebody else, not tied to what its
 * writer is told, but to the thread. Null when there is no mail to pass on.
 */
export function forwardEnvelope(
  message: Message,
  { ours, token }: Omit<ReplyParts, 'toAll'>,
): QueuedMail | null {
  const { mail } = message;
  const [usual] = ours;
  if (mail === undefined || usual === undefined) return null;
  const from = ours.find((own) => isOurs(own, [...mail.to, ...mail.cc])) ?? usual;
  return {
    kind: 'forward',
    messageId: `${token}@${domainOf(from)}`,
    from,
    to: [],
    cc: [],
    subject: forwardSubject(mail.subject),
    inReplyTo: null,
    references: shortened([
      ...mail.references,
      ...(mail.messageId === null ? [] : [mail.messageId]),
    ]),
  };
}

function without(
  addresses: readonly MailAddress[],
  ours: readonly MailAddress[],
  others: readonly MailAddress[],
): readonly MailAddress[] {
  const taken = new Set([...ours, ...others].map(personIdOf));
  return addresses.filter((address) => {
    const id = personIdOf(address);
    if (taken.has(id) || isOurs(address, ours)) return false;
    taken.add(id);
    return true;
  });
}

const domainOf = ({ address }: MailAddress): string => {
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
  return /^[a-z0-9.-]+$/.test(domain) ? domain : 'localhost';
};

const shortened = (references: readonly string[]): readonly string[] =>
  references.length <= MOST_REFERENCES
    ? references
    : [...references.slice(0, 1), ...references.slice(1 - MOST_REFERENCES)];
