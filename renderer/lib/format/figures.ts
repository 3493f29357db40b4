import { formatDuration } from './duration.ts';
import { t } from '../i18n/i18n.ts';
import { locale } from './number.ts';

const MINUTE_MS = 60_000;

/** Returns a rate (0–1) with one decimal: `78,0%`. */
export const formatRate = (rate: number): string =>
  new Intl.NumberFormat(locale(), {
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  }).format(rate);

/** Returns a difference of rates in points, with its sign: `+0,9`. */
export const formatPoints = (difference: number): string =>
  new Intl.NumberFormat(locale(), {
    signDisplay: 'exceptZero',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  }).format(difference * 100);

/** Returns minutes as people say them: `1 h 24`; whole minutes, for figures know no seconds. */
export const formatMinutes = (minutes: number): string =>
  minutes < 1
    ? t('duration.minutes', { m: Math.round(minutes) })
    : formatDuration(minutes * MINUTE_MS);
