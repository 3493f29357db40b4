import type { NewEvent } from '../../../../shared/domain/event.ts';
import type { KnownMessage } from '../../ports/store.ts';
import { commit, type Inbox } from '../inbox.ts';

/** Asked and closed at once: others may write between two. */
const BATCH = 200;

/**
 * Closes, as unanswered, what waits because of these mails (when they came in, by platform id): the past
 * of a mailbox is no list of work. The fact is dated to the newest of them in its conversation, so that
 * whoever wrote later still waits. What lies in a folder of the mailbox is left alone: it was not
 * brought here. Doing it twice is doing it once. Returns how many conversations were closed.
 */
export async function closeOldSilence(
  inbox: Inbox,
  accountId: string,
  mails: ReadonlyMap<string, number>,
): Promise<number> {
  const ids = [...mails.keys()];
  const byConversation = new Map<string, KnownMessage[]>();
  for (let from = 0; from < ids.length; from += BATCH) {
    for (const known of inbox.store.knownMessages(accountId, ids.slice(from, from + BATCH))) {
      if (inbox.store.mailPlaces(accountId, known.externalId).length > 0) continue;
      const others = byConversation.get(known.conversationId) ?? [];
      byConversation.set(known.conversationId, [...others, known]);
    }
    await breathe();
  }
  const conversations = [...byConversation];
  let closed = 0;
  for (let from = 0; from < conversations.length; from += BATCH) {
    const facts = conversations
      .slice(from, from + BATCH)
      .flatMap(([id, messages]) => closing(inbox, id, messages));
    if (facts.length > 0) commit(inbox, facts);
    closed += facts.length;
    await breathe();
  }
  return closed;
}

const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function closing(inbox: Inbox, id: string, brought: readonly KnownMessage[]): readonly NewEvent[] {
  const conversation = inbox.store.conversation(id);
  if (conversation === null) return [];
  const ids = new Set(brought.map(({ messageId }) => messageId));
  const waits = conversation.obligations.some((one) => one.endedAtMs === null && ids.has(one.id));
  if (!waits) return [];
  const newestMs = Math.max(
    ...conversation.messages.filter((one) => ids.has(one.id)).map((one) => one.createdAtMs),
  );
  return [
    {
      kind: 'conversation.closed',
      actor: 'system',
      accountId: conversation.row.accountId,
      conversationId: id,
      happenedAtMs: newestMs,
      payload: {},
    },
  ];
}
