import { compareEvents, type DomainEvent } from '../event.ts';

/** A conversation's facts, ready to be read once from the oldest to the newest. */
export interface Timeline {
  readonly opened: DomainEvent<'conversation.opened'>;
  readonly events: readonly DomainEvent[];
}

type Observed = DomainEvent<'message.observed'>;

const DECISIONS: ReadonlySet<string> = new Set([
  'conversation.no_answer_needed',
  'conversation.closed',
  'conversation.reopened',
]);

/** What `conversation.undone` can take back. */
const UNDOABLE: ReadonlySet<string> = new Set([
  'conversation.no_answer_needed',
  'conversation.closed',
  'conversation.reopened',
  'conversation.handed_over',
  'conversation.assigned',
]);

/**
 * Returns the facts that hold, in order: none twice, nothing that was undone, and every message
 * once, also when two reads gave it two ids. Throws when nothing says that the conversation
 * exists: that is a bug, not input.
 */
export function timelineOf(events: readonly DomainEvent[]): Timeline {
  const sorted = withoutUndone(events).sort(inOrder);
  const opened = sorted.find((event) => event.kind === 'conversation.opened');
  if (opened === undefined) throw new Error('A conversation without conversation.opened');
  return { opened, events: oncePerMessage(sorted) };
}

/**
 * By time, and within one instant a brand message after the customers': platforms date to the
 * second, and an answer in the second of the question has answered it. A decision comes last: it is
 * about what was there, and where our clock lags it is dated to the newest message.
 */
const inOrder = (a: DomainEvent, b: DomainEvent): number =>
  a.happenedAtMs - b.happenedAtMs || rankOf(a) - rankOf(b) || compareEvents(a, b);

function rankOf(event: DomainEvent): number {
  if (event.kind === 'message.observed') return event.payload.authorKind === 'brand' ? 1 : 0;
  return DECISIONS.has(event.kind) ? 2 : 0;
}

function withoutUndone(events: readonly DomainEvent[]): DomainEvent[] {
  const undone = new Set<string>();
  for (const event of events) {
    if (event.kind === 'conversation.undone') undone.add(event.payload.opId);
  }
  const seen = new Set<string>();
  return events.filter((event) => {
    if (seen.has(event.opId)) return false;
    seen.add(event.opId);
    return !(undone.has(event.opId) && UNDOABLE.has(event.kind));
  });
}

/** Keeps the first observation of each message; what speaks of a later one's id speaks of the first. */
function oncePerMessage(sorted: readonly DomainEvent[]): readonly DomainEvent[] {
  const firstById = new Map<string, Observed>();
  const firstByExternalId = new Map<string, Observed>();
  const repeats = new Map<Observed, Observed>();
  for (const event of sorted) {
    if (event.kind !== 'message.observed') continue;
    const { messageId, externalId } = event.payload;
    const first =
      firstById.get(messageId) ??
      (externalId === null ? undefined : firstByExternalId.get(externalId));
    if (first !== undefined) repeats.set(event, first);
    firstById.set(messageId, first ?? event);
    if (externalId !== null) firstByExternalId.set(externalId, first ?? event);
  }
  if (repeats.size === 0) return sorted;
  const ours = new Set<Observed>();
  for (const [repeat, first] of repeats) {
    if (repeat.payload.source === 'riscontro') ours.add(first);
  }
  return sorted
    .filter((event) => event.kind !== 'message.observed' || !repeats.has(event))
    .map((event) => unified(event, firstById, ours));
}

/** A reply that we sent stays ours, whichever read saw it first. */
function unified(
  event: DomainEvent,
  firstById: ReadonlyMap<string, Observed>,
  ours: ReadonlySet<Observed>,
): DomainEvent {
  if (event.kind === 'message.observed' && ours.has(event)) {
    return { ...event, payload: { ...event.payload, source: 'riscontro' } };
  }
  if (event.kind !== 'message.edited' && event.kind !== 'message.presence') return event;
  const messageId = firstById.get(event.payload.messageId)?.payload.messageId;
  if (messageId === undefined || messageId === event.payload.messageId) return event;
  return event.kind === 'message.edited'
    ? { ...event, payload: { ...event.payload, messageId } }
    : { ...event, payload: { ...event.payload, messageId } };
}
