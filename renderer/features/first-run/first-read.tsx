import type { ReactElement } from 'react';
import type { AccountView } from '../../../shared/contract/channel-schemas.ts';
import { errorText } from '../../lib/i18n/error-text.ts';
import { useT } from '../../lib/i18n/i18n.ts';
import { openArea } from '../../state/layout-actions.ts';
import { selectAccounts } from '../../state/selectors.ts';
import { useApp } from '../../state/store.ts';
import { syncAll } from '../../state/sync-actions.ts';
import { Button } from '../../ui/button/button.tsx';
import { EmptyState } from '../../ui/notice/empty-state.tsx';
import styles from './first-run.module.css';

/** What stopped the first read, and the ways on. */
function Stopped({ account }: { readonly account: AccountView }): ReactElement {
  const t = useT();
  return (
    <EmptyState
      icon="warning"
      look="bad"
      title={t('firstRun.stopped.title')}
      text={`${account.name}: ${errorText(t, account.health.error ?? 'internal')}`}
    >
      <Button look="primary" label={t('common.retry')} onClick={() => void syncAll()} />
      <Button
        label={t('firstRun.stopped.accounts')}
        onClick={() => openArea('settings', 'accounts')}
      />
    </EmptyState>
  );
}

/** The first read of a page that has just been connected: how far it is, or why it stopped. */
export function FirstRead(): ReactElement {
  const t = useT();
  const accounts = useApp(selectAccounts);
  const stopped = accounts.find(({ health }) => health.error !== null && health.readItems === null);
  if (stopped !== undefined) return <Stopped account={stopped} />;
  const items = accounts.reduce((sum, { health }) => sum + (health.readItems ?? 0), 0);
  return (
    <EmptyState
      icon="inbox"
      look="good"
      title={t('firstRun.reading.title')}
      text={t('firstRun.reading.text')}
    >
      <div className={styles['progress']} role="status">
        <span className={styles['bar']} aria-hidden="true" />
        {t('firstRun.reading.items', { n: items })}
      </div>
    </EmptyState>
  );
}
