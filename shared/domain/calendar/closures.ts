import { calendarCovering } from './compile.ts';
import type { CompiledCalendar } from './compiled.ts';
import { DAY_MS, weekdayOf } from './days.ts';
import { exceptionsOf } from './exceptions.ts';
import type { Weekday } from './types.ts';
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
  calendar: CompiledCalendar,
  fromMs: number,
  toMs: number,
): readonly Closure[] {
  const covering = calendarCovering(calendar, fromMs, toMs);
  const { definition } = covering;
  const offsets = zoneOffsets(definition.zone, covering.fromMs, covering.toMs);
  const exceptions = exceptionsOf(
    definition,
    yearOf(Math.max(fromMs, covering.fromMs) - DAY_MS),
    yearOf(Math.min(toMs, covering.toMs) + DAY_MS),
  );
  return [...exceptions]
    .filter(([day]) => definition.week[weekdayOf(day) as Weekday].length > 0)
    .map(([day, { name }]) => ({
      fromMs: instantOfLocal(offsets, day * DAY_MS),
      toMs: instantOfLocal(offsets, (day + 1) * DAY_MS),
      label: name,
    }))
    .filter((closure) => closure.toMs > fromMs && closure.fromMs < toMs)
    .sort((a, b) => a.fromMs - b.fromMs);
}

const yearOf = (instantMs: number): number => new Date(instantMs).getUTCFullYear();
