import type { Author, AuthorKind } from '../conversation/types.ts';
import type { KnownConversation, ObservedMessage } from './types.ts';

/** A conversation while its messages are sorted into it. */
export type Thread = KnownConversation;

/** True for the message that its thread is named after: a top-level comment, a post on the wall. */
const startsThread = (message: ObservedMessage): boolean =>
  message.externalId === message.conversationExternalId;

/** True where a message says whose thread it is: it starts it, or the person writes in private. */
export const namesStarter = (message: ObservedMessage): boolean =>
  startsThread(message) || (isPrivateTalk(message) && !message.byBrand);

const isPrivateTalk = (message: ObservedMessage): boolean =>
  message.conversationKind === 'direct_message';

/**
 * Returns whose thread it is, as far as its first message seen tells. A reply whose parent was never
 * read tells nothing; in private the page writes to the one person that the thread is with.
 */
export function starterOf(message: ObservedMessage): Author {
  if (namesStarter(message)) return message.author;
  const [addressee = null] = isPrivateTalk(message) ? message.addressees : [];
  return { externalId: addressee, name: null };
}

/** Returns a new thread for the first message seen of it, keyed by the id it is named after. */
export const openThread = (message: ObservedMessage, conversationId: string): Thread => ({
  conversationId,
  externalId: message.conversationExternalId,
  starterExternalId: starterOf(message).externalId,
});

/**
 * Says who speaks (domain.md §1, §2). Where the platform withholds the starter's name and the
 * speaker's, they may be the same person: counted as the customer, since an answer owed and not
 * seen is worse than one too many. In a thread that the page itself began, everyone else is one.
 */
export function authorKindOf(
  message: ObservedMessage,
  thread: Thread,
  pageExternalId: string,
): AuthorKind {
  if (message.byBrand) return 'brand';
  if (message.automatic === true) return 'system';
  if (namesStarter(message)) return 'customer';
  if (thread.starterExternalId === pageExternalId) return 'customer';
  return message.author.externalId === thread.starterExternalId ? 'customer' : 'other';
}
