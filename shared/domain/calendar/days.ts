/** Local dates as whole days since 1970-01-01, so that a calendar can count them. */

export const DAY_MS = 86_400_000;
export const MINUTE_MS = 60_000;

/** Returns the day number of a date; `month` is 1–12. */
export const dayOf = (year: number, month: number, day: number): number =>
  Date.UTC(year, month - 1, day) / DAY_MS;

/** Returns the day number of `YYYY-MM-DD`, or null when that is no date. */
export function parseDay(date: string): number | null {
  const day = Date.parse(`${date}T00:00:00Z`) / DAY_MS;
  return Number.isInteger(day) && formatDay(day) === date ? day : null;
}

/** Returns `YYYY-MM-DD`. */
export const formatDay = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** Returns the ISO weekday of a day number: 1 Monday … 7 Sunday (1970-01-01 was a Thursday). */
export const weekdayOf = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;
