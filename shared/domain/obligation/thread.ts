import type { Author } from '../conversation/types.ts';
import type { DomainEvent } from '../event.ts';
import { newPerson, type Person, type Stretch, type Utterance } from './waiting.ts';

/** What a decision ended, so that reopening can give it back. */
export interface Decided {
  readonly person: Person;
  readonly stretch: Stretch;
  readonly utterances: Utterance[];
}

/** A thread while its facts are read in order; it never leaves the derivation. */
export interface Thread {
  readonly opened: DomainEvent<'conversation.opened'>;
  readonly people: Map<string, Person>;
  /** People with something in their block; nobody else need be looked at when we answer. */
  readonly active: Set<Person>;
  readonly utterances: Map<string, Utterance>;
  readonly ended: Set<Stretch>;
  /** Names of those whom each brand message answered, by message id. */
  readonly answered: Map<string, readonly string[]>;
  readonly brandIds: Set<string>;
  /** People by the addresses at which they ask to be answered. */
  readonly aliases: Map<string, string>;
  /** Mails of ours that did not arrive, and at whom. */
  readonly bounced: Map<string, Set<string>>;
  /** Presence facts dated before their message: two clocks differ. */
  readonly early: Map<string, DomainEvent<'message.presence'>>;
  decided: readonly Decided[];
  everybodySettled: boolean;
  teamId: string;
  closed: boolean;
}

/** Returns the thread before anything was said in it. */
export const newThread = (opened: DomainEvent<'conversation.opened'>): Thread => ({
  opened,
  people: new Map(),
  active: new Set(),
  utterances: new Map(),
  ended: new Set(),
  answered: new Map(),
  brandIds: new Set(),
  aliases: new Map(),
  bounced: new Map(),
  early: new Map(),
  decided: [],
  everybodySettled: false,
  teamId: opened.payload.teamId,
  closed: false,
});

/** Returns the person behind an author: by platform id, else by name, else the thread's nameless one. */
export function personOf(thread: Thread, author: Author): Person {
  const key = author.externalId ?? author.name ?? thread.opened.conversationId ?? '';
  const known = thread.people.get(key);
  if (known !== undefined) return known;
  const person = newPerson(key, author);
  thread.people.set(key, person);
  return person;
}

/** Says whether anybody waits for us. */
export function someoneWaits(thread: Thread): boolean {
  for (const person of thread.active) if (person.block.waiting > 0) return true;
  return false;
}
