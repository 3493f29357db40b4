import type { Journal, JournalEntry } from './journal.ts';

const HOUR_MS = 3_600_000;
/** A sign of life is left this often, so that a crash loses little of what was seen. */
const SIGN_EVERY_MS = 6 * HOUR_MS;
/** After a longer absence only this much of it is caught up: a holiday must not bury anybody. */
const CATCH_UP_MS = 7 * 24 * HOUR_MS;

type Stretch = Pick<Extract<JournalEntry, { op: 'asleep' }>, 'fromMs' | 'toMs'>;

/** Knows during which stretches nobody watched and nothing arrived. */
export interface Sleep {
  covers(instantMs: number): boolean;
  /** Leaves a sign of life when the last one is old, or when `always`. */
  sign(nowMs: number, always: boolean): void;
}

/** Reads the stretches of `journal`, and adds one when it was left alone for long before `nowMs`. */
export function openSleep(journal: Journal, nowMs: number): Sleep {
  const stretches: Stretch[] = journal.entries.filter((entry) => entry.op === 'asleep');
  let signedMs = journal.entries.reduce((last, entry) => Math.max(last, lastOf(entry)), 0);
  const asleep = { fromMs: signedMs + SIGN_EVERY_MS, toMs: nowMs - CATCH_UP_MS };
  if (asleep.toMs > asleep.fromMs) {
    stretches.push(asleep);
    journal.append({ op: 'asleep', ...asleep });
  }
  return {
    covers: (instantMs) =>
      stretches.some(({ fromMs, toMs }) => instantMs > fromMs && instantMs <= toMs),
    sign: (atMs, always) => {
      if (atMs <= signedMs || (!always && atMs - signedMs < SIGN_EVERY_MS)) return;
      signedMs = atMs;
      journal.append({ op: 'alive', atMs });
    },
  };
}

const lastOf = (entry: JournalEntry): number => (entry.op === 'asleep' ? entry.toMs : entry.atMs);
