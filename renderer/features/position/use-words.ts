import { useMemo } from 'react';
import type { MetricRowView } from '../../../shared/contract/schemas.ts';
import { formatMinutes, formatRate } from '../../lib/format/figures.ts';
import { formatNumber, formatPercent, locale } from '../../lib/format/number.ts';
import { useT, type Translate } from '../../lib/i18n/i18n.ts';
import { minutesOf, spotOf, type MapClock, type MapTeam } from './map-model.ts';
import type { MapWords } from './position-map.tsx';

/** Returns a month key (`2026-11`) as its short name: `nov`. */
export function formatMonth(key: string): string {
  const [year = 1970, month = 1] = key.split('-').map(Number);
  return new Intl.DateTimeFormat(locale(), { month: 'short' }).format(
    new Date(year, month - 1, 15),
  );
}

/** Returns an axis tick without idle zeros: `15 min`, `4 h`, `5 g`. */
function formatTick(minutes: number, t: Translate): string {
  if (minutes < 60) return t('duration.minutes', { m: minutes });
  if (minutes < 1440) return t('position.tick.hours', { h: minutes / 60 });
  return t('position.tick.days', { d: minutes / 1440 });
}

const countLine = (row: MetricRowView, t: Translate): string =>
  t('position.nUnanswered', {
    n: formatNumber(row.n),
    unanswered: formatNumber(row.unanswered),
  });

/** Returns one sentence that says what a point says: for the screen reader and the tooltip. */
function pointName(team: MapTeam, clock: MapClock, t: Translate): string {
  const spot = spotOf(team.row, clock);
  if (spot === null) return team.name;
  return `${t('position.pointName', {
    team: team.name,
    rate: formatRate(spot.rate),
    time: formatMinutes(spot.minutes),
  })} ${countLine(team.row, t)}${spot.guarded ? ` ${t('position.underGuard')}` : ''}`;
}

/** Returns the map's words in the language of the moment. */
export function useMapWords(
  clock: MapClock,
  reference: { readonly rate: number; readonly minutes: number },
): MapWords {
  const t = useT();
  return useMemo(
    () => ({
      title: t('position.map.title'),
      manyFast: t('position.quadrant.manyFast'),
      manySlow: t('position.quadrant.manySlow'),
      fewFast: t('position.quadrant.fewFast'),
      fewSlow: t('position.quadrant.fewSlow'),
      xAxis: t(`position.axis.${clock}`),
      yAxis: t('position.axis.rate'),
      referenceRate: formatPercent(reference.rate),
      referenceTime: formatMinutes(reference.minutes),
      tick: (minutes) => formatTick(minutes, t),
      percent: formatPercent,
      month: formatMonth,
      pointName: (team) => pointName(team, clock, t),
      who: (team) => {
        const minutes = minutesOf(team.row, clock);
        const rate = team.row.rate;
        return rate === null || minutes === null
          ? team.name
          : `${team.name}  ${formatRate(rate)} · ${formatMinutes(minutes)}`;
      },
      more: (team) => countLine(team.row, t),
    }),
    [t, clock, reference.rate, reference.minutes],
  );
}
