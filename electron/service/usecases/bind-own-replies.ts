import type { NewEvent } from '../../../shared/domain/event.ts';
import type { ObservedMessage } from '../../../shared/domain/ingest/types.ts';
import { isInDoubt } from '../../../shared/domain/outbox/copies.ts';
import { reconcile, type Reconciliation } from '../../../shared/domain/outbox/reconcile.ts';
import type { OutboxItem } from '../../../shared/domain/outbox/types.ts';
import type { AccountRow, ReadableStore } from '../ports/store.ts';
import type { Inbox } from './inbox.ts';
import { closedAfter, moved } from './outbox-events.ts';

/** Replies of ours that a read found at the page, and the facts that say so. */
export interface OwnReplies {
  /** Platform ids that are ours: the read must not record them again. */
  readonly ids: ReadonlySet<string>;
  readonly events: readonly NewEvent[];
}

/**
 * Recognises, among what was just read, replies whose answer was lost. Only a single possible copy
 * counts; with several the ordinary reconciling asks a person, and they are recorded as they are.
 */
export function bindOwnReplies(
  inbox: Inbox,
  account: AccountRow,
  messages: readonly ObservedMessage[],
): OwnReplies {
  const lost = inbox.store
    .outboxOpen()
    .filter((item) => item.accountId === account.id && isInDoubt(item));
  const ids = new Set<string>();
  const events: NewEvent[] = [];
  for (const item of messages.some((message) => message.byBrand) ? lost : []) {
    const found = lookFor(inbox.store, item, messages);
    if (found.kind !== 'match') continue;
    const copy = messages.find((message) => message.externalId === found.externalId);
    if (copy === undefined) continue;
    ids.add(copy.externalId);
    events.push(...arrivedEvents(inbox, account, item, copy));
  }
  return { ids, events };
}

/**
 * Looks for the copy of a lost reply in its thread. What was known here before the delivery began
 * cannot be it, and what belongs to another reply neither.
 */
export function lookFor(
  store: ReadableStore,
  item: OutboxItem,
  messages: readonly ObservedMessage[],
): Reconciliation {
  const conversation = store.conversation(item.conversationId);
  if (conversation === null) return { kind: 'none' };
  const begunAtMs = item.sentAtMs ?? item.queuedAtMs;
  const earlier = conversation.messages.filter((message) => message.observedAtMs < begunAtMs);
  return reconcile({
    item,
    rivals: conversation.outbox.filter(isInDoubt),
    candidates: messages.filter(
      (message) => message.conversationExternalId === conversation.row.externalId,
    ),
    bound: [
      ...store.boundReplyIds(item.conversationId),
      ...earlier.flatMap((message) => message.externalId ?? []),
    ],
  });
}

/** The facts of a reply that turned out to have arrived; in doubt it is looked at before it is sent. */
export function arrivedEvents(
  inbox: Inbox,
  account: AccountRow,
  item: OutboxItem,
  copy: ObservedMessage,
): readonly NewEvent[] {
  const nowMs = inbox.clock.now();
  const looked: readonly NewEvent[] =
    item.state === 'unknown' ? [moved(item, { state: 'reconciling' }, { nowMs })] : [];
  const from: OutboxItem = item.state === 'unknown' ? { ...item, state: 'reconciling' } : item;
  const known = inbox.store.knownMessages(account.id, [copy.externalId]).length > 0;
  return [
    ...looked,
    ...(known ? [] : [replyMessage(inbox, account, item, copy)]),
    moved(from, { state: 'sent', externalId: copy.externalId }, { nowMs }),
    // Closed before its answer it would count as closed without one.
    ...closedAfter(item, Math.max(nowMs, copy.createdAtMs), 'system'),
  ];
}

/** What is known of a reply at the page, right after sending or found later. */
export type ArrivedReply = Pick<ObservedMessage, 'externalId' | 'createdAtMs'> &
  Partial<Pick<ObservedMessage, 'text' | 'permalink' | 'parentExternalId' | 'addressees'>>;

/** Returns the message that a reply of ours became at the page. */
export function replyMessage(
  inbox: Inbox,
  account: AccountRow,
  item: OutboxItem,
  arrived: ArrivedReply,
): NewEvent<'message.observed'> {
  return {
    kind: 'message.observed',
    actor: `connector:${account.channel}`,
    accountId: account.id,
    conversationId: item.conversationId,
    happenedAtMs: arrived.createdAtMs,
    payload: {
      messageId: inbox.ids.next(),
      externalId: arrived.externalId,
      parentExternalId: arrived.parentExternalId ?? item.targetExternalId,
      author: { externalId: account.externalId, name: account.name },
      authorKind: 'brand',
      text: arrived.text ?? item.text,
      createdAtMs: arrived.createdAtMs,
      visibility: 'public',
      source: 'riscontro',
      presence: 'visible',
      attachments: [],
      permalink: arrived.permalink ?? null,
      addressees: arrived.addressees ?? [],
    },
  };
}
