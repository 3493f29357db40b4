import { drawManner, type Manner } from '../text/manner.ts';
import type { Person } from '../world/items.ts';
import type { Random } from '../world/random.ts';
import { ENGLISH_NAMES, FAMILY_NAMES, FIRST_NAMES, OTHER_NAMES, OTHER_PROFILES } from './names.ts';

/** Somebody who writes on the page now and then. */
export interface Writer extends Person {
  /** How friends and the page address them. */
  readonly first: string;
  readonly english: boolean;
  readonly manner: Manner;
}

/** Draws people; those at the front of the crowd write more often. */
export interface Crowd {
  readonly writers: readonly Writer[];
  draw(random: Random): Writer;
}

const CROWD_SIZE = 900;
const ENGLISH_SHARE = 0.03;

/** `DeLuca` in the list is `De Luca` in a profile. */
const spaced = (family: string): string => family.replace(/^(De|Di)([A-Z])/, '$1 $2');

function drawName(random: Random): string {
  const die = random.next();
  if (die < 0.05) return random.pick(OTHER_NAMES);
  if (die < 0.065) return random.pick(OTHER_PROFILES);
  const first = random.pick(FIRST_NAMES);
  const second = die < 0.12 ? ` ${random.pick(FIRST_NAMES)}` : '';
  const family = spaced(random.pick(FAMILY_NAMES));
  const both = die > 0.94 ? ` ${spaced(random.pick(FAMILY_NAMES))}` : '';
  return `${first}${second === ` ${first}` ? '' : second} ${family}${both}`;
}

function drawWriter(random: Random, index: number): Writer {
  const english = random.chance(ENGLISH_SHARE);
  const name = english ? random.pick(ENGLISH_NAMES) : drawName(random);
  const id = `1000${String(20_000_000_000 + index * 7_368_787 + random.int(0, 7_000_000))}`;
  return { id, name, first: name.split(' ')[0] ?? name, english, manner: drawManner(random) };
}

/** Returns the people of a world. */
export function createCrowd(random: Random): Crowd {
  const writers = Array.from({ length: CROWD_SIZE }, (_, index) => drawWriter(random, index));
  return {
    writers,
    draw: (from) => writers[Math.floor(CROWD_SIZE * from.next() ** 1.6)] as Writer,
  };
}
