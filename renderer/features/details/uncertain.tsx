import type { ReactElement } from 'react';
import type { ConversationSummary } from '../../../shared/contract/schemas.ts';
import { nextMinute, useNow } from '../../lib/clock/use-clock.ts';
import { useT } from '../../lib/i18n/i18n.ts';
import { uncertainWords } from '../../lib/timer/uncertainty.ts';
import { openArea } from '../../state/layout-actions.ts';
import { selectAccount } from '../../state/selectors.ts';
import { useApp } from '../../state/store.ts';
import { Button } from '../../ui/button/button.tsx';
import styles from './why.module.css';

/** Why the deadline is not sure, and the way to the account that was not read. */
export function Uncertain(props: { readonly row: ConversationSummary }): ReactElement | null {
  const t = useT();
  const { row } = props;
  const nowMs = useNow(nextMinute);
  const account = useApp(selectAccount(row.accountId));
  const words = uncertainWords(t, row, { account, nowMs });
  if (words === null) return null;
  return (
    <div className={styles['doubt']}>
      <span className={styles['swatch']} aria-hidden="true" />
      <p>
        {words}.{' '}
        <Button
          look="link"
          label={t('uncertain.account')}
          onClick={() => openArea('settings', 'accounts')}
        />
      </p>
    </div>
  );
}
