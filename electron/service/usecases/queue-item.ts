import type { NewEvent } from '../../../shared/domain/event.ts';
import type { OutboxItem } from '../../../shared/domain/outbox/types.ts';
import { commit, type Inbox } from './inbox.ts';
import { isMoving } from './outbox-queue.ts';

/** Commits the facts that put something into the outbox; returns it. */
export function queueItem(inbox: Inbox, outboxId: string, events: readonly NewEvent[]): OutboxItem {
  commit(inbox, events);
  const item = inbox.store.outboxItem(outboxId);
  if (item === null) throw new Error('What was committed to the outbox is not in it.');
  return item;
}

/** Returns the item that says the same in the same place and is still on its way. */
export const sameOnItsWay = (
  { store }: Inbox,
  wanted: Pick<OutboxItem, 'conversationId' | 'action' | 'targetExternalId' | 'text' | 'image'>,
): OutboxItem | undefined =>
  store
    .outboxOpen()
    .find(
      (item) =>
        isMoving(item) &&
        item.conversationId === wanted.conversationId &&
        item.action === wanted.action &&
        item.targetExternalId === wanted.targetExternalId &&
        item.image?.id === wanted.image?.id &&
        item.text === wanted.text,
    );
