import { useState, type ReactElement } from 'react';
import type { GapView } from '../../../../shared/contract/channel-schemas.ts';
import { nextMinute, useNow } from '../../../lib/clock/use-clock.ts';
import { formatStep } from '../../../lib/format/date.ts';
import { useT, type Translate } from '../../../lib/i18n/i18n.ts';
import { gapWords } from '../../../lib/text/gap-words.ts';
import { Button } from '../../../ui/button/button.tsx';
import { cx } from '../../../ui/cx.ts';
import styles from './account-card.module.css';
import { Disclosure } from './disclosure.tsx';

/** Shown before "and more": the newest say most. */
const SHOWN = 5;

function summaryOf(t: Translate, gaps: readonly GapView[]): string {
  if (gaps.length === 0) return t('account.gaps.none');
  const open = gaps.filter(({ filledAtMs }) => filledAtMs === null).length;
  return open === 0
    ? t('account.gaps.allLater', { n: gaps.length })
    : t('account.gaps.open', { n: open, all: gaps.length });
}

function Gap({ gap, nowMs }: { readonly gap: GapView; readonly nowMs: number }): ReactElement {
  const t = useT();
  const { source, fromMs, toMs, reason, filledAtMs } = gap;
  return (
    <li>
      <span
        className={cx(styles['hatch'], filledAtMs !== null && styles['filled'])}
        aria-hidden="true"
      />
      {t(`source.${source}`)},{' '}
      {t('account.gap', { from: formatStep(fromMs, nowMs), to: formatStep(toMs, nowMs) })}
      <span className={styles['why']}>
        {' '}
        · {gapWords(t, reason)} ·{' '}
        {filledAtMs === null
          ? t('account.gap.open')
          : t('account.gap.filled', { when: formatStep(filledAtMs, nowMs) })}
      </span>
    </li>
  );
}

/** The stretches in which a source was not read in time: from when to when, why, and what came of it. */
export function AccountGaps({ gaps }: { readonly gaps: readonly GapView[] }): ReactElement {
  const t = useT();
  const nowMs = useNow(nextMinute);
  const [all, setAll] = useState(false);
  const shown = all ? gaps : gaps.slice(0, SHOWN);
  const anyOpen = gaps.some(({ filledAtMs }) => filledAtMs === null);
  return (
    <Disclosure
      name={t('account.fact.gaps')}
      summary={summaryOf(t, gaps)}
      look={anyOpen ? 'warning' : 'plain'}
    >
      <p className={styles['why']}>{t('account.gaps.means')}</p>
      <ul className={styles['lines']}>
        {shown.map((gap) => (
          <Gap key={`${gap.source} ${gap.fromMs}`} gap={gap} nowMs={nowMs} />
        ))}
      </ul>
      {shown.length === gaps.length ? null : (
        <Button
          look="link"
          label={t('account.gaps.more', { n: gaps.length - shown.length })}
          onClick={() => setAll(true)}
        />
      )}
    </Disclosure>
  );
}
