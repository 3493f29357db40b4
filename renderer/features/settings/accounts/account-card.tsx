import { useId, useState, type ReactElement } from 'react';
import type { AccountView } from '../../../../shared/contract/channel-schemas.ts';
import type { AppError } from '../../../../shared/kernel/app-error.ts';
import { nextMinute, useNow } from '../../../lib/clock/use-clock.ts';
import { errorText } from '../../../lib/i18n/error-text.ts';
import { useT } from '../../../lib/i18n/i18n.ts';
import { shell } from '../../../lib/shell.ts';
import { syncAccount } from '../../../state/account-actions.ts';
import { openRenewal } from '../../../state/connect-actions.ts';
import { Button, IconButton } from '../../../ui/button/button.tsx';
import { cx } from '../../../ui/cx.ts';
import { Icon } from '../../../ui/icon/icon.tsx';
import { HealthMark } from '../../../ui/marks/health-mark.tsx';
import { Inline } from '../../../ui/text/customer-text.tsx';
import { AccountFacts } from './account-facts.tsx';
import styles from './account-card.module.css';
import { healthWords, needsToken } from './health-words.ts';
import { RemoveAccount } from './remove-account.tsx';

function Head(props: {
  readonly account: AccountView;
  readonly open: boolean;
  readonly factsId: string;
  readonly onToggle: () => void;
}): ReactElement {
  const t = useT();
  const { account, open } = props;
  const { state } = account.health;
  const nowMs = useNow(nextMinute);
  return (
    <header className={styles['head']}>
      <span className={styles['glyph']}>
        <Icon name={account.practice ? 'practice' : 'post'} />
      </span>
      <div className={styles['words']}>
        <h2>
          <Inline text={account.name} />
        </h2>
        <p className={cx(styles['health'], styles[state])}>
          <HealthMark state={state} />
          <span>{healthWords(t, account, nowMs)}</span>
        </p>
      </div>
      <div className={styles['actions']}>
        <WayOut account={account} />
        <IconButton
          icon={open ? 'chevronDown' : 'chevronRight'}
          label={t('account.more', { name: account.name })}
          aria-expanded={open}
          aria-controls={props.factsId}
          onClick={props.onToggle}
        />
      </div>
    </header>
  );
}

/** The one thing that helps an account that is not well. */
function WayOut({ account }: { readonly account: AccountView }): ReactElement | null {
  const t = useT();
  const { error } = account.health;
  if (error === null) return null;
  if (needsToken(account)) {
    return account.practice ? null : (
      <Button look="primary" label={t('account.renew')} onClick={() => openRenewal(account)} />
    );
  }
  if (error.code === 'internal') {
    return <Button label={t('account.error.openLogs')} onClick={() => shell().openLogs()} />;
  }
  return <Button label={t('common.retry')} onClick={() => void syncAccount(account.id)} />;
}

/** What can be done with an account; each failure is said where it happened. */
function Actions(props: {
  readonly account: AccountView;
  readonly onRemove: () => void;
}): ReactElement {
  const t = useT();
  const { account } = props;
  const [error, setError] = useState<AppError | null>(null);
  const read = async (): Promise<void> => setError(await syncAccount(account.id));
  return (
    <div className={styles['foot']}>
      <Button
        icon="refresh"
        label={t('account.syncNow')}
        disabled={account.health.state === 'reading'}
        onClick={() => void read()}
      />
      {account.practice || needsToken(account) ? null : (
        <Button label={t('account.renew')} onClick={() => openRenewal(account)} />
      )}
      <span className={styles['spring']} />
      <Button look="danger" icon="trash" label={t('account.remove')} onClick={props.onRemove} />
      {error === null ? null : (
        <p className={styles['error']} role="alert">
          {errorText(t, error)}
        </p>
      )}
    </div>
  );
}

/** One account: how it is read, in shape and words; more of it when opened. */
export function AccountCard(props: {
  readonly account: AccountView;
  /** The only one stands open from the beginning. */
  readonly alone: boolean;
}): ReactElement {
  const { account, alone } = props;
  const [open, setOpen] = useState(alone);
  const [removing, setRemoving] = useState(false);
  const factsId = useId();
  return (
    <article className={styles['card']} aria-label={account.name}>
      <Head account={account} open={open} factsId={factsId} onToggle={() => setOpen(!open)} />
      <div id={factsId} hidden={!open}>
        {open ? (
          <>
            <AccountFacts account={account} />
            {removing ? (
              <RemoveAccount account={account} onKeep={() => setRemoving(false)} />
            ) : (
              <Actions account={account} onRemove={() => setRemoving(true)} />
            )}
          </>
        ) : null}
      </div>
    </article>
  );
}
