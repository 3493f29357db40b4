import { clock } from '../lib/clock/clock.ts';
import { locale } from '../lib/format/number.ts';
import type { Translate } from '../lib/i18n/i18n.ts';
import { periodBounds, type Period } from './period.ts';

/** Returns a period's name: `Ultimi 30 giorni`, `ottobre 2026`. */
export function periodName(period: Period, t: Translate): string {
  if (period.kind === 'days') return t('position.period.last', { n: period.days });
  const { fromMs } = periodBounds(period, clock.now());
  return new Intl.DateTimeFormat(locale(), { month: 'long', year: 'numeric' }).format(fromMs);
}
