import type { CompiledCalendar, PeriodTable } from './compiled.ts';
import { periodsOf } from './openings.ts';
import { at, indexed } from './search.ts';
import type { WorkingPeriod } from './types.ts';

/** Beyond these years nothing is promised: no page, mail or deadline lies there. */
export const FIRST_MS = Date.UTC(1800, 0, 1);
export const LAST_MS = Date.UTC(2400, 0, 1);

/** How many years a table begins with around the first instant asked for. */
const YEARS_BEFORE = 2;
const YEARS_AFTER = 4;

/** The table before anything was asked. */
export const emptyTable: PeriodTable = tableOf([], Number.NaN, Number.NaN);

/** Returns a table that covers an instant, or the nearest one to it that is promised. */
export function tableAt(calendar: CompiledCalendar, instantMs: number): PeriodTable {
  const table = calendar.table.current;
  if (instantMs >= table.fromMs && instantMs < table.toMs) return table;
  const wanted = Math.min(Math.max(instantMs, FIRST_MS), LAST_MS - 1);
  if (wanted >= table.fromMs && wanted < table.toMs) return table;
  return grow(calendar, wanted, wanted);
}

/** Returns a table that covers two instants, as far as they are promised. */
export function tableOver(calendar: CompiledCalendar, oneMs: number, otherMs: number): PeriodTable {
  tableAt(calendar, oneMs);
  return tableAt(calendar, otherMs);
}

/** Returns a table that reaches further; null when there is nothing more. */
export function tableBeyond(
  calendar: CompiledCalendar,
  direction: 'earlier' | 'later',
): PeriodTable | null {
  const { fromMs, toMs } = calendar.table.current;
  if (direction === 'later') return toMs >= LAST_MS ? null : grow(calendar, toMs, toMs);
  return fromMs <= FIRST_MS ? null : grow(calendar, fromMs - 1, fromMs - 1);
}

/** Grows by as much again as there was, so that growing step by step costs no more than at once. */
function grow(calendar: CompiledCalendar, earliestMs: number, latestMs: number): PeriodTable {
  const old = calendar.table.current;
  const isFirst = Number.isNaN(old.fromMs);
  const years = isFirst ? 0 : Math.ceil((old.toMs - old.fromMs) / YEAR_MS);
  const fromMs =
    isFirst || earliestMs < old.fromMs
      ? yearStart(earliestMs, isFirst ? -YEARS_BEFORE : -years)
      : old.fromMs;
  const toMs =
    isFirst || latestMs >= old.toMs
      ? yearStart(latestMs, isFirst ? YEARS_AFTER : years + 1)
      : old.toMs;
  const earlier = isFirst || fromMs < old.fromMs;
  const table = tableOf(
    [
      ...(earlier ? [edgesOf(calendar, fromMs, isFirst ? toMs : old.fromMs)] : []),
      { starts: old.starts.values, ends: old.ends },
      ...(toMs > old.toMs ? [edgesOf(calendar, old.toMs, toMs)] : []),
    ],
    fromMs,
    toMs,
  );
  calendar.table.current = table;
  return table;
}

const YEAR_MS = 365 * 86_400_000;

/** The first instant of the year `more` years after that of an instant, kept within what is promised. */
const yearStart = (instantMs: number, more: number): number =>
  Math.min(
    Math.max(Date.UTC(new Date(instantMs).getUTCFullYear() + more, 0, 1), FIRST_MS),
    LAST_MS,
  );

/** Starts and ends of periods, in order. */
type Edges = Pick<PeriodTable, 'ends'> & { readonly starts: Float64Array };

function edgesOf({ versions }: CompiledCalendar, fromMs: number, toMs: number): Edges {
  const periods = periodsOf(versions, fromMs, toMs);
  return {
    starts: Float64Array.from(periods, (period) => period.fromMs),
    ends: Float64Array.from(periods, (period) => period.toMs),
  };
}

/** A period that runs over the seam of two parts is one again. */
function tableOf(parts: readonly Edges[], fromMs: number, toMs: number): PeriodTable {
  const length = parts.reduce((sum, { ends }) => sum + ends.length, 0);
  const starts = new Float64Array(length);
  const ends = new Float64Array(length);
  let count = 0;
  for (const part of parts) {
    const isJoined = count > 0 && part.starts[0] === ends[count - 1];
    if (isJoined) count -= 1;
    starts.set(isJoined ? part.starts.subarray(1) : part.starts, isJoined ? count + 1 : count);
    ends.set(part.ends, count);
    count += part.ends.length;
  }
  return withSums(starts.subarray(0, count), ends.subarray(0, count), { fromMs, toMs });
}

function withSums(starts: Float64Array, ends: Float64Array, years: WorkingPeriod): PeriodTable {
  const before = new Float64Array(ends.length);
  let totalMs = 0;
  for (let index = 0; index < ends.length; index += 1) {
    before[index] = totalMs;
    totalMs += at(ends, index) - at(starts, index);
  }
  return { ...years, starts: indexed(starts), ends, before: indexed(before), totalMs };
}
