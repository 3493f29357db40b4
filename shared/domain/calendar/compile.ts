import type { CompiledCalendar } from './compiled.ts';
import { DAY_MS, MINUTE_MS, weekdayOf } from './days.ts';
import { exceptionsOf } from './exceptions.ts';
import type { CalendarDefinition, DayInterval, Weekday, WorkingPeriod } from './types.ts';
import { instantOfLocal, zoneOffsets } from './zone.ts';

/** Whole years, `toYear` not included. */
export interface YearSpan {
  readonly fromYear: number;
  readonly toYear: number;
}

/** The years in use: from the first Facebook pages on, and as far as any deadline reaches. */
const USUAL: YearSpan = { fromYear: 2004, toYear: 2041 };
/** The farthest that a calendar is ever compiled: beyond it nothing is promised. */
const WIDEST: YearSpan = { fromYear: 1900, toYear: 2200 };

const usual = new WeakMap<CalendarDefinition, CompiledCalendar>();
const widest = new WeakMap<CalendarDefinition, CompiledCalendar>();

/**
 * Returns a calendar ready to compute with, over `span` (by default the years in use; the result
 * is then kept as long as `definition` lives). Throws a RangeError for an unknown zone.
 */
export function compileCalendar(
  definition: CalendarDefinition,
  span: YearSpan = USUAL,
): CompiledCalendar {
  const memo = span === USUAL ? usual : span === WIDEST ? widest : null;
  const made = memo?.get(definition) ?? compile(definition, span);
  memo?.set(definition, made);
  return made;
}

/** Returns the same calendar over all years that are ever compiled (1900–2199). */
export const widestCalendar = (calendar: CompiledCalendar): CompiledCalendar =>
  compileCalendar(calendar.definition, WIDEST);

/** Says whether an instant lies within the compiled years. */
export const inSpan = (calendar: CompiledCalendar, instantMs: number): boolean =>
  instantMs >= calendar.fromMs && instantMs <= calendar.toMs;

/** Returns the same calendar, compiled further when one of the instants lies outside its years. */
export const calendarCovering = (
  calendar: CompiledCalendar,
  oneMs: number,
  otherMs: number,
): CompiledCalendar =>
  inSpan(calendar, oneMs) && inSpan(calendar, otherMs) ? calendar : widestCalendar(calendar);

function compile(definition: CalendarDefinition, span: YearSpan): CompiledCalendar {
  const fromMs = Date.UTC(span.fromYear, 0, 1);
  const toMs = Date.UTC(span.toYear, 0, 1);
  const periods = merge(openings(definition, span, fromMs, toMs), fromMs, toMs);
  const before = new Float64Array(periods.length);
  let workedMs = 0;
  periods.forEach((period, index) => {
    before[index] = workedMs;
    workedMs += period.toMs - period.fromMs;
  });
  return {
    definition,
    starts: Float64Array.from(periods, (period) => period.fromMs),
    ends: Float64Array.from(periods, (period) => period.toMs),
    before,
    fromMs,
    toMs,
    never: neverOpens(definition),
  };
}

/** Every opening that touches the span, as instants, unmerged. */
function openings(
  definition: CalendarDefinition,
  span: YearSpan,
  fromMs: number,
  toMs: number,
): WorkingPeriod[] {
  const offsets = zoneOffsets(definition.zone, fromMs, toMs);
  const exceptions = exceptionsOf(definition, span.fromYear - 1, span.toYear);
  const periods: WorkingPeriod[] = [];
  // Two days more at either end: a zone may lie a day off UTC and an interval may cross midnight.
  for (let day = fromMs / DAY_MS - 2; day <= toMs / DAY_MS + 2; day += 1) {
    for (const { fromMinute, toMinute } of intervalsOf(definition, exceptions.get(day), day)) {
      if (fromMinute >= toMinute) continue;
      const midnight = day * DAY_MS;
      periods.push({
        fromMs: instantOfLocal(offsets, midnight + fromMinute * MINUTE_MS),
        toMs: instantOfLocal(offsets, midnight + toMinute * MINUTE_MS),
      });
    }
  }
  return periods;
}

function intervalsOf(
  definition: CalendarDefinition,
  exception: { readonly intervals: readonly DayInterval[] } | undefined,
  day: number,
): readonly DayInterval[] {
  return exception?.intervals ?? definition.week[weekdayOf(day) as Weekday];
}

/** Sorts, cuts to the span, and joins what overlaps or touches. */
function merge(periods: readonly WorkingPeriod[], fromMs: number, toMs: number): WorkingPeriod[] {
  const merged: { fromMs: number; toMs: number }[] = [];
  for (const period of [...periods].sort((a, b) => a.fromMs - b.fromMs)) {
    const start = Math.max(period.fromMs, fromMs);
    const end = Math.min(period.toMs, toMs);
    if (start >= end) continue;
    const last = merged.at(-1);
    if (last !== undefined && start <= last.toMs) last.toMs = Math.max(last.toMs, end);
    else merged.push({ fromMs: start, toMs: end });
  }
  return merged;
}

/** Has no interval of any length, on no weekday and no special day. */
const neverOpens = ({ week, special }: CalendarDefinition): boolean =>
  !Object.values(week).some(opens) && !special.some(({ intervals }) => opens(intervals));

const opens = (intervals: readonly DayInterval[]): boolean =>
  intervals.some(({ fromMinute, toMinute }) => fromMinute < toMinute);
