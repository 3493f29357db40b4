import type { Fault } from '../../../electron/service/practice/index.ts';
import type { ReadDepth, ReadSource } from '../../../shared/domain/source/plan.ts';
import { seededRandom, type SeededRandom } from '../seeded-random.ts';

/** What people do to a page. */
export const DEEDS = [
  'page_posts',
  'visitor_posts',
  'somebody_mentions',
  'customer_comments',
  'customer_replies',
  'page_comments',
  'page_replies',
  'edit',
  'hide',
  'show',
  'delete',
  'restore',
  'like',
] as const;

export type DeedKind = (typeof DEEDS)[number];

/**
 * One thing done to the page. `dice` (each at least 0, below 1) choose whom and what among all that is
 * there when it happens, so that any part of a history is a history too.
 */
export interface Deed {
  readonly kind: DeedKind;
  readonly waitMs: number;
  readonly dice: readonly [number, number, number, number];
}

/** One step of a history; `waitMs` passes before it. */
export type Step =
  | { readonly kind: 'deed'; readonly deed: Deed }
  | {
      readonly kind: 'read';
      readonly depth: ReadDepth;
      readonly sources: readonly ReadSource[];
      readonly waitMs: number;
      /** What goes wrong on the way. */
      readonly faults: readonly Fault[];
      /** Done to the page between two steps of the read. */
      readonly meanwhile: readonly Deed[];
    }
  | { readonly kind: 'look'; readonly waitMs: number; readonly die: number }
  /** The service does not run, or the machine sleeps. */
  | { readonly kind: 'away'; readonly restart: boolean; readonly meanwhile: readonly Deed[] };

/** How often each deed comes, of a hundred. */
const WEIGHTS: Readonly<Record<DeedKind, number>> = {
  page_posts: 0.2,
  visitor_posts: 0.2,
  somebody_mentions: 0.1,
  customer_comments: 5,
  customer_replies: 6,
  page_comments: 1,
  page_replies: 5,
  edit: 25,
  hide: 13,
  show: 10,
  delete: 9,
  restore: 6,
  like: 19,
};

const SECOND_MS = 1_000;
const LONGEST_WAIT_MS = 2 * 3_600_000;

/** Mostly seconds and minutes, at times hours. Never a whole second: see decision 0108. */
const waitOf = (random: SeededRandom): number =>
  Math.round(SECOND_MS * Math.exp(random.next() * Math.log(LONGEST_WAIT_MS / SECOND_MS)));

function deedOf(random: SeededRandom): Deed {
  let left = random.next() * Object.values(WEIGHTS).reduce((sum, weight) => sum + weight, 0);
  const kind = DEEDS.find((one) => (left -= WEIGHTS[one]) < 0) ?? 'like';
  const dice = [random.next(), random.next(), random.next(), random.next()] as const;
  // Now and then two things within one second.
  return { kind, dice, waitMs: random.chance(0.1) ? random.below(500) : waitOf(random) };
}

const deedsOf = (random: SeededRandom, count: number): readonly Deed[] =>
  Array.from({ length: count }, () => deedOf(random));

const FAULTS: readonly [Fault, ...Fault[]] = [
  { kind: 'html' },
  { kind: 'status500' },
  { kind: 'empty' },
  { kind: 'half_json' },
  { kind: 'cut' },
  { kind: 'drop' },
  { kind: 'endless_cursor' },
  { kind: 'empty_page' },
  { kind: 'error', code: 2 },
  { kind: 'error', code: 4, regainMinutes: 5 },
  { kind: 'error', code: 17 },
  { kind: 'error', code: 80001, regainMinutes: 1 },
  // Facebook's way to ask for less: several in a row leave pages of three items.
  { kind: 'error', code: 1, count: 5 },
  { kind: 'error', code: 1, count: 6 },
];

/** After a few answers that are as they should be, so that the middle of a read is met too. */
function faultsOf(random: SeededRandom): readonly Fault[] {
  const fault = random.pick(FAULTS);
  const good = random.below(8);
  const passed: readonly Fault[] = good === 0 ? [] : [{ kind: 'slow', delayMs: 0, count: good }];
  return [...passed, fault, ...(random.chance(0.3) ? [random.pick(FAULTS)] : [])];
}

/** Lists in which the same posts stand. */
export const FEED_SOURCES: readonly ReadSource[] = ['posts', 'visitor_posts', 'mentions'];

function readOf(random: SeededRandom): Step {
  const depth = random.chance(0.55) ? 'index' : random.chance(0.7) ? 'deep_index' : 'complete';
  return {
    kind: 'read',
    depth,
    sources: depth === 'complete' || random.chance(0.15) ? FEED_SOURCES : ['posts'],
    waitMs: waitOf(random),
    faults: random.chance(0.25) ? faultsOf(random) : [],
    meanwhile: random.chance(0.25) ? deedsOf(random, 1 + random.below(3)) : [],
  };
}

/** Steps that a step counts for. */
export const sizeOf = (step: Step): number =>
  step.kind === 'read' || step.kind === 'away' ? 1 + step.meanwhile.length : 1;

function stepOf(random: SeededRandom): Step {
  const roll = random.next();
  if (roll < 0.016) return readOf(random);
  if (roll < 0.018) return { kind: 'look', waitMs: waitOf(random), die: random.next() };
  if (roll < 0.02) {
    const meanwhile = deedsOf(random, 5 + random.below(20));
    return { kind: 'away', restart: random.chance(0.6), meanwhile };
  }
  return { kind: 'deed', deed: deedOf(random) };
}

/** Returns the history of a seed: about `length` steps, the same in every run. */
export function historyOf(seed: number, length: number): readonly Step[] {
  const random = seededRandom(seed);
  const steps: Step[] = [];
  for (let count = 0; count < length;) {
    const step = stepOf(random);
    steps.push(step);
    count += sizeOf(step);
  }
  return steps;
}
