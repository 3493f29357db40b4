import { drawManner, type Manner } from '../text/manner.ts';
import type { Person } from '../world/items.ts';
import type { Random } from '../world/random.ts';
import { ENGLISH_NAMES, FAMILY_NAMES, FIRST_NAMES, OTHER_NAMES, OTHER_PROFILES } from './names.ts';

/** Somebody who writes on the page now and then. */
export interface Writer extends Person {
  /** How friends and the page address them. */
  readonly first: string;
  readonly english: boolean;
  /** How their participles end: stanco, stanca. */
  readonly ending: 'o' | 'a';
  readonly manner: Manner;
}

/** Draws people; those at the front of the crowd write more often. */
export interface Crowd {
  readonly writers: readonly Writer[];
  draw(random: Random): Writer;
}

const CROWD_SIZE = 900;
const ENGLISH_SHARE = 0.03;

/** Men whose name ends like a woman's. */
const MEN_IN_A = new Set(['Andrea', 'Luca', 'Nicola']);
const OTHER_WOMEN = new Set(['Alice', 'Beatrice', 'Giusy', 'Irene', 'Noemi']);

const endingOf = (first: string): 'o' | 'a' =>
  (first.endsWith('a') && !MEN_IN_A.has(first)) || OTHER_WOMEN.has(first) ? 'a' : 'o';

/** `DeLuca` in the list is `De Luca` in a profile. */
const spaced = (family: string): string => family.replace(/^(De|Di)([A-Z])/, '$1 $2');

function drawName(random: Random): string {
  const die = random.next();
  if (die < 0.05) return random.pick(OTHER_NAMES);
  if (die < 0.065) return random.pick(OTHER_PROFILES);
  const first = random.pick(FIRST_NAMES);
  const family = spaced(random.pick(FAMILY_NAMES));
  const both = die > 0.95 ? spaced(random.pick(FAMILY_NAMES)) : family;
  const woman = die < 0.1 && endingOf(first) === 'a' && !first.startsWith('Maria');
  return `${first}${woman ? ' Maria' : ''} ${family}${both === family ? '' : ` ${both}`}`;
}

function drawWriter(random: Random, index: number): Writer {
  const english = random.chance(ENGLISH_SHARE);
  const name = english ? random.pick(ENGLISH_NAMES) : drawName(random);
  const id = `1000${String(20_000_000_000 + index * 7_368_787 + random.int(0, 7_000_000))}`;
  const first = name.split(' ')[0] ?? name;
  const ending = endingOf(first);
  return { id, name, first, english, ending, manner: drawManner(random) };
}

/** Returns the people of a world. */
export function createCrowd(random: Random): Crowd {
  const writers = Array.from({ length: CROWD_SIZE }, (_, index) => drawWriter(random, index));
  return {
    writers,
    draw: (from) => writers[Math.floor(CROWD_SIZE * from.next() ** 1.6)] as Writer,
  };
}
