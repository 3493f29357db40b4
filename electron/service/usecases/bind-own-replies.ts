import type { NewEvent } from '../../../shared/domain/event.ts';
import { canonicalText } from '../../../shared/domain/ingest/canonical-text.ts';
import type { ObservedMessage } from '../../../shared/domain/ingest/types.ts';
import { isInDoubt } from '../../../shared/domain/outbox/copies.ts';
import { SPOKEN } from '../../../shared/domain/action/types.ts';
import { reconcile, type Reconciliation } from '../../../shared/domain/outbox/reconcile.ts';
import type { OutboxItem } from '../../../shared/domain/outbox/types.ts';
import type { AccountRow, ReadableStore } from '../ports/store.ts';
import type { Inbox } from './inbox.ts';
import { closedAfter, moved } from './outbox-events.ts';
import { personOf } from './person-of.ts';
import { spokenMessage, type ArrivedWords } from './spoken-message.ts';

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
  const ids = new Set<string>();
  const events: NewEvent[] = [];
  const ours = messages.filter((message) => message.byBrand);
  for (const item of ours.length === 0 ? [] : inDoubt(inbox.store, account.id)) {
    const found = lookFor(inbox.store, item, ours);
    if (found.kind !== 'match') continue;
    const copy = messages.find((message) => message.externalId === found.externalId);
    if (copy === undefined) continue;
    ids.add(copy.externalId);
    events.push(...arrivedEvents(inbox, account, item, copy));
  }
  return { ids, events };
}

const inDoubt = (store: ReadableStore, accountId: string): readonly OutboxItem[] =>
  store
    .outboxOpen()
    .filter((item) => item.accountId === accountId && SPOKEN.has(item.action) && isInDoubt(item));

/**
 * Looks for the copy of lost words among what was read of the place where they were to appear. What
 * was known here before the delivery began cannot be it, and what belongs to other words neither.
 */
export function lookFor(
  store: ReadableStore,
  item: OutboxItem,
  messages: readonly ObservedMessage[],
): Reconciliation {
  if (item.mail !== null) return boundMail(store, item, messages);
  // Words first: most of what was read says something else, and where it stands takes longer to tell.
  const text = canonicalText(item.text);
  const isSame = (said: Pick<OutboxItem, 'text'>): boolean => canonicalText(said.text) === text;
  const same = messages.filter((message) => message.byBrand && isSame(message));
  const candidates = same.length === 0 ? [] : same.filter(placeOf(store, item));
  if (candidates.length === 0) return { kind: 'none' };
  const ids = candidates.map((message) => message.externalId);
  const begunAtMs = item.sentAtMs ?? item.queuedAtMs;
  const earlier = store
    .knownMessages(item.accountId, ids)
    .filter((message) => message.observedAtMs <= begunAtMs);
  const isDuplicate = item.reason === 'duplicate';
  return reconcile({
    item,
    anyAge: isDuplicate,
    rivals: inDoubt(store, item.accountId)
      .filter(isSame)
      .filter((rival) => sharesPlace(store, item, rival)),
    candidates,
    bound: [
      ...store.boundReplyIds(item.accountId, ids),
      // The copy that makes it a duplicate may well have been read before.
      ...(isDuplicate ? [] : earlier.map((message) => message.externalId)),
    ],
  });
}

/** A mail of ours goes by its name: there is nothing to guess. */
function boundMail(
  store: ReadableStore,
  { id, accountId }: OutboxItem,
  messages: readonly ObservedMessage[],
): Reconciliation {
  const copy = messages.find(({ outboxId }) => outboxId === id);
  const isBound =
    copy !== undefined && store.boundReplyIds(accountId, [copy.externalId]).length > 0;
  return copy === undefined || isBound
    ? { kind: 'none' }
    : { kind: 'match', externalId: copy.externalId };
}

/** Says of a message whether it stands where the words of this item were to appear. */
function placeOf(store: ReadableStore, item: OutboxItem): (message: ObservedMessage) => boolean {
  if (item.action === 'private_reply') {
    const person = personOf(store, item);
    return ({ visibility, addressees }) =>
      visibility === 'private' && person !== null && addressees.includes(person);
  }
  const externalId = store.conversation(item.conversationId)?.row.externalId;
  return (message) =>
    message.conversationExternalId === externalId &&
    (item.action === 'message') === (message.visibility === 'private');
}

/**
 * Private words to one person appear in one place, from wherever they were written. A comment may name
 * its author otherwise than the private conversation does: in doubt the place is the same, and with
 * more claims than copies a person is asked.
 */
function sharesPlace(store: ReadableStore, item: OutboxItem, other: OutboxItem): boolean {
  if (item.action === 'reply' || other.action === 'reply') {
    return item.action === other.action && item.conversationId === other.conversationId;
  }
  if (item.action === other.action) return personOf(store, item) === personOf(store, other);
  return !stillTakesOne(store, other);
}

/** A person was asked about this private reply, and its comment takes one yet: it did not arrive. */
const stillTakesOne = (
  store: ReadableStore,
  { action, state, accountId, targetExternalId }: OutboxItem,
): boolean =>
  action === 'private_reply' &&
  state === 'needs_human' &&
  store.platformStates(accountId, [targetExternalId]).get(targetExternalId)?.canReplyPrivately ===
    true;

/** The facts of a reply that turned out to have arrived; in doubt it is looked at before it is sent. */
export function arrivedEvents(
  inbox: Inbox,
  account: AccountRow,
  item: OutboxItem,
  copy: ArrivedWords,
): readonly NewEvent[] {
  const nowMs = inbox.clock.now();
  const { externalId } = copy;
  const looked: readonly NewEvent[] =
    item.state === 'unknown' ? [moved(item, { state: 'reconciling' }, { nowMs })] : [];
  const from: OutboxItem = item.state === 'unknown' ? { ...item, state: 'reconciling' } : item;
  const known =
    externalId !== null && inbox.store.knownMessages(account.id, [externalId]).length > 0;
  return [
    ...looked,
    ...(known ? [] : [spokenMessage(inbox, account, item, copy)]),
    moved(from, { state: 'sent', ...(externalId === null ? {} : { externalId }) }, { nowMs }),
    // Closed before its answer it would count as closed without one.
    ...closedAfter(item, Math.max(nowMs, copy.createdAtMs), 'system'),
  ];
}
