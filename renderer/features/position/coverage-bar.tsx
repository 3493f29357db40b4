import type { ReactElement } from 'react';
import { clock } from '../../lib/clock/clock.ts';
import { formatDayTime } from '../../lib/format/date.ts';
import { formatRate } from '../../lib/format/figures.ts';
import { useT } from '../../lib/i18n/i18n.ts';
import { periodBounds } from '../../state/period.ts';
import { useApp } from '../../state/store.ts';
import styles from './coverage-bar.module.css';

/** Which part of the period was read completely; what is missing is hatched. */
export function CoverageBar(): ReactElement | null {
  const t = useT();
  const coverage = useApp((state) => state.position.answer?.coverage);
  const period = useApp((state) => state.position.period);
  const accounts = useApp((state) => state.records.accounts);
  if (coverage === undefined) return null;
  const { fromMs, toMs } = periodBounds(period, clock.now());
  const share = (ms: number): number =>
    Math.min(1, Math.max(0, (ms - fromMs) / Math.max(1, toMs - fromMs))) * 100;
  return (
    <div className={styles['coverage']}>
      <span className={styles['share']}>
        {t('position.coverage', { share: formatRate(coverage.share) })}
      </span>
      <span className={styles['track']} aria-hidden="true">
        {coverage.gaps.map((gap) => (
          <span
            key={`${gap.accountId} ${gap.fromMs}`}
            className={styles['gap']}
            style={{
              left: `${share(gap.fromMs)}%`,
              width: `max(4px, ${share(gap.toMs) - share(gap.fromMs)}%)`,
            }}
            data-tip={t('position.coverage.gap', {
              from: formatDayTime(gap.fromMs, clock.now()),
              to: formatDayTime(gap.toMs, clock.now()),
              account: accounts?.find((account) => account.id === gap.accountId)?.name ?? '',
            })}
          />
        ))}
      </span>
      <span>
        {coverage.gaps.length === 0
          ? t('position.coverage.full')
          : t('position.coverage.gaps', { n: coverage.gaps.length })}
      </span>
    </div>
  );
}
