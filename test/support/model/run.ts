import { play } from './play.ts';
import { historyOf, sizeOf, type Step } from './steps.ts';

/** Steps of one history. */
const LENGTH = 2_000;
/** Seeds in the ordinary test command. */
const SEEDS = 300;
/** Steps shown before the one at which it failed. */
const SHOWN = 12;
/** A failing history is cut down with at most so many plays. */
const MOST_PLAYS = 150;

const numberIn = (name: string): number | null => {
  const text = process.env[name];
  return text === undefined || text === '' ? null : Number(text);
};

/**
 * Returns the seeds of part `part` of `parts`: those of the test command, or as many as
 * `RISCONTRO_MODEL_SEEDS` says; with `RISCONTRO_MODEL_SEED`, that one alone, in the first part.
 */
export function seedsOf(part: number, parts: number): readonly number[] {
  const alone = numberIn('RISCONTRO_MODEL_SEED');
  if (alone !== null) return part === 0 ? [alone] : [];
  const count = numberIn('RISCONTRO_MODEL_SEEDS') ?? SEEDS;
  return Array.from({ length: count }, (_, index) => index + 1).filter(
    (seed) => seed % parts === part,
  );
}

/** A history that failed: where, and why. */
interface Failure {
  readonly at: number;
  readonly cause: unknown;
}

async function failureOf(seed: number, steps: readonly Step[]): Promise<Failure | null> {
  let at = 0;
  try {
    await play(seed, steps, (step) => {
      at = step;
    });
    return null;
  } catch (cause) {
    return { at, cause };
  }
}

/** Plays the history of a seed. Throws with the seed, the reason and the last or the needed steps. */
export async function playSeed(seed: number): Promise<void> {
  const steps = historyOf(seed, LENGTH);
  const failure = await failureOf(seed, steps);
  if (failure === null) return;
  const isAlone = numberIn('RISCONTRO_MODEL_SEED') !== null;
  const played = steps.slice(0, failure.at + 1);
  const shown = isAlone ? await shrink(seed, played) : played.slice(-SHOWN);
  throw new Error(
    [
      `Seed ${seed}, step ${failure.at + 1} of ${steps.length}: ${messageOf(failure.cause)}`,
      isAlone
        ? `${shown.length} steps are enough:`
        : `Alone, with the steps that are needed: RISCONTRO_MODEL_SEED=${seed} npm test -- model. The last ${shown.length} steps:`,
      ...shown.map((step) => JSON.stringify(step)),
    ].join('\n'),
    { cause: failure.cause },
  );
}

const messageOf = (cause: unknown): string =>
  cause instanceof Error ? cause.message : String(cause);

/** The first words of a failure: a shorter history must fail for the same reason. */
const reasonOf = (cause: unknown): string => messageOf(cause).split(':')[0] ?? '';

/** Leaves out ever smaller stretches as long as it fails in the same way. */
async function shrink(seed: number, steps: readonly Step[]): Promise<readonly Step[]> {
  const wanted = await failureOf(seed, steps);
  let needed = steps;
  let plays = 0;
  for (
    let size = Math.ceil(needed.length / 2);
    size >= 1 && plays < MOST_PLAYS;
    size = halved(size)
  ) {
    for (let from = 0; from < needed.length && plays < MOST_PLAYS;) {
      const without = [...needed.slice(0, from), ...needed.slice(from + size)];
      plays += 1;
      const failure = await failureOf(seed, without);
      const isSame = failure !== null && reasonOf(failure.cause) === reasonOf(wanted?.cause);
      if (isSame) needed = without.slice(0, failure.at + 1);
      else from += size;
    }
  }
  return needed;
}

const halved = (size: number): number => (size === 1 ? 0 : Math.ceil(size / 2));

/** How many steps a history has, those within reads and absences counted. */
export const stepsIn = (seed: number): number =>
  historyOf(seed, LENGTH).reduce((sum, step) => sum + sizeOf(step), 0);
