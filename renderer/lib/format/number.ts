import { language } from '../i18n/i18n.ts';

const locales = { it: 'it-IT', en: 'en-GB' } as const;

/** Returns the locale for numbers and dates: English keeps the 24-hour clock and day-first dates. */
export const locale = (): string => locales[language()];

const numbers = {
  // Italian leaves four-digit numbers ungrouped by default; the interface always groups: 1.284.
  it: new Intl.NumberFormat('it-IT', { useGrouping: 'always' }),
  en: new Intl.NumberFormat('en-GB', { useGrouping: 'always' }),
};
const percents = {
  it: new Intl.NumberFormat('it-IT', { style: 'percent', maximumFractionDigits: 0 }),
  en: new Intl.NumberFormat('en-GB', { style: 'percent', maximumFractionDigits: 0 }),
};

/** Returns a count in the user's way: `1.284` or `1,284`. */
export const formatNumber = (n: number): string => numbers[language()].format(n);

/** Returns a share (0–1) as whole percent: `92%`. */
export const formatPercent = (share: number): string => percents[language()].format(share);

const units = ['B', 'kB', 'MB', 'GB'] as const;

/** Returns a size in the largest unit that keeps it at 1 or more: `10 MB`. */
export function formatBytes(bytes: number): string {
  const power = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  return `${formatNumber(Math.round((bytes / 1000 ** power) * 10) / 10)} ${units[power] ?? 'B'}`;
}
