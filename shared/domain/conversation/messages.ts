import type { DomainEvent } from '../event.ts';
import type { Message, Note } from './types.ts';

/**
 * Returns a conversation's messages, oldest first, from its facts in order. An edit keeps the
 * earlier text; a message that went stays as a tombstone.
 */
export function messagesOf(
  events: readonly DomainEvent[],
  answered: ReadonlyMap<string, readonly string[]>,
): readonly Message[] {
  const messages = new Map<string, Message>();
  for (const event of events) {
    if (event.kind === 'message.observed') {
      messages.set(event.payload.messageId, observed(event, answered));
    }
  }
  for (const event of events) {
    if (!isChange(event)) continue;
    const message = messages.get(event.payload.messageId);
    if (message !== undefined) messages.set(message.id, changed(message, event));
  }
  return [...messages.values()];
}

type Change = DomainEvent<'message.edited' | 'message.presence' | 'message.bounced'>;

const isChange = (event: DomainEvent): event is Change =>
  event.kind === 'message.edited' ||
  event.kind === 'message.presence' ||
  event.kind === 'message.bounced';

function observed(
  { payload, conversationId, observedAtMs }: DomainEvent<'message.observed'>,
  answered: ReadonlyMap<string, readonly string[]>,
): Message {
  const { messageId, addressees: _, ...rest } = payload;
  return {
    ...rest,
    id: messageId,
    conversationId: conversationId ?? '',
    observedAtMs,
    presenceAtMs: payload.presence === 'visible' ? null : observedAtMs,
    versions: [],
    answered: answered.get(messageId) ?? [],
  };
}

function changed(message: Message, event: Change): Message {
  if (event.kind === 'message.bounced') {
    return { ...message, bounced: [...(message.bounced ?? []), ...event.payload.recipients] };
  }
  if (event.kind === 'message.presence') {
    return { ...message, presence: event.payload.presence, presenceAtMs: event.happenedAtMs };
  }
  if (event.payload.text === message.text) return message;
  const earlier = { text: message.text, untilMs: event.happenedAtMs };
  return { ...message, text: event.payload.text, versions: [...message.versions, earlier] };
}

/** Returns a conversation's internal notes, oldest first. */
export const notesOf = (events: readonly DomainEvent[]): readonly Note[] =>
  events
    .filter((event) => event.kind === 'note.added')
    .map(({ payload, conversationId, actor, happenedAtMs }) => ({
      id: payload.noteId,
      conversationId: conversationId ?? '',
      text: payload.text,
      author: actor,
      createdAtMs: happenedAtMs,
    }));
