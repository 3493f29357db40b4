import type { Author, Presence } from '../conversation/types.ts';
import type { ObligationEnding } from './types.ts';

/*
 * Who waits for us in one thread, while its facts are read in order. These records change as the
 * reading goes on and never leave the derivation.
 */

/** A customer's message, as far as waiting is concerned. */
export interface Utterance {
  readonly id: string;
  readonly createdAtMs: number;
  /** When it was recorded, by the logical clock. */
  readonly hlc: string;
  /** Who had the conversation when it was written. */
  readonly teamId: string;
  readonly wallPost: boolean;
  readonly person: Person;
  needs: boolean;
  presence: Presence;
  block: Block;
  /** The stretch that ended because this message went, while it may still come back. */
  vanished: Stretch | null;
}

/** What one person wrote since we last answered or decided. */
export interface Block {
  utterances: Utterance[];
  /** How many of them are to be seen and need an answer: above zero, the person waits. */
  waiting: number;
}

/** Somebody who wrote; `block` is the current one, earlier ones are over. */
export interface Person {
  readonly key: string;
  readonly author: Author;
  block: Block;
  /** Was answered, or decided upon, before. */
  settled: boolean;
}

/** One obligation in the making. */
export interface Stretch {
  readonly person: Person;
  readonly opening: Utterance;
  readonly endedAtMs: number | null;
  readonly ending: ObligationEnding | null;
  readonly answeredBy: string | null;
}

/** Returns a person who has written nothing yet. */
export const newPerson = (key: string, author: Author): Person => ({
  key,
  author,
  block: { utterances: [], waiting: 0 },
  settled: false,
});

/** Gives a person a new block of these messages; the one before is over. */
export function startBlock(person: Person, utterances: Utterance[]): void {
  person.block = { utterances, waiting: utterances.filter(counts).length };
  for (const utterance of utterances) utterance.block = person.block;
}

/** Says whether a message keeps its author waiting: it needs an answer and can be seen. */
export const counts = (utterance: Utterance): boolean =>
  utterance.needs && utterance.presence === 'visible';

/** Says whether the block that a message stands in is still its author's current one. */
export const isCurrent = (utterance: Utterance): boolean =>
  utterance.block === utterance.person.block;

/** Returns the message that a waiting person waits with, the oldest that counts; else undefined. */
export const openingOf = (block: Block): Utterance | undefined => block.utterances.find(counts);
