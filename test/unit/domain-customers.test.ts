import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  customerId,
  customersOf,
  type PersonFact,
} from '../../shared/domain/customer/customers.ts';
import { addressesIn, foldedName } from '../../shared/domain/customer/reasons.ts';
import { personKey, type Person } from '../../shared/domain/customer/types.ts';

const who = (name: string): Person => ({ accountId: 'a', externalId: name });
const letters = (customer: ReadonlyMap<string, Person>): string =>
  [...customer.values()]
    .map(({ externalId }) => externalId)
    .toSorted()
    .join('');
/** Customers as letters, such as `ab cd`. */
const told = (facts: readonly PersonFact[]): string =>
  customersOf(facts).map(letters).toSorted().join(' ');

let made = 0;
const fact = (
  kind: PersonFact['kind'],
  payload: object,
  happenedAtMs = (made += 1),
  opId = `op-${String(made).padStart(6, '0')}`,
): PersonFact =>
  ({
    opId,
    hlc: '',
    actor: 'agent:Anna',
    kind,
    accountId: null,
    conversationId: null,
    happenedAtMs,
    observedAtMs: 0,
    payload,
  }) as PersonFact;
const link = (...names: readonly string[]): PersonFact =>
  fact('person.linked', { people: names.map(who) });
const unlink = (name: string): PersonFact => fact('person.unlinked', { person: who(name) });
const undo = ({ opId }: PersonFact): PersonFact => fact('person.undone', { opId });

describe('customers', () => {
  it('are nobody where nobody is linked', () => {
    expect(told([])).toBe('');
  });

  it('grow by all whom either side is linked to', () => {
    expect(told([link('a', 'b'), link('c', 'd')])).toBe('ab cd');
    expect(told([link('a', 'b'), link('c', 'd'), link('b', 'c')])).toBe('abcd');
  });

  it('lose one identity and keep the others together, even the one that tied them', () => {
    expect(told([link('a', 'b'), link('b', 'c'), unlink('b')])).toBe('ac');
    expect(told([link('a', 'b'), unlink('a')])).toBe('');
    expect(told([unlink('a'), link('a', 'b')])).toBe('ab');
  });

  it('fall apart where they were tied when the link is taken back', () => {
    const tie = link('b', 'c');
    const facts = [link('a', 'b'), link('c', 'd'), tie];
    expect(told([...facts, undo(tie)])).toBe('ab cd');
    const out = unlink('a');
    expect(told([...facts, out])).toBe('bcd');
    expect(told([...facts, out, undo(out)])).toBe('abcd');
    expect(told([...facts, undo(out)])).toBe('abcd');
  });

  it('have a name that follows from who they are', () => {
    const [one] = customersOf([link('b', 'a')]);
    const [other] = customersOf([link('a', 'c'), link('c', 'b'), unlink('c')]);
    expect(one && customerId(one)).toBe('a/a');
    expect(other && customerId(other)).toBe('a/a');
  });
});

const NAMES = ['a', 'b', 'c', 'd', 'e'];
const name = fc.constantFrom(...NAMES);
const step = fc.oneof(
  fc.record({ kind: fc.constant('link' as const), one: name, other: name }),
  fc.record({ kind: fc.constant('unlink' as const), one: name }),
  fc.record({ kind: fc.constant('undo' as const), of: fc.nat(20) }),
);

/** The slow way: a graph of who shares a customer with whom, made anew at each step. */
function slowly(facts: readonly PersonFact[]): string {
  const undone = new Set(
    facts.flatMap((one) => (one.kind === 'person.undone' ? [one.payload.opId] : [])),
  );
  let sets = NAMES.map((one) => [one]);
  for (const one of facts) {
    if (undone.has(one.opId) || one.kind === 'person.undone') continue;
    if (one.kind === 'person.unlinked') {
      const { externalId } = one.payload.person;
      sets = [...sets.map((set) => set.filter((member) => member !== externalId)), [externalId]];
    } else {
      const people = one.payload.people.map(({ externalId }) => externalId);
      const touched = sets.filter((set) => set.some((member) => people.includes(member)));
      sets = [...sets.filter((set) => !touched.includes(set)), touched.flat()];
    }
  }
  return sets
    .filter(({ length }) => length > 1)
    .map((set) => set.toSorted().join(''))
    .toSorted()
    .join(' ');
}

it('customers are the same in any order of arrival, told once or twice, as the slow way makes them', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), fc.integer(), (steps, seed) => {
      const facts: PersonFact[] = [];
      for (const one of steps) {
        if (one.kind === 'link') facts.push(link(one.one, one.other));
        else if (one.kind === 'unlink') facts.push(unlink(one.one));
        else if (facts.length > 0) facts.push(undo(facts[one.of % facts.length] as PersonFact));
      }
      const mixed = [...facts, ...facts.slice(0, 3)].toSorted(
        (a, b) => ((a.happenedAtMs * 7919 + seed) % 97) - ((b.happenedAtMs * 7919 + seed) % 97),
      );
      expect(told(mixed)).toBe(slowly(facts));
    }),
    { seed: 1, numRuns: 500 },
  );
});

describe('what may point to the same customer', () => {
  it.each([
    ['scrivetemi a Anna.Rossi@Esempio.IT, grazie', ['anna.rossi@esempio.it']],
    [
      'anna@esempio.it. E bruno+casa@posta.example!',
      ['anna@esempio.it', 'bruno+casa@posta.example'],
    ],
    ['(anna@esempio.it) <anna@esempio.it>', ['anna@esempio.it']],
    ['@ondalta a@b nessuno@', []],
    ['è@città.example', ['è@città.example']],
  ])('%j names %j', (text, addresses) => {
    expect(addressesIn(text)).toEqual(addresses);
  });

  it('a hostile text names a bounded number, in no time', () => {
    const long = `${'a@b.'.repeat(20_000)} ${Array.from({ length: 90 }, (_, n) => `u${n}@x.example`).join(' ')}`;
    expect(addressesIn(long).length).toBeLessThanOrEqual(20);
    expect(addressesIn('a'.repeat(1_000_000))).toEqual([]);
  });

  it.each([
    ['Anna Rossi', 'Rossi  Anna'],
    ['Nicolò D’Amico', 'nicolo d amico'],
  ])('%j and %j are the same full name', (one, other) => {
    expect(foldedName(one)).toBe(foldedName(other));
  });

  it.each([null, '', 'Anna', 'anna@esempio.it', '  '])('%j is no full name', (one) => {
    expect(foldedName(one)).toBeNull();
  });
});

it('a person is told apart from one of the same id in another account', () => {
  expect(personKey(who('x'))).not.toBe(personKey({ accountId: 'b', externalId: 'x' }));
});
