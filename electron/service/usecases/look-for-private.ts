import type { OutboxItem } from '../../../shared/domain/outbox/types.ts';
import type { ItemRef } from '../ports/connector.ts';
import { arrivedEvents, lookFor } from './bind-own-replies.ts';
import { commit, type Inbox, type Reached } from './inbox.ts';
import { ingestStep } from './ingest-step.ts';
import { personOf } from './person-of.ts';
import { readThreadAnew } from './refresh-thread.ts';
import { saidAtMs } from './spoken-message.ts';
import { threadOf } from './thread-of.ts';

/** How a look for words ended where it did not bind them itself. */
export type Look = 'none' | 'several' | 'failed' | 'gone';

/**
 * Looks for a private reply whose answer was lost: in the private conversation with that person
 * where there is one, then at the comment, which takes only one: one that takes none any more has
 * got it (facebook.md §4).
 */
export async function lookForPrivateReply(
  inbox: Inbox,
  item: OutboxItem,
  reached: Reached,
  signal: AbortSignal,
): Promise<Look> {
  const inThread = await lookInPrivateThread(inbox, item, reached, signal);
  if (inThread !== 'none') return inThread;
  if (inbox.store.outboxItem(item.id)?.state === 'sent') return 'none';
  return lookAtComment(inbox, item, reached, signal);
}

async function lookInPrivateThread(
  inbox: Inbox,
  item: OutboxItem,
  reached: Reached,
  signal: AbortSignal,
): Promise<Look> {
  const person = personOf(inbox.store, item);
  const thread = person === null ? null : inbox.store.privateConversation(item.accountId, person);
  if (thread === null) return 'none';
  const read = await readThreadAnew(inbox, reached, thread, signal);
  // A private conversation that cannot be read proves nothing; the comment may.
  if (!read.ok) return 'none';
  return lookFor(inbox.store, item, read.value.messages).kind === 'several' ? 'several' : 'none';
}

async function lookAtComment(
  inbox: Inbox,
  item: OutboxItem,
  { account, connector, remote }: Reached,
  signal: AbortSignal,
): Promise<Look> {
  const comment = refOf(inbox, item);
  if (comment === null) return 'gone';
  const read = await connector.readItems(remote, [comment], signal);
  if (!read.ok || read.value.failures.length > 0) return 'failed';
  ingestStep(inbox, account, read.value, { arrivals: true });
  if (read.value.gone.includes(item.targetExternalId)) return 'gone';
  const seen = read.value.messages.find((one) => one.externalId === item.targetExternalId);
  if (seen?.state?.canReplyPrivately !== false) return 'none';
  const now = inbox.store.outboxItem(item.id) ?? item;
  const arrived = { externalId: null, createdAtMs: saidAtMs(inbox, item) };
  commit(inbox, arrivedEvents(inbox, account, now, arrived));
  return 'none';
}

function refOf({ store }: Inbox, item: OutboxItem): ItemRef | null {
  const conversation = store.conversation(item.conversationId);
  const message = conversation?.messages.find((one) => one.externalId === item.targetExternalId);
  if (conversation === null || message === undefined) return null;
  return {
    externalId: item.targetExternalId,
    parentExternalId: message.parentExternalId,
    conversation: threadOf(conversation.row),
  };
}
