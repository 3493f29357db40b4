import { useState, type ReactElement } from 'react';
import type { AccountView } from '../../../../shared/contract/channel-schemas.ts';
import { nextMinute, useNow } from '../../../lib/clock/use-clock.ts';
import { useT } from '../../../lib/i18n/i18n.ts';
import { Segmented } from '../../../ui/segmented/segmented.tsx';
import type { Span } from './coverage.ts';
import { CoverageLegend } from './coverage-strip.tsx';
import styles from './source-list.module.css';
import { SourceRow } from './source-row.tsx';

/** All sources of an account with what of the last day or week was read. */
export function SourceList({ account }: { readonly account: AccountView }): ReactElement {
  const t = useT();
  const nowMs = useNow(nextMinute);
  const [span, setSpan] = useState<Span>('week');
  return (
    <section className={styles['sources']} aria-label={t('source.title')}>
      <header className={styles['head']}>
        <h3>{t('source.title')}</h3>
        <CoverageLegend />
        <Segmented
          label={t('coverage.span')}
          segments={[
            { value: 'day', label: t('coverage.span.day') },
            { value: 'week', label: t('coverage.span.week') },
          ]}
          value={span}
          onChange={setSpan}
        />
      </header>
      <ul>
        {account.sources.map((source) => (
          <SourceRow
            key={source.source}
            accountId={account.id}
            source={source}
            gaps={account.health.gaps}
            span={span}
            nowMs={nowMs}
          />
        ))}
      </ul>
    </section>
  );
}
