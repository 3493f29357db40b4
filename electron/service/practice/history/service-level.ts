import type { Random } from '../world/random.ts';
import { fromRome, romeWall } from './rhythm.ts';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/**
 * How well the page answers, as its two years go by: from under half of the messages in about nine
 * hours to three quarters in about two. The stories in the figures come from here.
 */
export interface ServiceLevel {
  /** Share of waiting messages that are ever answered. */
  readonly share: number;
  readonly medianMs: number;
  /** Until when somebody answers, minutes after midnight, on a working day. */
  readonly closesAt: number;
  readonly weekend: boolean;
  /** Share of answers that somebody gives after hours all the same. */
  readonly overtime: number;
}

const OPENS_AT = 9 * 60;

/** Returns the level at `progress`, 0 two years ago … 1 now. */
export function serviceLevel(progress: number): ServiceLevel {
  const hours = 3.4 * (1.15 / 3.4) ** progress;
  const closing = progress < 0.35 ? 18 : progress < 0.65 ? 19 : 21;
  return {
    share: 0.46 + 0.31 * progress,
    medianMs: hours * HOUR_MS,
    closesAt: closing * 60,
    weekend: progress > 0.5,
    overtime: 0.45 - 0.23 * progress,
  };
}

/** Moves an instant to when somebody is there, early in the next shift. */
function withinShift(instantMs: number, level: ServiceLevel, random: Random): number {
  if (random.chance(level.overtime)) return instantMs;
  let { day, minute, weekday } = romeWall(instantMs);
  if (minute >= OPENS_AT && minute < level.closesAt && isWorked(weekday, level)) return instantMs;
  if (minute >= level.closesAt) [day, weekday, minute] = [day + 1, (weekday + 1) % 7, 0];
  while (!isWorked(weekday, level)) [day, weekday] = [day + 1, (weekday + 1) % 7];
  const late = Math.min(180, random.logNormal(35, 0.8));
  return fromRome(day, OPENS_AT + Math.floor(late)) + random.int(0, 59) * 1000;
}

const isWorked = (weekday: number, level: ServiceLevel): boolean =>
  level.weekend || (weekday !== 0 && weekday !== 6);

/** Returns when the page answers something written at `writtenMs`, or null when it never does. */
export function answerInstant(
  writtenMs: number,
  level: ServiceLevel,
  random: Random,
): number | null {
  if (!random.chance(level.share)) return null;
  const delay = Math.max(3 * MINUTE_MS, random.logNormal(level.medianMs, 0.95));
  return withinShift(writtenMs + delay, level, random);
}
