import type { Presence } from '../conversation/types.ts';
import type { DomainEvent } from '../event.ts';
import { needsAnswer } from '../triage/triage.ts';
import { personOf, type Thread } from './thread.ts';
import { counts, isCurrent, type Person, type Utterance } from './waiting.ts';

type Observed = DomainEvent<'message.observed'>;

/** A customer or a third person says something. */
export function arrive(thread: Thread, event: Observed): void {
  const { payload } = event;
  const person = personOf(thread, payload.author);
  const utterance: Utterance = {
    id: payload.messageId,
    createdAtMs: payload.createdAtMs,
    hlc: event.hlc,
    teamId: thread.teamId,
    wallPost: isWallPost(thread, event),
    person,
    needs: needs(thread, person, event),
    presence: 'visible',
    block: person.block,
    vanished: null,
  };
  thread.utterances.set(utterance.id, utterance);
  person.block.utterances.push(utterance);
  thread.active.add(person);
  if (utterance.needs) {
    person.block.waiting += 1;
    thread.closed = false;
  }
  if (payload.presence !== 'visible')
    show(utterance, payload.presence, payload.createdAtMs, thread);
  const early = thread.early.get(utterance.id);
  if (early !== undefined) show(utterance, early.payload.presence, payload.createdAtMs, thread);
}

/** A message is hidden, vanishes or comes back. */
export function changePresence(thread: Thread, event: DomainEvent<'message.presence'>): void {
  const utterance = thread.utterances.get(event.payload.messageId);
  if (utterance === undefined) thread.early.set(event.payload.messageId, event);
  else show(utterance, event.payload.presence, event.happenedAtMs, thread);
}

/**
 * Once answered or decided upon, a message may come and go without effect. Before, going takes its
 * claim away: the person waits on with the next message, or the obligation ends here.
 */
function show(utterance: Utterance, presence: Presence, atMs: number, thread: Thread): void {
  const before = counts(utterance);
  utterance.presence = presence;
  const after = counts(utterance);
  if (before === after || !isCurrent(utterance)) return;
  const { block } = utterance;
  block.waiting += after ? 1 : -1;
  if (utterance.vanished !== null) thread.ended.delete(utterance.vanished);
  utterance.vanished = null;
  if (after || block.waiting > 0) return;
  utterance.vanished = {
    person: utterance.person,
    opening: utterance,
    endedAtMs: Math.max(atMs, utterance.createdAtMs),
    ending: presence === 'hidden' ? 'hidden' : 'deleted',
    answeredBy: null,
  };
  thread.ended.add(utterance.vanished);
}

/** The visitor post itself, not a comment below it. */
const isWallPost = ({ opened }: Thread, { payload }: Observed): boolean =>
  opened.payload.kind === 'visitor_post' && payload.externalId === opened.payload.externalId;

function needs(thread: Thread, person: Person, { payload }: Observed): boolean {
  const { starter } = thread.opened.payload;
  const byStarter =
    payload.authorKind === 'customer' ||
    (starter.externalId !== null && payload.author.externalId === starter.externalId);
  if (!byStarter && speaksToOthers(thread, payload.addressees)) return false;
  return needsAnswer({
    text: payload.text,
    byStarter,
    afterAnswer: thread.everybodySettled || person.settled,
    attachment: payload.attachments.some(({ kind }) => kind !== 'sticker' && kind !== 'share'),
  }).needs;
}

/** Tags only people who wrote in this thread, none of them us. */
const speaksToOthers = (thread: Thread, addressees: readonly string[]): boolean =>
  addressees.length > 0 &&
  addressees.every((id) => thread.people.has(id) && !thread.brandIds.has(id));
