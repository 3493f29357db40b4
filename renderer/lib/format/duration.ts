import { t } from '../i18n/i18n.ts';
import { formatNumber } from './number.ts';

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;
const DAY_MINUTES = 1_440;
/** From here on hours are left out. */
const LONG_DAYS = 10;

/** Under this, a running timer counts seconds. */
export const SECONDS_BELOW_MS = 2 * MINUTE_MS;

const inMinutes = (minutes: number): string => {
  if (minutes >= DAY_MINUTES) {
    const hours = Math.floor(minutes / 60);
    const days = Math.floor(hours / 24);
    // Beyond that an hour more or less tells nobody anything.
    if (days >= LONG_DAYS) return t('duration.wholeDays', { d: formatNumber(days) });
    return t('duration.days', { d: days, h: hours % 24 });
  }
  if (minutes >= 60) {
    const m = String(minutes % 60).padStart(2, '0');
    return t('duration.hours', { h: Math.floor(minutes / 60), m });
  }
  return t('duration.minutes', { m: minutes });
};

/**
 * Returns a span in at most two units: `2 g 4 h`, `3 h 14`, `38 min`, `45 s`; whole ones stand alone:
 * `4 h`, `2 g`. Rounds down.
 */
export function formatDuration(ms: number): string {
  if (ms < MINUTE_MS) {
    return t('duration.seconds', { s: Math.max(0, Math.floor(ms / SECOND_MS)) });
  }
  const minutes = Math.floor(ms / MINUTE_MS);
  const hours = Math.floor(minutes / 60);
  if (hours >= 24 && hours % 24 === 0)
    return t('duration.wholeDays', { d: formatNumber(hours / 24) });
  if (hours > 0 && hours < 24 && minutes % 60 === 0) return t('duration.wholeHours', { h: hours });
  return inMinutes(minutes);
}

/**
 * Returns the text of a running timer: like {@link formatDuration}, with seconds under two minutes
 * (`1 min 35`). `round` says which way the last unit goes: up while time is left, down once it is over.
 */
export function formatCountdown(ms: number, round: 'up' | 'down'): string {
  const whole = round === 'up' ? Math.ceil : Math.floor;
  const seconds = whole(ms / SECOND_MS);
  if (seconds * SECOND_MS >= SECONDS_BELOW_MS) return inMinutes(whole(ms / MINUTE_MS));
  if (seconds < 60) return t('duration.seconds', { s: seconds });
  const s = String(seconds % 60).padStart(2, '0');
  return t('duration.minutesSeconds', { m: Math.floor(seconds / 60), s });
}

/** Returns how long ago something was: `ora`, `20 s fa`, `3 h 14 fa`. */
export const formatAgo = (ms: number): string =>
  ms < 5 * SECOND_MS ? t('ago.now') : t('ago.duration', { duration: formatDuration(ms) });

/** Returns when the text of a timer that shows `ms` changes next, in milliseconds from now. */
export function nextChangeInMs(ms: number, direction: 'down' | 'up'): number {
  const unit =
    ms < SECONDS_BELOW_MS + (direction === 'down' ? SECOND_MS : 0) ? SECOND_MS : MINUTE_MS;
  const rest = direction === 'down' ? ms % unit : unit - (ms % unit);
  return rest === 0 ? unit : rest;
}
