import type { DomainEvent } from '../event.ts';
import type { OutboxItem } from '../outbox/types.ts';

type Queued = DomainEvent<'reply.queued'>;
type StateFact = DomainEvent<'reply.state'>;

/**
 * Returns the replies of a conversation and where they stand, in the order they were queued. Their
 * states follow the logical clock: the wall clock may jump back between sending and sent.
 */
export function outboxOf(events: readonly DomainEvent[]): readonly OutboxItem[] {
  const items = new Map<string, OutboxItem>();
  const states: StateFact[] = [];
  for (const event of events) {
    if (event.kind === 'reply.queued' && !items.has(event.payload.outboxId)) {
      items.set(event.payload.outboxId, queued(event));
    } else if (event.kind === 'reply.state') states.push(event);
  }
  if (states.length > 1) states.sort((a, b) => (a.hlc < b.hlc ? -1 : a.hlc > b.hlc ? 1 : 0));
  for (const state of states) {
    const item = items.get(state.payload.outboxId);
    if (item !== undefined) items.set(item.id, moved(item, state));
  }
  return [...items.values()];
}

const queued = ({ payload, conversationId, accountId, happenedAtMs }: Queued): OutboxItem => ({
  id: payload.outboxId,
  conversationId: conversationId ?? '',
  accountId: accountId ?? '',
  parentExternalId: payload.parentExternalId,
  text: payload.text,
  state: 'queued',
  attempt: 0,
  reason: null,
  externalId: null,
  queuedAtMs: happenedAtMs,
  notBeforeMs: payload.notBeforeMs,
  seenThroughMs: payload.seenThroughMs,
  closeAfter: payload.closeAfter,
  sentAtMs: null,
  changedAtMs: happenedAtMs,
});

const moved = (item: OutboxItem, { payload, happenedAtMs }: StateFact): OutboxItem => ({
  ...item,
  state: payload.state,
  attempt: payload.attempt,
  reason: payload.reason,
  externalId: payload.externalId ?? item.externalId,
  notBeforeMs: payload.notBeforeMs ?? item.notBeforeMs,
  sentAtMs: payload.state === 'sending' ? happenedAtMs : item.sentAtMs,
  // Queued once more: a person saw why it had stopped, and everything that had arrived by then.
  seenThroughMs:
    payload.state === 'queued' ? Math.max(item.seenThroughMs, happenedAtMs) : item.seenThroughMs,
  changedAtMs: happenedAtMs,
});
