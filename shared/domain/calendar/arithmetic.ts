import type { CompiledCalendar, PeriodTable } from './compiled.ts';
import { at, lastAtOrBefore, lastBelow } from './search.ts';
import { FIRST_MS, LAST_MS, tableAt, tableBeyond, tableOver } from './table.ts';
import type { WorkingPeriod } from './types.ts';

/**
 * Returns the instant at which `durationMs` of working time have passed since `instantMs`; a
 * negative duration goes back. Used up exactly at closing, it is closing; zero stays where it is.
 * `'never'` when the calendar never opens that long, or beyond the years 1800–2399.
 */
export function addWorkingTime(
  calendar: CompiledCalendar,
  instantMs: number,
  durationMs: number,
): number | 'never' {
  if (durationMs === 0) return instantMs;
  if (calendar.never || !isWithin(instantMs) || !(Math.abs(durationMs) < LAST_MS - FIRST_MS)) {
    return 'never';
  }
  let table: PeriodTable | null = tableAt(calendar, instantMs);
  while (table !== null) {
    const result = addWithin(table, instantMs, durationMs);
    if (!Number.isNaN(result)) return result;
    table = tableBeyond(calendar, durationMs > 0 ? 'later' : 'earlier');
  }
  return 'never';
}

/** Returns the working milliseconds between two instants; negative when `toMs` comes first. */
export function workingTimeBetween(
  calendar: CompiledCalendar,
  fromMs: number,
  toMs: number,
): number {
  const table = tableOver(calendar, fromMs, toMs);
  return workedUntil(table, toMs) - workedUntil(table, fromMs);
}

/** Says whether the calendar is open at an instant; the closing instant itself is not. */
export function isWorkingTime(calendar: CompiledCalendar, instantMs: number): boolean {
  const { starts, ends } = tableAt(calendar, instantMs);
  const index = lastAtOrBefore(starts, instantMs);
  return index >= 0 && instantMs < at(ends, index);
}

/** Returns the working periods between two instants, cut to them, in order. */
export function workingPeriods(
  calendar: CompiledCalendar,
  fromMs: number,
  toMs: number,
): readonly WorkingPeriod[] {
  const { starts, ends } = tableOver(calendar, fromMs, toMs);
  const periods: WorkingPeriod[] = [];
  for (let i = Math.max(0, lastAtOrBefore(starts, fromMs)); i < ends.length; i += 1) {
    if (at(starts.values, i) >= toMs) break;
    const start = Math.max(at(starts.values, i), fromMs);
    const end = Math.min(at(ends, i), toMs);
    if (start < end) periods.push({ fromMs: start, toMs: end });
  }
  return periods;
}

const isWithin = (instantMs: number): boolean => instantMs >= FIRST_MS && instantMs < LAST_MS;

/** Not a number when the table holds too little working time. */
function addWithin(table: PeriodTable, instantMs: number, durationMs: number): number {
  const target = workedUntil(table, instantMs) + durationMs;
  if (target < 0 || target > table.totalMs || table.totalMs === 0) return Number.NaN;
  // Forward, the last period before which less than the target was worked: at its very end it is closing.
  const index =
    durationMs < 0 ? lastAtOrBefore(table.before, target) : lastBelow(table.before, target);
  return at(table.starts.values, index) + target - at(table.before.values, index);
}

/** Working milliseconds from the beginning of the table up to an instant. */
function workedUntil({ starts, ends, before }: PeriodTable, instantMs: number): number {
  const index = lastAtOrBefore(starts, instantMs);
  if (index < 0) return 0;
  const start = at(starts.values, index);
  return at(before.values, index) + Math.min(instantMs, at(ends, index)) - start;
}
