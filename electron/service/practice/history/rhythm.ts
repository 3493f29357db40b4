import type { Random } from '../world/random.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const MINUTE_MS = 60_000;

/** 01:00 UTC of the last Sunday of a month, when summer time starts or ends (Directive 2000/84/EC). */
function lastSunday(year: number, month: number): number {
  const lastDay = new Date(Date.UTC(year, month + 1, 0));
  return lastDay.getTime() - lastDay.getUTCDay() * DAY_MS + HOUR_MS;
}

/** How far the clock of Rome is ahead of UTC at that instant, in milliseconds. */
export function romeOffsetMs(instantMs: number): number {
  const year = new Date(instantMs).getUTCFullYear();
  const summer = instantMs >= lastSunday(year, 2) && instantMs < lastSunday(year, 9);
  return summer ? 2 * HOUR_MS : HOUR_MS;
}

/** The wall clock in Rome: days since 1970, minute of the day, weekday 0 Sunday … 6 Saturday. */
export function romeWall(instantMs: number) {
  const local = instantMs + romeOffsetMs(instantMs);
  const day = Math.floor(local / DAY_MS);
  return { day, minute: Math.floor((local - day * DAY_MS) / MINUTE_MS), weekday: (day + 4) % 7 };
}

/** The instant at which Rome's clock shows that minute of that day. */
export function fromRome(day: number, minute: number): number {
  const local = day * DAY_MS + minute * MINUTE_MS;
  return local - romeOffsetMs(local - HOUR_MS);
}

/** How much is written in each hour of a day: little at night, most after dinner. */
const HOURS = [
  10, 5, 3, 2, 2, 4, 10, 26, 44, 50, 50, 48, 56, 70, 62, 48, 46, 50, 58, 68, 82, 98, 84, 38,
] as const;

const CUMULATED = HOURS.reduce<number[]>((sums, one) => [...sums, (sums.at(-1) ?? 0) + one], []);
const HOUR_SUM = CUMULATED.at(-1) ?? 1;

/** Returns a minute of the day at which somebody writes. */
export function drawMinute(random: Random): number {
  const wanted = random.next() * HOUR_SUM;
  const hour = CUMULATED.findIndex((sum) => wanted < sum);
  return hour * 60 + random.int(0, 59);
}

/** How busy an hour is, 1 on average. */
export const hourFactor = (hour: number): number => ((HOURS[hour] ?? 0) * 24) / HOUR_SUM;

/** How busy a weekday is: Monday brings the weekend's trouble, Saturday is quiet. */
const WEEKDAYS = [1.12, 1.18, 1.02, 0.98, 0.96, 0.94, 0.8] as const;

/** Returns the busyness of a weekday, 0 Sunday … 6 Saturday. */
export const weekdayFactor = (weekday: number): number => WEEKDAYS[weekday] ?? 1;
