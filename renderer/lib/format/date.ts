import { t } from '../i18n/i18n.ts';
import { locale } from './number.ts';

const DAY_MS = 86_400_000;

const cache = new Map<string, Intl.DateTimeFormat>();
function formatter(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale()} ${JSON.stringify(options)}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  const fresh = new Intl.DateTimeFormat(locale(), options);
  cache.set(key, fresh);
  return fresh;
}

const clockTime = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
const shortDate = { day: '2-digit', month: '2-digit', year: '2-digit' } as const;
const dayMonth = { day: 'numeric', month: 'short' } as const;

const midnight = (ms: number): number => new Date(ms).setHours(0, 0, 0, 0);
/** Whole calendar days from `ms` to `nowMs`; rounding swallows the hour of a clock change. */
const daysBefore = (ms: number, nowMs: number): number =>
  Math.round((midnight(nowMs) - midnight(ms)) / DAY_MS);

/** Returns the last instant of the local day that holds `ms`. */
export const endOfDayMs = (ms: number): number => new Date(ms).setHours(24, 0, 0, 0) - 1;

/** Returns the time on a 24-hour clock: `08:57`. */
export const formatTime = (ms: number): string => formatter(clockTime).format(ms);

/** Returns the date alone: `18 nov`, or `18 nov 2024` in another year than `nowMs`. */
export function formatDay(ms: number, nowMs: number): string {
  const sameYear = new Date(ms).getFullYear() === new Date(nowMs).getFullYear();
  return formatter(sameYear ? dayMonth : { ...dayMonth, year: 'numeric' }).format(ms);
}

const weekday = (ms: number): string => formatter({ weekday: 'short' }).format(ms);

/** Returns the shortest time a list needs: `08:57` today, `ven 14:43` this week, else the date. */
export function formatWhen(ms: number, nowMs: number): string {
  const days = daysBefore(ms, nowMs);
  if (days === 0) return formatTime(ms);
  return Math.abs(days) < 7 ? `${weekday(ms)} ${formatTime(ms)}` : formatDay(ms, nowMs);
}

/** Returns day and time for reading: `oggi 08:57`, `ieri 17:40`, `ven 14:43`, `18 nov, 10:00`. */
export function formatDayTime(ms: number, nowMs: number): string {
  const days = daysBefore(ms, nowMs);
  if (days === 0) return `${t('day.today')} ${formatTime(ms)}`;
  if (days === 1) return `${t('day.yesterday')} ${formatTime(ms)}`;
  if (Math.abs(days) < 7) return `${weekday(ms)} ${formatTime(ms)}`;
  return `${formatDay(ms, nowMs)}, ${formatTime(ms)}`;
}

/**
 * Returns day and time as short as they stay clear: `08:57` today, `ven 17:26`, `18 nov 10:00`, and
 * `30/11/24 20:18` in another year.
 */
export function formatStep(ms: number, nowMs: number): string {
  const days = Math.abs(daysBefore(ms, nowMs));
  if (days < 7) return formatWhen(ms, nowMs);
  const sameYear = new Date(ms).getFullYear() === new Date(nowMs).getFullYear();
  const day = sameYear ? formatDay(ms, nowMs) : formatter(shortDate).format(ms);
  return `${day} ${formatTime(ms)}`;
}

/** Returns everything about an instant, for a tooltip: `mercoledì 18 novembre 2026, 10:00:05`. */
export const formatExact = (ms: number): string =>
  formatter({ dateStyle: 'full', timeStyle: 'medium', hourCycle: 'h23' }).format(ms);

/** Returns the instant as machines read it, for `<time dateTime>`; empty when it is no instant. */
export const isoInstant = (ms: number): string =>
  Number.isFinite(ms) && Math.abs(ms) <= 8.64e15 ? new Date(ms).toISOString() : '';

/** Returns a time that a stranger's clock says; empty when it is no instant. */
export const formatTold = (ms: number): string => (isoInstant(ms) === '' ? '' : formatExact(ms));

/**
 * Returns a time on the clock of its place (`2026-11-25T10:00:00`, or a whole day `2026-11-25`) in
 * words: `mercoledì 25 novembre 2026, 10:00`; as it stands when it is no such time.
 */
export function formatWall(wall: string): string {
  const match = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::\d\d)?)?$/.exec(wall);
  if (match === null) return wall;
  const [, year, month, day, hour, minute] = match.map(Number);
  const ms = Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour || 0, minute || 0);
  const time = match[4] === undefined ? {} : ({ timeStyle: 'short', hourCycle: 'h23' } as const);
  return formatter({ dateStyle: 'full', timeZone: 'UTC', ...time }).format(ms);
}
