import type { DayInterval } from '../../../shared/domain/calendar/types.ts';

const DAY_MINUTES = 1_440;
const SHAPE = /^(\d{1,2})(?:[:.](\d{2}))?\s*(?:-|–|—|,|\s)\s*(\d{1,2})(?:[:.](\d{2}))?$/u;

function minuteOf(hours: string | undefined, minutes: string | undefined): number | null {
  const minute = Number(hours) * 60 + Number(minutes ?? 0);
  const isTime = Number(minutes ?? 0) < 60 && minute <= DAY_MINUTES;
  return isTime ? minute : null;
}

/**
 * Reads opening hours as people type them: `9-13`, `9:00–13.30`, `22-2` (into the next day), `0-24`.
 * Null when they are none: a stretch of no length is none either.
 */
export function parseHours(text: string): DayInterval | null {
  const found = SHAPE.exec(text.trim());
  if (found === null) return null;
  const fromMinute = minuteOf(found[1], found[2]);
  const toMinute = minuteOf(found[3], found[4]);
  if (fromMinute === null || toMinute === null) return null;
  if (fromMinute === DAY_MINUTES || fromMinute === toMinute) return null;
  return { fromMinute, toMinute: toMinute < fromMinute ? toMinute + DAY_MINUTES : toMinute };
}

const clockTime = (minute: number): string => {
  const inDay = minute > DAY_MINUTES ? minute - DAY_MINUTES : minute;
  const hours = String(Math.floor(inDay / 60)).padStart(2, '0');
  return `${hours}:${String(inDay % 60).padStart(2, '0')}`;
};

/** Returns opening hours for a text field: `09:00–13:00`; `parseHours` reads the same back. */
export const formatHours = ({ fromMinute, toMinute }: DayInterval): string =>
  `${clockTime(fromMinute)}–${clockTime(toMinute)}`;

const shortTime = (minute: number): string =>
  minute % 60 === 0 ? String(Number(clockTime(minute).slice(0, 2))) : clockTime(minute);

/** Returns opening hours for a line of text, full hours without their zeros: `9–13`, `14–18:30`. */
export const formatHoursShort = ({ fromMinute, toMinute }: DayInterval): string =>
  `${shortTime(fromMinute)}–${shortTime(toMinute)}`;
