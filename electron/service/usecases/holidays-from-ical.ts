import ICAL from 'ical.js';
import { formatDay, parseDay } from '../../../shared/domain/calendar/days.ts';
import type { SpecialDay } from '../../../shared/domain/calendar/types.ts';
import { oneLine } from '../../../shared/domain/text.ts';
import { appError, type AppError } from '../../../shared/kernel/app-error.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';

/** Lists of holidays are some kilobytes. */
const MOST_BYTES = 2 * 1024 * 1024;
const MOST_DAYS = 2_000;
const LONGEST_NAME = 80;

/** The closed days of a calendar file. */
export interface ImportedDays {
  /** By date; of two events on one date the first gives the name. */
  readonly days: readonly SpecialDay[];
  /** Events that are no whole days, or recur otherwise than every year: nothing was made of them. */
  readonly skipped: number;
}

/** Whole years; `toYear` is the last one. */
export interface Years {
  readonly fromYear: number;
  readonly toYear: number;
}

/**
 * Returns the whole-day events of an iCal text that fall into some years, as closed days to be looked
 * at before they are saved. Never throws. Errors: `bad_input` with the field `file` for what is no
 * calendar, too long, or holds too many days.
 */
export function holidaysFromIcal(text: string, years: Years): Result<ImportedDays, AppError> {
  if (text.length > MOST_BYTES) return unreadable();
  const events = eventsIn(text);
  if (events === null) return unreadable();
  const days = new Map<string, SpecialDay>();
  let skipped = 0;
  for (const event of events) {
    const dates = datesOf(event, years);
    if (dates === null) skipped += 1;
    const name = oneLine(String(event.getFirstPropertyValue('summary') ?? ''), LONGEST_NAME);
    for (const date of dates ?? []) {
      if (!days.has(date)) days.set(date, { date, name, intervals: [] });
      if (days.size > MOST_DAYS) return unreadable();
    }
  }
  return ok({ days: [...days.values()].toSorted((a, b) => (a.date < b.date ? -1 : 1)), skipped });
}

const unreadable = (): Result<never, AppError> => err(appError('bad_input', { field: 'file' }));

function eventsIn(text: string): readonly ICAL.Component[] | null {
  try {
    const parsed: unknown = ICAL.parse(text.trim());
    const calendars = Array.isArray(parsed) && Array.isArray(parsed[0]) ? parsed : [parsed];
    const all = calendars.map((calendar) => new ICAL.Component(calendar as unknown[]));
    if (all.some(({ name }) => name !== 'vcalendar')) return null;
    return all.flatMap((calendar) => calendar.getAllSubcomponents('vevent'));
  } catch {
    // The library says by throwing what is no calendar.
    return null;
  }
}

/** Null: not whole days, or a recurrence that is not simply yearly. */
function datesOf(event: ICAL.Component, years: Years): readonly string[] | null {
  const first = dayOf(event, 'dtstart');
  if (first === null) return null;
  if (String(event.getFirstPropertyValue('status')).toUpperCase() === 'CANCELLED') return [];
  const length = Math.max(1, (dayOf(event, 'dtend') ?? first + 1) - first);
  const starts = startsOf(event, first, years);
  if (starts === null) return null;
  const from = parseDay(`${years.fromYear}-01-01`) ?? 0;
  const to = parseDay(`${years.toYear}-12-31`) ?? 0;
  return starts.flatMap((start) => {
    const begin = Math.max(start, from);
    const end = Math.min(start + length - 1, to, begin + MOST_DAYS);
    return Array.from({ length: Math.max(0, end - begin + 1) }, (_, index) =>
      formatDay(begin + index),
    );
  });
}

function dayOf(event: ICAL.Component, name: 'dtstart' | 'dtend'): number | null {
  const time: unknown = event.getFirstPropertyValue(name);
  return time instanceof ICAL.Time && time.isDate ? parseDay(time.toString()) : null;
}

/** The same date every year, without asking the library for more: a hostile rule may never end there. */
function startsOf(
  event: ICAL.Component,
  first: number,
  { fromYear, toYear }: Years,
): readonly number[] | null {
  if (event.hasProperty('rdate')) return null;
  if (!event.hasProperty('rrule')) return [first];
  const rule = String(event.getFirstPropertyValue('rrule'));
  if (!/^FREQ=YEARLY(;(INTERVAL=1|BYMONTH=\d+|BYMONTHDAY=\d+|WKST=[A-Z]{2}))*$/.test(rule))
    return null;
  const date = formatDay(first);
  const [month, day] = [date.slice(5, 7), date.slice(8, 10)].map(Number);
  if (
    [/BYMONTH=(\d+)/, /BYMONTHDAY=(\d+)/].some((part, index) =>
      isOther(rule, part, [month, day][index]),
    )
  ) {
    return null;
  }
  const begin = Math.max(fromYear - 1, Number(date.slice(0, 4)));
  const years = Array.from(
    { length: Math.max(0, toYear - begin + 1) },
    (_, index) => begin + index,
  );
  return years.flatMap((year) => parseDay(`${year}${date.slice(4)}`) ?? []);
}

const isOther = (rule: string, part: RegExp, own: number | undefined): boolean => {
  const said = part.exec(rule)?.[1];
  return said !== undefined && Number(said) !== own;
};
