import { isOurs, personIdOf } from './identity.ts';
import type { MailAddress, MailHead } from './types.ts';

/** A thread that a mail may belong to. */
export interface KnownMailThread {
  readonly conversationId: string;
  /** The platform id that its conversation is named after. */
  readonly externalId: string;
  /** Everybody who wrote in it or got it, by {@link personIdOf}. */
  readonly participants: ReadonlySet<string>;
}

/** Where a mail goes. `claims`: it names a thread in which its sender is a stranger. */
export interface MailPlacing {
  readonly thread: KnownMailThread | null;
  readonly claims: KnownMailThread | null;
}

/**
 * Returns the Message-IDs that tie a mail to a thread, the most telling first: what it answers, its
 * own (a reply to it may have been read before it), then what it names, the newest first.
 */
export function tiesOf({
  inReplyTo,
  messageId,
  references,
}: Pick<MailHead, 'inReplyTo' | 'messageId' | 'references'>): readonly string[] {
  const own = messageId === null ? [] : [messageId];
  return [...new Set([...inReplyTo, ...own, ...references.toReversed()])];
}

/**
 * Returns the thread of a mail: the first that its ties, then its `marks` lead to and in which its
 * sender takes part, or is one of us. Never the subject: that is anybody's to write. A stranger who
 * names a thread of others (a forwarded address, or somebody who guesses) gets a conversation of their
 * own, which says so.
 */
export function placeMail(
  head: MailHead,
  threads: ReadonlyMap<string, KnownMailThread>,
  ours: readonly MailAddress[],
  marks: readonly string[] = [],
): MailPlacing {
  const named = [...tiesOf(head), ...marks].flatMap((tie) => threads.get(tie) ?? []);
  const senders = [head.from, head.sender].filter((one) => one !== null);
  const isAtHome = ({ participants }: KnownMailThread): boolean =>
    senders.some((one) => isOurs(one, ours) || participants.has(personIdOf(one)));
  const thread = named.find(isAtHome) ?? null;
  return { thread, claims: thread === null ? (named[0] ?? null) : null };
}

/** Everybody who wrote a mail or got it. */
export const participantsOf = ({ from, sender, replyTo, to, cc }: MailHead): readonly string[] => [
  ...new Set(
    [from, sender, ...replyTo, ...to, ...cc].filter((one) => one !== null).map(personIdOf),
  ),
];
