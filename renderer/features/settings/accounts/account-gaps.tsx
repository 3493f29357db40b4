import { useState, type ReactElement } from 'react';
import type { AccountView } from '../../../../shared/contract/channel-schemas.ts';
import { nextMinute, useNow } from '../../../lib/clock/use-clock.ts';
import { formatWhen } from '../../../lib/format/date.ts';
import { useT } from '../../../lib/i18n/i18n.ts';
import { Button } from '../../../ui/button/button.tsx';
import styles from './account-card.module.css';
import { gapWords } from './health-words.ts';

/** Shown before "and more": the newest say most. */
const SHOWN = 3;

/** The stretches in which an account was not read: from when to when, and why. */
export function AccountGaps(props: { readonly gaps: AccountView['health']['gaps'] }): ReactElement {
  const t = useT();
  const nowMs = useNow(nextMinute);
  const [all, setAll] = useState(false);
  const { gaps } = props;
  if (gaps.length === 0) return <>{t('account.gaps.none')}</>;
  const shown = all ? gaps : gaps.slice(0, SHOWN);
  return (
    <>
      <ul>
        {shown.map(({ fromMs, toMs, reason }) => (
          <li key={fromMs}>
            <span className={styles['hatch']} aria-hidden="true" />
            {t('account.gap', { from: formatWhen(fromMs, nowMs), to: formatWhen(toMs, nowMs) })}
            <span className={styles['why']}> · {gapWords(t, reason)}</span>
          </li>
        ))}
      </ul>
      {shown.length === gaps.length ? null : (
        <Button
          look="link"
          label={t('account.gaps.more', { n: gaps.length - shown.length })}
          onClick={() => setAll(true)}
        />
      )}
    </>
  );
}
