import type { ReactElement, ReactNode } from 'react';
import { useT } from '../../../lib/i18n/i18n.ts';
import { openConnect } from '../../../state/connect-actions.ts';
import { selectAccounts } from '../../../state/selectors.ts';
import { useApp } from '../../../state/store.ts';
import { Button } from '../../../ui/button/button.tsx';
import { EmptyState } from '../../../ui/notice/empty-state.tsx';
import { Page } from '../page.tsx';
import { AccountCard } from './account-card.tsx';
import styles from './account-card.module.css';

/** The connected accounts, how each of them stands and what can be done. */
export function Accounts(props: { readonly connectPage: ReactNode }): ReactElement {
  const t = useT();
  const accounts = useApp(selectAccounts);
  const connecting = useApp((state) => state.connect.open);
  const add = <Button icon="plus" label={t('account.connect')} onClick={() => openConnect()} />;
  return (
    <Page title={t('settings.accounts')} action={connecting ? null : add}>
      {connecting ? <div className={styles['connect']}>{props.connectPage}</div> : null}
      <ul className={styles['list']}>
        {accounts.map((account) => (
          <li key={account.id}>
            <AccountCard account={account} />
          </li>
        ))}
      </ul>
      {accounts.length > 0 || connecting ? null : (
        <EmptyState icon="post" title={t('account.none.title')} text={t('account.none.text')} />
      )}
    </Page>
  );
}
