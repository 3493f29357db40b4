import type { ObligationEnding } from '../../obligation/types.ts';
import { inOrder, type SlaFact } from './facts.ts';

/** Somebody waits for us: from the oldest question that nobody answered. */
export interface Wait {
  /** The id of that question. */
  readonly id: string;
  readonly person: string;
  readonly startedAtMs: number;
  readonly endedAtMs: number | null;
  /** `moved`: the questions went to another conversation. */
  readonly ending: ObligationEnding | 'moved' | null;
}

interface Question {
  readonly id: string;
  readonly atMs: number;
}

/** While facts are read; never leaves this file. */
interface Reading {
  /** By person, the questions since we last answered, oldest first. */
  readonly waiting: Map<string, readonly Question[]>;
  readonly ended: Wait[];
  /** Waits that solving ended: reopening takes that back, as long as nobody asked anew. */
  closed: ReadonlyMap<string, { readonly questions: readonly Question[]; readonly wait: Wait }>;
}

/** Returns who waited, oldest first. */
export function waitsOf(facts: readonly SlaFact[]): readonly Wait[] {
  const reading = read(facts);
  const open = [...reading.waiting].flatMap(([person, questions]) =>
    waitOf(person, questions, null, null),
  );
  return [...reading.ended, ...open].toSorted(
    (a, b) => a.startedAtMs - b.startedAtMs || (a.id < b.id ? -1 : 1),
  );
}

function read(facts: readonly SlaFact[]): Reading {
  const reading: Reading = { waiting: new Map(), ended: [], closed: new Map() };
  for (const fact of inOrder(facts)) apply(reading, fact);
  return reading;
}

function apply(reading: Reading, fact: SlaFact): void {
  switch (fact.kind) {
    case 'asked':
      ask(reading, fact.person, [{ id: fact.id, atMs: fact.atMs }]);
      break;
    case 'answered': {
      const { people } = fact;
      const reached = people === 'everybody' ? [...reading.waiting.keys()] : people;
      for (const person of reached) end(reading, person, fact.atMs, 'answered');
      break;
    }
    case 'withdrawn':
      end(reading, fact.person, fact.atMs, fact.ending);
      break;
    case 'state':
      enter(reading, fact);
      break;
    case 'absorbed':
      // Those whom the other one left waiting wait here, since then.
      for (const [person, questions] of read(fact.facts).waiting) ask(reading, person, questions);
      break;
    case 'split':
      for (const [person, questions] of reading.waiting)
        moveAway(reading, { person, questions, gone: fact.asked, atMs: fact.atMs });
      break;
    case 'opened':
    case 'changed':
    case 'recomputed': // These say nothing of who waits.
  }
}

function ask(reading: Reading, person: string, questions: readonly Question[]): void {
  const all = [...(reading.waiting.get(person) ?? []), ...questions];
  reading.waiting.set(
    person,
    all.toSorted((a, b) => a.atMs - b.atMs),
  );
  reading.closed = new Map();
}

function end(reading: Reading, person: string, atMs: number, ending: ObligationEnding): void {
  const questions = reading.waiting.get(person);
  if (questions === undefined) return;
  reading.waiting.delete(person);
  reading.ended.push(...waitOf(person, questions, atMs, ending));
}

function enter(reading: Reading, { atMs, state }: Extract<SlaFact, { kind: 'state' }>): void {
  if (state === 'solved' || state === 'merged' || state === 'removed') {
    close(reading, atMs, state === 'solved' ? 'closed' : state === 'merged' ? 'merged' : 'hidden');
    return;
  }
  for (const [person, { questions, wait }] of reading.closed) {
    reading.ended.splice(reading.ended.indexOf(wait), 1);
    reading.waiting.set(person, questions);
  }
  reading.closed = new Map();
}

function close(reading: Reading, atMs: number, ending: ObligationEnding): void {
  if (reading.waiting.size === 0) return;
  const closed = new Map<
    string,
    { readonly questions: readonly Question[]; readonly wait: Wait }
  >();
  for (const [person, questions] of reading.waiting) {
    for (const wait of waitOf(person, questions, atMs, ending)) {
      reading.ended.push(wait);
      closed.set(person, { questions, wait });
    }
  }
  reading.waiting.clear();
  reading.closed = closed;
}

interface Moving {
  readonly person: string;
  readonly questions: readonly Question[];
  readonly gone: readonly string[];
  readonly atMs: number;
}

/** The wait goes on with the questions that stay; without any it ends here. */
function moveAway(reading: Reading, { person, questions, gone, atMs }: Moving): void {
  const left = questions.filter(({ id }) => !gone.includes(id));
  if (left.length > 0) {
    reading.waiting.set(person, left);
    return;
  }
  reading.waiting.delete(person);
  reading.ended.push(...waitOf(person, questions, atMs, 'moved'));
}

function waitOf(
  person: string,
  [first]: readonly Question[],
  endedAtMs: number | null,
  ending: Wait['ending'],
): readonly Wait[] {
  if (first === undefined) return [];
  return [{ id: first.id, person, startedAtMs: first.atMs, endedAtMs, ending }];
}
