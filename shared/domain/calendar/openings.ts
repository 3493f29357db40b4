import type { DatedDefinition } from './compiled.ts';
import { DAY_MS, MINUTE_MS, parseDay, weekdayOf } from './days.ts';
import { exceptionsOf } from './exceptions.ts';
import type { CalendarDefinition, DayInterval, Weekday, WorkingPeriod } from './types.ts';
import { instantOfLocal, zoneOffsets, type ZoneOffsets } from './zone.ts';

/** A zone may lie a day off UTC, an interval may cross midnight, and a clock may have been set by a day. */
const MARGIN_DAYS = 3;

/** Returns the working periods between two instants, in order; what overlaps or touches is one. */
export function periodsOf(
  versions: readonly DatedDefinition[],
  fromMs: number,
  toMs: number,
): readonly WorkingPeriod[] {
  const periods = versions.flatMap(({ fromMs: startMs, definition }, index) => {
    const first = Math.max(fromMs, startMs);
    const last = Math.min(toMs, versions[index + 1]?.fromMs ?? Infinity);
    return first < last ? openPeriods(definition, first, last) : [];
  });
  return versions.length === 1 ? periods : join(periods, fromMs, toMs);
}

function openPeriods(
  definition: CalendarDefinition,
  fromMs: number,
  toMs: number,
): readonly WorkingPeriod[] {
  const years = [fromMs - DAY_MS * MARGIN_DAYS, toMs + DAY_MS * MARGIN_DAYS].map((ms) =>
    new Date(ms).getUTCFullYear(),
  );
  const [fromYear = 0, toYear = 0] = years;
  const offsets = zoneOffsets(
    definition.zone,
    Date.UTC(fromYear, 0, 1),
    Date.UTC(toYear + 1, 0, 1),
  );
  const exceptions = exceptionsOf(definition, fromYear, toYear);
  const periods: WorkingPeriod[] = [];
  const firstDay = Math.floor(fromMs / DAY_MS) - MARGIN_DAYS;
  const lastDay = Math.ceil(toMs / DAY_MS) + MARGIN_DAYS;
  for (let day = firstDay; day <= lastDay; day += 1) {
    const hours = exceptions.get(day)?.intervals ?? definition.week[weekdayOf(day) as Weekday];
    if (hours.length > 0) periods.push(...instantsOf(offsets, day, hours));
  }
  return without(join(periods, fromMs, toMs), breaksOf(definition, offsets));
}

function breaksOf(definition: CalendarDefinition, offsets: ZoneOffsets): readonly WorkingPeriod[] {
  const breaks = (definition.breaks ?? []).flatMap(({ date, intervals }) => {
    const day = parseDay(date);
    return day === null ? [] : instantsOf(offsets, day, intervals);
  });
  return join(breaks, -Infinity, Infinity);
}

/** A date that its zone left out (Samoa, 30 December 2011) has no hours. */
function instantsOf(
  offsets: ZoneOffsets,
  day: number,
  hours: readonly DayInterval[],
): readonly WorkingPeriod[] {
  const midnight = day * DAY_MS;
  if (instantOfLocal(offsets, midnight) === instantOfLocal(offsets, midnight + DAY_MS)) return [];
  return hours.map(({ fromMinute, toMinute }) => ({
    fromMs: instantOfLocal(offsets, midnight + Math.round(fromMinute * MINUTE_MS)),
    toMs: instantOfLocal(offsets, midnight + Math.round(toMinute * MINUTE_MS)),
  }));
}

/** Sorts, cuts to the span, and joins what overlaps or touches. */
function join(
  periods: readonly WorkingPeriod[],
  fromMs: number,
  toMs: number,
): readonly WorkingPeriod[] {
  const joined: { fromMs: number; toMs: number }[] = [];
  for (const period of periods.toSorted((a, b) => a.fromMs - b.fromMs)) {
    const start = Math.max(period.fromMs, fromMs);
    const end = Math.min(period.toMs, toMs);
    if (start >= end) continue;
    const last = joined.at(-1);
    if (last !== undefined && start <= last.toMs) last.toMs = Math.max(last.toMs, end);
    else joined.push({ fromMs: start, toMs: end });
  }
  return joined;
}

/** Returns what is left of some periods without others; both in order and joined. */
function without(
  periods: readonly WorkingPeriod[],
  gaps: readonly WorkingPeriod[],
): readonly WorkingPeriod[] {
  if (gaps.length === 0) return periods;
  const left: WorkingPeriod[] = [];
  let first = 0;
  for (const { fromMs, toMs } of periods) {
    while ((gaps[first]?.toMs ?? Infinity) <= fromMs) first += 1;
    let start = fromMs;
    for (let index = first; start < toMs; index += 1) {
      const gap = gaps[index];
      if (gap === undefined || gap.fromMs >= toMs) break;
      if (gap.fromMs > start) left.push({ fromMs: start, toMs: gap.fromMs });
      start = Math.max(start, gap.toMs);
    }
    if (start < toMs) left.push({ fromMs: start, toMs });
  }
  return left;
}
