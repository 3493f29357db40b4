import type { ReactElement } from 'react';
import type { SpendView } from '../../../../shared/contract/channel-schemas.ts';
import type { AccountView } from '../../../../shared/contract/channel-schemas.ts';
import { nextMinute, useNow } from '../../../lib/clock/use-clock.ts';
import { formatWhen } from '../../../lib/format/date.ts';
import { formatNumber, formatPercent } from '../../../lib/format/number.ts';
import { useT, type Translate } from '../../../lib/i18n/i18n.ts';
import { cx } from '../../../ui/cx.ts';
import styles from './account-card.module.css';
import { Disclosure } from './disclosure.tsx';
import { USAGE_WARNING_PERCENT } from './health-words.ts';

function paceWords(t: Translate, { pace, heldUntilMs }: SpendView, nowMs: number): string {
  if (pace !== 'held') return t(`spend.pace.${pace}`);
  return heldUntilMs === null
    ? t('spend.pace.held')
    : t('spend.pace.heldUntil', { when: formatWhen(heldUntilMs, nowMs) });
}

function Usage({ percent }: { readonly percent: number | null }): ReactElement {
  const t = useT();
  if (percent === null) return <>{t('account.usage.unknown')}</>;
  const shown = formatPercent(percent / 100);
  return (
    <span className={styles['usage']}>
      <span
        className={styles['track']}
        role="meter"
        aria-label={t('account.usage.bar', { percent: shown })}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.min(100, percent)}
      >
        <span
          className={cx(styles['fill'], percent >= USAGE_WARNING_PERCENT && styles['high'])}
          style={{ width: `${Math.min(100, percent)}%` }}
        />
      </span>
      {shown}
    </span>
  );
}

/** What reading an account costs, and how fast it is read because of that. */
export function Spend({ account }: { readonly account: AccountView }): ReactElement {
  const t = useT();
  const nowMs = useNow(nextMinute);
  const { spend, sources } = account;
  const calls = (n: number): string => t('source.calls', { n, shown: formatNumber(n) });
  return (
    <Disclosure
      name={t('spend.title')}
      summary={`${paceWords(t, spend, nowMs)}${
        spend.usagePercent === null
          ? ''
          : ` · ${t('spend.usage', { percent: formatPercent(spend.usagePercent / 100) })}`
      }`}
      look={spend.pace === 'usual' ? 'plain' : 'warning'}
      wide={spend.pace === 'held'}
    >
      <p className={styles['why']}>{t(`spend.explain.${spend.pace}`)}</p>
      <Usage percent={spend.usagePercent} />
      <ul className={styles['calls']} aria-label={t('spend.calls')}>
        <li>
          <span>{t('spend.all')}</span>
          <span>
            {calls(spend.callsLastHour)}, {t('spend.day', { n: formatNumber(spend.callsLastDay) })}
          </span>
        </li>
        {sources
          .filter(({ callsLastDay }) => callsLastDay > 0)
          .map(({ source, callsLastHour, callsLastDay }) => (
            <li key={source}>
              <span>{t(`source.${source}`)}</span>
              <span>
                {calls(callsLastHour)}, {t('spend.day', { n: formatNumber(callsLastDay) })}
              </span>
            </li>
          ))}
      </ul>
    </Disclosure>
  );
}
