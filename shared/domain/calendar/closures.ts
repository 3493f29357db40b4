import type { CompiledCalendar } from './compiled.ts';
import { DAY_MS, weekdayOf } from './days.ts';
import { exceptionsOf } from './exceptions.ts';
import { FIRST_MS, LAST_MS } from './table.ts';
import type { CalendarDefinition, Weekday } from './types.ts';
import { instantOfLocal, zoneOffsets } from './zone.ts';

/** A date that closes what the usual week would have opened. */
export interface Closure {
  /** Local midnight before and after, UTC milliseconds. */
  readonly fromMs: number;
  readonly toMs: number;
  /** The holiday's name. */
  readonly label: string;
}

/**
 * Returns the holidays that touch a span and fall on a day on which the week would have opened, in
 * order. A holiday on a Sunday closes nothing: the week had closed it already.
 */
export function closuresBetween(
  { versions }: CompiledCalendar,
  fromMs: number,
  toMs: number,
): readonly Closure[] {
  return versions
    .flatMap(({ fromMs: startMs, definition }, index) => {
      const first = Math.max(fromMs, startMs, FIRST_MS);
      const last = Math.min(toMs, versions[index + 1]?.fromMs ?? Infinity, LAST_MS);
      return first < last ? closuresOf(definition, first, last) : [];
    })
    .sort((a, b) => a.fromMs - b.fromMs);
}

function closuresOf(
  definition: CalendarDefinition,
  fromMs: number,
  toMs: number,
): readonly Closure[] {
  const fromYear = yearOf(fromMs - DAY_MS);
  const toYear = yearOf(toMs + DAY_MS);
  const yearsFromMs = Date.UTC(fromYear, 0, 1);
  const offsets = zoneOffsets(definition.zone, yearsFromMs, Date.UTC(toYear + 1, 0, 1));
  return [...exceptionsOf(definition, fromYear, toYear)]
    .filter(([day]) => definition.week[weekdayOf(day) as Weekday].length > 0)
    .map(([day, { name }]) => ({
      fromMs: instantOfLocal(offsets, day * DAY_MS),
      toMs: instantOfLocal(offsets, (day + 1) * DAY_MS),
      label: name,
    }))
    .filter((closure) => closure.toMs > fromMs && closure.fromMs < toMs);
}

const yearOf = (instantMs: number): number => new Date(instantMs).getUTCFullYear();
