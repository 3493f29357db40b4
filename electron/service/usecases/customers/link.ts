import type { PersonFact } from '../../../../shared/domain/customer/customers.ts';
import { samePerson, type Person } from '../../../../shared/domain/customer/types.ts';
import type { EventPayloads, NewEvent } from '../../../../shared/domain/event.ts';
import { appError, type AppError } from '../../../../shared/kernel/app-error.ts';
import { err, ok, type Result } from '../../../../shared/kernel/result.ts';
import { agentActor, commit, type Inbox } from '../inbox.ts';

/** The fact that {@link undoLink} takes back; null: it was so already, nothing was said anew. */
export interface Linked {
  readonly opId: string | null;
}

/** So many of a customer's conversations are told to pages as changed; the rest is read when opened. */
const MOST_TOLD = 400;

/** Says that two people are one customer, with all whom either is linked to. Errors: `not_found`. */
export function linkPeople(inbox: Inbox, one: Person, other: Person): Result<Linked, AppError> {
  const { store } = inbox;
  if ([one, other].some((person) => store.people([person]).length === 0)) {
    return err(appError('not_found'));
  }
  if (store.customerOf(one).some((person) => samePerson(person, other))) return ok({ opId: null });
  return ok(say(inbox, 'person.linked', { people: [one, other] }, [one, other]));
}

/** Takes one identity out of its customer; the others stay together. */
export function unlinkPerson(inbox: Inbox, person: Person): Result<Linked, AppError> {
  if (inbox.store.customerOf(person).length < 2) return ok({ opId: null });
  return ok(say(inbox, 'person.unlinked', { person }, [person]));
}

/** Takes back a link or an unlink as if it never was. Errors: `not_found`. */
export function undoLink(inbox: Inbox, opId: string): Result<Linked, AppError> {
  const facts = inbox.store.personFacts();
  const fact = facts.find((one) => one.opId === opId);
  if (fact === undefined || fact.kind === 'person.undone') return err(appError('not_found'));
  const isUndone = facts.some((one) => one.kind === 'person.undone' && one.payload.opId === opId);
  return ok(isUndone ? { opId: null } : say(inbox, 'person.undone', { opId }, peopleIn(fact)));
}

const peopleIn = (fact: Exclude<PersonFact, { kind: 'person.undone' }>): readonly Person[] =>
  fact.kind === 'person.linked' ? fact.payload.people : [fact.payload.person];

/** Commits it, and tells pages of every conversation of those who are or were linked by it. */
function say<K extends PersonFact['kind']>(
  inbox: Inbox,
  kind: K,
  payload: EventPayloads[K],
  people: readonly Person[],
): { readonly opId: string } {
  const { store, changes } = inbox;
  const linked = (): readonly Person[] => people.flatMap((person) => store.customerOf(person));
  const before = linked();
  const { events } = commit(inbox, [fact(inbox, kind, payload)]);
  const touched = store.conversationsOf([...before, ...linked()], MOST_TOLD);
  changes.publish({ type: 'conversations', ids: touched.map(({ id }) => id), arrivedIds: [] });
  const [event] = events;
  if (event === undefined) throw new Error('An append returned no event.');
  return { opId: event.opId };
}

/** Dated after all that was said of people, even where our clock was set back. */
function fact<K extends PersonFact['kind']>(
  inbox: Inbox,
  kind: K,
  payload: EventPayloads[K],
): NewEvent {
  const earlier = inbox.store.personFacts().map(({ happenedAtMs }) => happenedAtMs + 1);
  return {
    kind,
    actor: agentActor(inbox),
    accountId: null,
    conversationId: null,
    happenedAtMs: Math.max(inbox.clock.now(), ...earlier),
    payload,
  } as NewEvent;
}
