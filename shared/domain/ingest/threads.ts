import type { AuthorKind } from '../conversation/types.ts';
import type { KnownConversation, ObservedMessage } from './types.ts';

/** A conversation while its messages are sorted into it. */
export type Thread = KnownConversation;

/** True for the message that its thread is named after: a top-level comment, a post on the wall. */
export const startsThread = (message: ObservedMessage): boolean =>
  message.externalId === message.conversationExternalId;

/**
 * Returns a new thread for the first message seen of it. When that is a reply whose parent was
 * never read, the thread is keyed by the parent's id and its starter is unknown.
 */
export const openThread = (message: ObservedMessage, conversationId: string): Thread => ({
  conversationId,
  externalId: message.conversationExternalId,
  starterExternalId: startsThread(message) ? message.author.externalId : null,
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
  if (startsThread(message)) return 'customer';
  if (thread.starterExternalId === pageExternalId) return 'customer';
  return message.author.externalId === thread.starterExternalId ? 'customer' : 'other';
}
