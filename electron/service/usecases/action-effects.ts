import type { Message, Presence } from '../../../shared/domain/conversation/types.ts';
import type { NewEvent } from '../../../shared/domain/event.ts';
import type { OutboxItem } from '../../../shared/domain/outbox/types.ts';
import { agentActor, type Inbox } from './inbox.ts';

/** Returns the facts that an action of ours made, once it is done: what changed in the conversation. */
export function effectsOf(inbox: Inbox, item: OutboxItem): readonly NewEvent[] {
  const messages = inbox.store.conversation(item.conversationId)?.messages ?? [];
  const target = messages.find((message) => message.externalId === item.targetExternalId);
  if (target === undefined) return [];
  switch (item.action) {
    case 'hide':
      return presenceFacts(inbox, item, [target], 'hidden');
    case 'unhide':
      return presenceFacts(inbox, item, [target], 'visible');
    case 'delete': {
      const below = messages.filter((one) => one.parentExternalId === item.targetExternalId);
      return presenceFacts(inbox, item, [target, ...below], 'gone');
    }
    case 'edit':
      return target.text === item.text ? [] : [editedFact(inbox, item, target)];
    default:
      return [];
  }
}

const presenceFacts = (
  inbox: Inbox,
  item: OutboxItem,
  messages: readonly Message[],
  presence: Presence,
): readonly NewEvent[] =>
  messages
    .filter((message) => message.presence !== presence)
    .map((message) => ({
      kind: 'message.presence',
      ...aboutIt(inbox, item),
      payload: { messageId: message.id, presence },
    }));

const editedFact = (inbox: Inbox, item: OutboxItem, message: Message): NewEvent => ({
  kind: 'message.edited',
  ...aboutIt(inbox, item),
  payload: { messageId: message.id, text: item.text },
});

const aboutIt = (
  inbox: Inbox,
  { accountId, conversationId }: OutboxItem,
): Pick<NewEvent, 'actor' | 'accountId' | 'conversationId' | 'happenedAtMs'> => ({
  actor: agentActor(inbox),
  accountId,
  conversationId,
  happenedAtMs: inbox.clock.now(),
});

/** Keeps what an action of ours changed at the platform and no fact tells: likes. */
export function noteAtPlatform({ store }: Inbox, item: OutboxItem): void {
  const { accountId, targetExternalId, action } = item;
  if (action !== 'like' && action !== 'unlike') return;
  const before = store.platformStates(accountId, [targetExternalId]).get(targetExternalId);
  const liked = action === 'like';
  if (before?.liked === liked) return;
  const count = before?.likeCount ?? null;
  const likeCount = count === null ? null : Math.max(0, count + (liked ? 1 : -1));
  store.setPlatformState(accountId, targetExternalId, { liked, likeCount });
}
