import { compareEvents, type DomainEvent } from '../event.ts';
import { personKey, type Person } from './types.ts';

/** A fact that says who is whom. */
export type PersonFact = DomainEvent<'person.linked' | 'person.unlinked' | 'person.undone'>;

/** Whether a fact says who is whom. */
export const isPersonFact = (event: DomainEvent): event is PersonFact =>
  event.kind === 'person.linked' ||
  event.kind === 'person.unlinked' ||
  event.kind === 'person.undone';

/** Identities that are one customer: at least two, by `personKey`. */
export type Customer = ReadonlyMap<string, Person>;

/**
 * Returns the customers that the facts make, in whatever order they came and however often. An
 * identity that is linked to nobody is in none of them.
 */
export function customersOf(facts: readonly PersonFact[]): readonly Customer[] {
  const customers = new Map<string, Map<string, Person>>();
  for (const fact of inForce(facts)) {
    if (fact.kind === 'person.linked') link(customers, fact.payload.people);
    else takeOut(customers, fact.payload.person);
  }
  return [...new Set(customers.values())].filter(({ size }) => size > 1);
}

/** The name of a customer: the same for the same identities. */
export const customerId = (customer: Customer): string => [...customer.keys()].sort()[0] ?? '';

type InForce = DomainEvent<'person.linked' | 'person.unlinked'>;

/** Each fact once, nothing that was taken back, the oldest first. */
function inForce(facts: readonly PersonFact[]): readonly InForce[] {
  const undone = new Set(
    facts.flatMap((fact) => (fact.kind === 'person.undone' ? [fact.payload.opId] : [])),
  );
  const byId = new Map(facts.map((fact) => [fact.opId, fact]));
  return [...byId.values()]
    .filter((fact): fact is InForce => fact.kind !== 'person.undone' && !undone.has(fact.opId))
    .sort(compareEvents);
}

function link(customers: Map<string, Map<string, Person>>, people: readonly Person[]): void {
  const joined = new Map<string, Person>();
  for (const person of people) {
    const known = customers.get(personKey(person)) ?? new Map([[personKey(person), person]]);
    for (const [key, one] of known) joined.set(key, one);
  }
  for (const key of joined.keys()) customers.set(key, joined);
}

function takeOut(customers: Map<string, Map<string, Person>>, person: Person): void {
  const key = personKey(person);
  customers.get(key)?.delete(key);
  customers.delete(key);
}
