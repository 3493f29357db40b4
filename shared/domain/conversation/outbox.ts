import { assertNever } from '../../kernel/assert-never.ts';
import type { OutboxAction } from '../action/types.ts';
import type { DomainEvent } from '../event.ts';
import type { OutboxItem } from '../outbox/types.ts';
import type { ConversationKind } from './types.ts';

type Queued = DomainEvent<'reply.queued' | 'action.queued'>;
type StateFact = DomainEvent<'reply.state' | 'action.state'>;

/**
 * Returns what is to be done at the platform for a conversation and where it stands, in the order it
 * was queued. States follow the logical clock: the wall clock may jump back between sending and sent.
 */
export function outboxOf(
  events: readonly DomainEvent[],
  kind: ConversationKind,
): readonly OutboxItem[] {
  const items = new Map<string, OutboxItem>();
  const states: StateFact[] = [];
  for (const event of events) {
    if (event.kind === 'reply.queued' || event.kind === 'action.queued') {
      if (!items.has(event.payload.outboxId)) {
        items.set(event.payload.outboxId, queued(event, kind));
      }
    } else if (event.kind === 'reply.state' || event.kind === 'action.state') states.push(event);
  }
  if (states.length > 1) states.sort((a, b) => (a.hlc < b.hlc ? -1 : a.hlc > b.hlc ? 1 : 0));
  for (const state of states) {
    const item = items.get(state.payload.outboxId);
    if (item !== undefined) items.set(item.id, moved(item, state));
  }
  return [...items.values()];
}

const queued = (event: Queued, kind: ConversationKind): OutboxItem => ({
  id: event.payload.outboxId,
  conversationId: event.conversationId ?? '',
  accountId: event.accountId ?? '',
  ...contentOf(event, kind),
  rawId: null,
  state: 'queued',
  attempt: 0,
  reason: null,
  externalId: null,
  queuedAtMs: event.happenedAtMs,
  notBeforeMs: event.payload.notBeforeMs,
  sentAtMs: null,
  changedAtMs: event.happenedAtMs,
});

type Content = Pick<
  OutboxItem,
  'action' | 'targetExternalId' | 'text' | 'image' | 'mail' | 'seenThroughMs' | 'closeAfter'
>;

function contentOf(event: Queued, kind: ConversationKind): Content {
  switch (event.kind) {
    case 'reply.queued': {
      const { parentExternalId, text, visibility, image, mail, seenThroughMs, closeAfter } =
        event.payload;
      return {
        action: spokenAction(kind, visibility ?? 'public'),
        targetExternalId: parentExternalId,
        text,
        image: image ?? null,
        mail: mail ?? null,
        seenThroughMs,
        closeAfter,
      };
    }
    case 'action.queued': {
      const { action, targetExternalId, text } = event.payload;
      const seenThroughMs = event.happenedAtMs;
      return {
        action,
        targetExternalId,
        text,
        image: null,
        mail: null,
        seenThroughMs,
        closeAfter: false,
      };
    }
    default:
      return assertNever(event);
  }
}

/** Returns how words leave from a conversation of this kind. */
export function spokenAction(
  kind: ConversationKind,
  visibility: 'public' | 'private',
): Extract<OutboxAction, 'reply' | 'private_reply' | 'message'> {
  if (kind === 'direct_message' || kind === 'email') return 'message';
  return visibility === 'private' ? 'private_reply' : 'reply';
}

const moved = (item: OutboxItem, { payload, happenedAtMs }: StateFact): OutboxItem => ({
  ...item,
  state: payload.state,
  attempt: payload.attempt,
  reason: payload.reason,
  externalId: payload.externalId ?? item.externalId,
  rawId: payload.rawId ?? item.rawId,
  notBeforeMs: payload.notBeforeMs ?? item.notBeforeMs,
  sentAtMs: payload.state === 'sending' ? happenedAtMs : item.sentAtMs,
  // Queued once more: a person saw why it had stopped, and everything that had arrived by then.
  seenThroughMs:
    payload.state === 'queued' ? Math.max(item.seenThroughMs, happenedAtMs) : item.seenThroughMs,
  changedAtMs: happenedAtMs,
});
