import type { CompiledCalendar } from './compiled.ts';
import { calendarCovering, inSpan, widestCalendar } from './compile.ts';
import type { WorkingPeriod } from './types.ts';

/**
 * Returns the instant at which `durationMs` of working time have passed since `instantMs`; a
 * negative duration goes back. Used up exactly at closing, it is closing; zero stays where it is.
 * `'never'` when the calendar never opens that long, or beyond the years 1900–2199.
 */
export function addWorkingTime(
  calendar: CompiledCalendar,
  instantMs: number,
  durationMs: number,
): number | 'never' {
  if (durationMs === 0) return instantMs;
  if (calendar.never) return 'never';
  const result = inSpan(calendar, instantMs) ? addWithin(calendar, instantMs, durationMs) : null;
  if (result !== null) return result;
  const wide = widestCalendar(calendar);
  return (inSpan(wide, instantMs) ? addWithin(wide, instantMs, durationMs) : null) ?? 'never';
}

/** Returns the working milliseconds between two instants; negative when `toMs` comes first. */
export function workingTimeBetween(
  calendar: CompiledCalendar,
  fromMs: number,
  toMs: number,
): number {
  const reaching = calendarCovering(calendar, fromMs, toMs);
  return workedUntil(reaching, toMs) - workedUntil(reaching, fromMs);
}

/** Says whether the calendar is open at an instant; the closing instant itself is not. */
export function isWorkingTime(calendar: CompiledCalendar, instantMs: number): boolean {
  const reaching = calendarCovering(calendar, instantMs, instantMs);
  const index = lastAtOrBefore(reaching.starts, instantMs);
  return index >= 0 && instantMs < at(reaching.ends, index);
}

/** Returns the working periods between two instants, cut to them, in order. */
export function workingPeriods(
  calendar: CompiledCalendar,
  fromMs: number,
  toMs: number,
): readonly WorkingPeriod[] {
  const { starts, ends } = calendarCovering(calendar, fromMs, toMs);
  const periods: WorkingPeriod[] = [];
  for (let i = Math.max(0, lastAtOrBefore(starts, fromMs)); i < starts.length; i += 1) {
    if (at(starts, i) >= toMs) break;
    const start = Math.max(at(starts, i), fromMs);
    const end = Math.min(at(ends, i), toMs);
    if (start < end) periods.push({ fromMs: start, toMs: end });
  }
  return periods;
}

/** Null when the compiled years hold too little working time. */
function addWithin(
  calendar: CompiledCalendar,
  instantMs: number,
  durationMs: number,
): number | null {
  const { starts, ends, before } = calendar;
  if (starts.length === 0) return null;
  const target = workedUntil(calendar, instantMs) + durationMs;
  if (durationMs < 0) {
    return target < 0 ? null : instantAt(calendar, lastAtOrBefore(before, target), target);
  }
  const last = starts.length - 1;
  if (target > at(before, last) + at(ends, last) - at(starts, last)) return null;
  // The last period before which less than the target was worked: at its very end it is closing.
  return instantAt(calendar, lastBelow(before, target), target);
}

const instantAt = (calendar: CompiledCalendar, index: number, workedMs: number): number =>
  at(calendar.starts, index) + workedMs - at(calendar.before, index);

/** Working milliseconds from the beginning of the compiled years up to an instant. */
function workedUntil({ starts, ends, before }: CompiledCalendar, instantMs: number): number {
  const index = lastAtOrBefore(starts, instantMs);
  if (index < 0) return 0;
  return at(before, index) + Math.min(instantMs, at(ends, index)) - at(starts, index);
}

/** Index of the last value <= `limit`, or -1. */
function lastAtOrBefore(values: Float64Array, limit: number): number {
  let low = -1;
  let high = values.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (at(values, middle) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Index of the last value < `limit`, or 0. */
function lastBelow(values: Float64Array, limit: number): number {
  const index = lastAtOrBefore(values, limit);
  return index > 0 && at(values, index) === limit ? index - 1 : Math.max(index, 0);
}

/** A typed array read whose index is known to hold. */
const at = (values: Float64Array, index: number): number => values[index] ?? Number.NaN;
