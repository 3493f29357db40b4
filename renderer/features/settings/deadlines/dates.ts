import { locale } from '../../../lib/format/number.ts';

const two = (n: number): string => String(n).padStart(2, '0');

/** Returns the local date of an instant as `YYYY-MM-DD`. */
export function dateOf(ms: number): string {
  const at = new Date(ms);
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** Says whether a `YYYY-MM-DD` is today or one of the 365 days after. */
export const isWithinYear = (date: string, nowMs: number): boolean =>
  date >= dateOf(nowMs) && date <= dateOf(nowMs + 365 * 86_400_000);

/** Returns a `YYYY-MM-DD` with its weekday: `mar 8 dic`. The text as it is when it is no date. */
export function formatDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  if (year === undefined || month === undefined || day === undefined) return date;
  const at = new Date(year, month - 1, day);
  if (Number.isNaN(at.getTime())) return date;
  const options = { weekday: 'short', day: 'numeric', month: 'short' } as const;
  return new Intl.DateTimeFormat(locale(), options).format(at);
}
