import { it } from 'vitest';
import { playSeed, seedsOf } from './run.ts';

/** Each file of histories takes every fourth seed, so that they run side by side. */
const PARTS = 4;

/** Declares a test for each seed of a part. */
export function playPart(part: number): void {
  const seeds = seedsOf(part, PARTS);
  for (const seed of seeds) {
    it(`reads history ${seed} of a page as it was, and owes what was owed`, () => playSeed(seed));
  }
  if (seeds.length === 0) it.skip('has no seed of its own in this run');
}
