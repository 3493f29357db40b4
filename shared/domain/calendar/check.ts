import { parseDay } from './days.ts';
import type { CalendarDefinition, DayInterval, SpecialDay } from './types.ts';
import { isTimeZone } from './zone.ts';

const DAY_MINUTES = 1440;

/** Returns the name of the field of a definition that makes no sense, or null. */
export function faultIn(calendar: CalendarDefinition): string | null {
  if (!isTimeZone(calendar.zone)) return 'zone';
  for (const weekday of [1, 2, 3, 4, 5, 6, 7] as const) {
    if (!areHours(calendar.week[weekday])) return 'week';
  }
  if (!areDays(calendar.special)) return 'special';
  if (!areDays(calendar.breaks ?? [])) return 'breaks';
  return calendar.worked.every(isDate) ? null : 'worked';
}

const areDays = (days: readonly SpecialDay[]): boolean =>
  days.every(({ date, intervals }) => isDate(date) && areHours(intervals));

/** Begin within the day, take some time, and end with the next day at the latest. */
const areHours = (hours: readonly DayInterval[] | undefined): boolean =>
  Array.isArray(hours) &&
  hours.every(
    ({ fromMinute, toMinute }: DayInterval) =>
      fromMinute >= 0 &&
      fromMinute <= DAY_MINUTES &&
      fromMinute < toMinute &&
      toMinute <= 2 * DAY_MINUTES,
  );

const isDate = (date: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(date) && parseDay(date) !== null;
