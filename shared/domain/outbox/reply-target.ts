import type { ConversationKind, Message } from '../conversation/types.ts';

/**
 * Returns the id that a reply is posted under. Facebook's threads have two levels: everything in a
 * comment's thread goes under that comment; below a visitor post, a reply to a nested comment goes
 * to its top-level comment.
 */
export function replyTarget(
  conversation: { readonly kind: ConversationKind; readonly externalId: string },
  messages: readonly Pick<Message, 'externalId' | 'parentExternalId'>[],
  wantedExternalId: string,
): string {
  if (conversation.kind === 'comment') return conversation.externalId;
  const wanted = messages.find((message) => message.externalId === wantedExternalId);
  const parent = wanted?.parentExternalId ?? null;
  return parent === null || parent === conversation.externalId ? wantedExternalId : parent;
}
