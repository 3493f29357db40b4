import { compileCalendar } from '../../shared/domain/calendar/compile.ts';
import type { CompiledCalendar } from '../../shared/domain/calendar/compiled.ts';
import { DEFAULT_CALENDAR } from '../../shared/domain/sla/defaults.ts';
import { seededRandom } from '../support/seeded-random.ts';

export const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/** Starts in whole minutes over two years, and ends 1–240 h later: the same for every contender. */
export interface RaceInputs {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

export function raceInputs(count: number): RaceInputs {
  const random = seededRandom(20_261_125);
  const fromMinute = Date.UTC(2026, 0, 1) / MINUTE_MS;
  const minutes = (Date.UTC(2028, 0, 1) - Date.UTC(2026, 0, 1)) / MINUTE_MS;
  const starts = Array.from(
    { length: count },
    () => (fromMinute + random.below(minutes)) * MINUTE_MS,
  );
  const ends = starts.map((start) => start + (1 + random.below(240 * 60)) * MINUTE_MS);
  return { starts, ends };
}

/** Office hours in Rome with a lunch break, closed on Italian holidays. */
export function raceCalendar(): CompiledCalendar {
  const calendar = compileCalendar({ ...DEFAULT_CALENDAR });
  if (!calendar.ok) throw new Error('The default calendar has a fault');
  return calendar.value;
}
