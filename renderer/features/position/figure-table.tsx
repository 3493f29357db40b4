import type { ReactElement } from 'react';
import { formatNumber } from '../../lib/format/number.ts';
import { formatMinutes, formatRate } from '../../lib/format/figures.ts';
import { useT } from '../../lib/i18n/i18n.ts';
import { cx } from '../../ui/cx.ts';
import { TeamMark } from '../../ui/marks/team-mark.tsx';
import type { MapTeam } from './map-model.ts';
import styles from './figure-table.module.css';
import { formatMonth } from './use-words.ts';

const minutes = (value: number | null, none: string): string =>
  value === null ? none : formatMinutes(value);

/** The same figures as the map, and more, for those who cannot or will not read a chart. */
export function FigureTable(props: { readonly teams: readonly MapTeam[] }): ReactElement {
  const t = useT();
  const none = t('position.nothing');
  const columns = [
    'position.column.n',
    'position.column.answered',
    'position.column.unanswered',
    'position.column.leftOut',
    'position.column.rate',
    'position.column.median',
    'position.column.p90',
    'position.column.mean',
    'position.column.businessMedian',
    'position.column.inTime',
  ] as const;
  return (
    <div
      className={styles['scroll']}
      tabIndex={0}
      role="region"
      aria-label={t('position.map.table')}
    >
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">{t('position.column.period')}</th>
            {columns.map((column) => (
              <th key={column} scope="col" className={styles['num']}>
                {t(column)}
              </th>
            ))}
          </tr>
        </thead>
        {props.teams.map((team) => (
          <tbody key={team.key}>
            <tr>
              <th scope="rowgroup" colSpan={columns.length + 1} className={styles['team']}>
                <TeamMark mark={team.mark} /> {team.name}
              </th>
            </tr>
            {[...team.trail, { month: null, row: team.row }].map(({ month, row }) => (
              <tr key={month ?? 'now'} className={cx(row.underGuard && styles['thin'])}>
                <th scope="row">
                  {month === null ? t('position.column.thisPeriod') : formatMonth(month)}
                </th>
                <td>{formatNumber(row.n)}</td>
                <td>{formatNumber(row.answered)}</td>
                <td>{formatNumber(row.unanswered)}</td>
                <td>{formatNumber(row.leftOut)}</td>
                <td>{row.rate === null ? none : formatRate(row.rate)}</td>
                <td>{minutes(row.medianMinutes, none)}</td>
                <td>{minutes(row.p90Minutes, none)}</td>
                <td>{minutes(row.meanMinutes, none)}</td>
                <td>{minutes(row.businessMedianMinutes, none)}</td>
                <td>{row.inTimeRate === null ? none : formatRate(row.inTimeRate)}</td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}
