import type { ReactElement } from 'react';
import { clock } from '../../lib/clock/clock.ts';
import { formatDayTime } from '../../lib/format/date.ts';
import { formatRate } from '../../lib/format/figures.ts';
import { useT, type Translate } from '../../lib/i18n/i18n.ts';
import { periodBounds } from '../../state/period.ts';
import { selectAccount } from '../../state/selectors.ts';
import { useApp } from '../../state/store.ts';
import styles from './coverage-bar.module.css';
import { missedStretches, type MissedStretch } from './missed-stretches.ts';

/** What the marks say, for who does not see them. */
function words(t: Translate, stretches: readonly MissedStretch[]): string {
  const late = stretches.filter(({ filled }) => filled).length;
  const open = stretches.length - late;
  if (stretches.length === 0) return t('position.coverage.full');
  return [
    open === 0 ? '' : t('position.coverage.gaps', { n: open }),
    late === 0 ? '' : t('position.coverage.lateOnes', { n: late }),
  ]
    .filter((part) => part !== '')
    .join(' ');
}

/** One stretch: hatched while nobody knows what happened in it, lighter once it was read after all. */
function Mark(props: {
  readonly stretch: MissedStretch;
  readonly share: (ms: number) => number;
}): ReactElement {
  const t = useT();
  const { stretch, share } = props;
  const { accountId, filled, fromMs, toMs, sources } = stretch;
  const account = useApp(selectAccount(accountId))?.name ?? '';
  const nowMs = clock.now();
  return (
    <span
      className={styles[filled ? 'late' : 'gap']}
      style={{
        left: `${share(fromMs)}%`,
        width: `max(4px, ${share(toMs) - share(fromMs)}%)`,
      }}
      data-tip={t(filled ? 'position.coverage.late' : 'position.coverage.gap', {
        from: formatDayTime(fromMs, nowMs),
        to: formatDayTime(toMs, nowMs),
        account,
        sources: sources.map((source) => t(`source.${source}`)).join(', '),
      })}
    />
  );
}

/** Which part of the period is known; what is missing is hatched, what came later is lighter. */
export function CoverageBar(): ReactElement | null {
  const t = useT();
  const coverage = useApp((state) => state.position.answer?.coverage);
  const period = useApp((state) => state.position.period);
  if (coverage === undefined) return null;
  const { fromMs, toMs } = periodBounds(period, clock.now());
  const share = (ms: number): number =>
    Math.min(1, Math.max(0, (ms - fromMs) / Math.max(1, toMs - fromMs))) * 100;
  const stretches = missedStretches(coverage.gaps);
  const order = [
    ...stretches.filter(({ filled }) => filled),
    ...stretches.filter((one) => !one.filled),
  ];
  return (
    <div className={styles['coverage']}>
      <span className={styles['share']}>
        {t('position.coverage', { share: formatRate(coverage.share) })}
      </span>
      <span className={styles['track']} aria-hidden="true">
        {order.map((stretch) => (
          <Mark
            key={`${stretch.accountId} ${String(stretch.filled)} ${stretch.fromMs}`}
            stretch={stretch}
            share={share}
          />
        ))}
      </span>
      <span>{words(t, stretches)}</span>
    </div>
  );
}
