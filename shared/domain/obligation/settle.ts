import type { ConversationKind } from '../conversation/types.ts';
import type { DomainEvent } from '../event.ts';
import { personOf, someoneWaits, type Decided, type Thread } from './thread.ts';
import type { ObligationEnding } from './types.ts';
import { counts, openingOf, startBlock, type Person, type Stretch } from './waiting.ts';

type Observed = DomainEvent<'message.observed'>;
type Decision = DomainEvent<'conversation.no_answer_needed' | 'conversation.closed'>;

/** Channels in which every brand message reaches the one customer. */
const DIRECT: ReadonlySet<ConversationKind> = new Set(['direct_message', 'email', 'ticket']);

/** We say something: whom does it answer? Automation, and what nobody can see, answers nobody. */
export function answer(thread: Thread, { payload }: Observed): void {
  if (payload.author.externalId !== null) thread.brandIds.add(payload.author.externalId);
  if (payload.source === 'automation' || payload.presence !== 'visible') return;
  const missed = missedBy(thread, payload);
  if (missed === 'everybody') return;
  const toAll = reachesEverybody(thread, payload);
  const meant = toAll ? [...thread.active] : addressed(thread, payload);
  const reached = new Set(meant.filter(({ key }) => !missed.has(key)));
  const names: string[] = [];
  for (const person of reached) {
    const answered = end(thread, person, 'answered', payload.createdAtMs, payload.messageId);
    if (answered !== null) names.push(person.author.name ?? person.author.externalId ?? '');
    startBlock(person, []);
    thread.active.delete(person);
    person.settled = true;
  }
  if (toAll) thread.everybodySettled = true;
  thread.decided = toAll ? [] : thread.decided.filter(({ person }) => !reached.has(person));
  if (names.length > 0) thread.answered.set(payload.messageId, names);
}

/** Whom a mail of ours did not reach. Where none of those is one it was sent to, it was passed on to them. */
function missedBy(
  { bounced }: Thread,
  { messageId, addressees }: Observed['payload'],
): ReadonlySet<string> | 'everybody' {
  const missed = bounced.get(messageId);
  if (missed === undefined) return new Set();
  return addressees.some((id) => missed.has(id)) ? missed : 'everybody';
}

/**
 * Somebody decides that nothing is owed here. That holds for what had been read by then: a message
 * which only a later read brought waits on, however early it was written. The logical clock tells
 * which came first: a wall clock may have been set back in between.
 */
export function decide(thread: Thread, event: Decision): void {
  const ending = event.kind === 'conversation.closed' ? 'closed' : 'no_answer_needed';
  const decided: Decided[] = [];
  for (const person of thread.active) {
    const { block } = person;
    const seen = block.utterances.filter(({ hlc }) => hlc <= event.hlc);
    if (!seen.some(counts)) continue;
    startBlock(person, seen);
    const stretch = end(thread, person, ending, event.happenedAtMs, null);
    if (stretch !== null) decided.push({ person, stretch, utterances: seen });
    const unseen = block.utterances.filter(({ hlc }) => hlc > event.hlc);
    startBlock(person, unseen);
    if (unseen.length === 0) thread.active.delete(person);
  }
  thread.everybodySettled = true;
  if (decided.length > 0) thread.decided = decided;
  if (ending === 'closed') thread.closed = !someoneWaits(thread);
}

/**
 * Takes the latest decision back: who waited then waits again, since the beginning. Where none was
 * taken, the newest word that triage let pass needs an answer after all.
 */
export function reopen(thread: Thread): void {
  thread.closed = false;
  for (const { person, stretch, utterances } of thread.decided) {
    if (!utterances.some(counts)) continue;
    thread.ended.delete(stretch);
    startBlock(person, [...utterances, ...person.block.utterances]);
    thread.active.add(person);
  }
  thread.decided = [];
  if (!someoneWaits(thread)) needNewest(thread);
}

function needNewest(thread: Thread): void {
  const newest = [...thread.active]
    .map(({ block }) => block.utterances.findLast(({ presence }) => presence === 'visible'))
    .filter((utterance) => utterance !== undefined)
    .sort((a, b) => b.createdAtMs - a.createdAtMs)[0];
  if (newest === undefined) return;
  newest.needs = true;
  newest.block.waiting += 1;
}

/** Ends a person's waiting, if there is any, and returns it. */
function end(
  thread: Thread,
  person: Person,
  ending: ObligationEnding,
  ...[atMs, answeredBy]: readonly [number, string | null]
): Stretch | null {
  const opening = person.block.waiting > 0 ? openingOf(person.block) : undefined;
  if (opening === undefined) return null;
  const endedAtMs = Math.max(atMs, opening.createdAtMs);
  const stretch: Stretch = { person, opening, endedAtMs, ending, answeredBy };
  thread.ended.add(stretch);
  return stretch;
}

/** Names nobody, and can be read by everybody who waits. */
function reachesEverybody({ opened }: Thread, payload: Observed['payload']): boolean {
  if (payload.addressees.length > 0) return false;
  return payload.visibility === 'public' || DIRECT.has(opened.payload.kind);
}

/**
 * The people a message names; a private one that names nobody goes to the starter. Where it names
 * somebody unknown here, it may mean a person whose id the platform withheld.
 */
function addressed(thread: Thread, payload: Observed['payload']): readonly Person[] {
  if (payload.addressees.length === 0) return [personOf(thread, thread.opened.payload.starter)];
  const known: Person[] = [];
  let stranger = false;
  for (const id of payload.addressees) {
    const person = thread.people.get(id) ?? thread.people.get(thread.aliases.get(id) ?? '');
    if (person !== undefined) known.push(person);
    else if (!thread.brandIds.has(id)) stranger = true;
  }
  if (!stranger) return known;
  return [...known, ...[...thread.active].filter(({ author }) => author.externalId === null)];
}
