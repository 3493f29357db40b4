import { Temporal } from 'temporal-polyfill';
import { italianHolidays } from '../../../shared/domain/calendar/holidays-it.ts';

/** Business time as one would write it on Temporal (the native one where there is any): day by day. */

const ZONE = 'Europe/Rome';
const HOURS = [
  [9, 13],
  [14, 18],
] as const;
const HOLIDAYS = new Set(
  [2025, 2026, 2027, 2028].flatMap((year) => italianHolidays(year).map(({ date }) => date)),
);

function* openings(fromMs: number): Generator<readonly [number, number]> {
  let date = Temporal.Instant.fromEpochMilliseconds(fromMs).toZonedDateTimeISO(ZONE).toPlainDate();
  for (;;) {
    if (date.dayOfWeek <= 5 && !HOLIDAYS.has(date.toString())) {
      for (const [from, to] of HOURS) {
        const at = (hour: number): number =>
          date.toZonedDateTime({ timeZone: ZONE, plainTime: { hour } }).epochMilliseconds;
        const endMs = at(to);
        if (endMs > fromMs) yield [Math.max(fromMs, at(from)), endMs];
      }
    }
    date = date.add({ days: 1 });
  }
}

/** Returns when eight hours of working time are over. */
export function walkAdd(startMs: number): number {
  let leftMs = 8 * 3_600_000;
  for (const [fromMs, toMs] of openings(startMs)) {
    if (toMs - fromMs >= leftMs) return fromMs + leftMs;
    leftMs -= toMs - fromMs;
  }
  return Number.NaN;
}

/** Returns the working milliseconds between two instants. */
export function walkBetween(startMs: number, endMs: number): number {
  let sumMs = 0;
  for (const [fromMs, toMs] of openings(startMs)) {
    if (fromMs >= endMs) break;
    sumMs += Math.min(toMs, endMs) - fromMs;
  }
  return sumMs;
}
