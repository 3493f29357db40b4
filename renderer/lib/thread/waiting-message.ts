import type { MessageView } from '../../../shared/contract/schemas.ts';

const newest = (
  messages: readonly MessageView[],
  kind: MessageView['authorKind'],
): MessageView | null =>
  messages
    .filter(({ authorKind, presence }) => authorKind === kind && presence !== 'gone')
    .reduce<MessageView | null>(
      (latest, message) =>
        latest === null || message.createdAtMs >= latest.createdAtMs ? message : latest,
      null,
    );

/**
 * Returns the message that an answer is to when none was chosen: the customer's newest that still
 * stands, else the newest of the others in the thread; null when nobody but us wrote.
 */
export const waitingMessage = (messages: readonly MessageView[]): MessageView | null =>
  newest(messages, 'customer') ?? newest(messages, 'other');

/** Returns our own newest message that still stands, or null. */
export const ownMessage = (messages: readonly MessageView[]): MessageView | null =>
  newest(messages, 'brand');
