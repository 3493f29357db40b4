import type { OutboxItem } from '../../../shared/domain/outbox/types.ts';
import type { ReadableStore } from '../ports/store.ts';

/** Returns the platform id of the one whom private words are for; null where it is withheld. */
export function personOf(
  store: Pick<ReadableStore, 'conversation'>,
  { action, targetExternalId, conversationId }: OutboxItem,
): string | null {
  if (action !== 'private_reply') return targetExternalId;
  const target = store
    .conversation(conversationId)
    ?.messages.find((message) => message.externalId === targetExternalId);
  return target?.author.externalId ?? null;
}
