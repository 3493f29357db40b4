import { useId, useState, type ReactElement } from 'react';
import type { AccountView } from '../../../../shared/contract/channel-schemas.ts';
import type { AppError } from '../../../../shared/kernel/app-error.ts';
import { nextMinute, useNow } from '../../../lib/clock/use-clock.ts';
import { errorText } from '../../../lib/i18n/error-text.ts';
import { useT } from '../../../lib/i18n/i18n.ts';
import { shell } from '../../../lib/shell.ts';
import { setSource, syncAccount } from '../../../state/account-actions.ts';
import { lackOf } from '../../../state/account-facts.ts';
import { isMailbox } from '../../../state/mailboxes.ts';
import { useApp } from '../../../state/store.ts';
import { Button, IconButton } from '../../../ui/button/button.tsx';
import { cx } from '../../../ui/cx.ts';
import { Icon } from '../../../ui/icon/icon.tsx';
import { HealthMark } from '../../../ui/marks/health-mark.tsx';
import { Inline } from '../../../ui/text/customer-text.tsx';
import { AccountFacts } from './account-facts.tsx';
import { AccountGaps } from './account-gaps.tsx';
import styles from './account-card.module.css';
import { healthWords, needsToken, shownState } from './health-words.ts';
import { MailboxParts } from './mailbox-parts.tsx';
import { Permissions } from './permissions.tsx';
import { Reconnect } from './reconnect.tsx';
import { RemoveAccount } from './remove-account.tsx';
import { SetAside } from './set-aside.tsx';
import { SourceList } from './source-list.tsx';
import { Spend } from './spend.tsx';
import { TokenFacts } from './token-facts.tsx';

function Head(props: {
  readonly account: AccountView;
  readonly open: boolean;
  readonly factsId: string;
  readonly onToggle: () => void;
}): ReactElement {
  const t = useT();
  const { account, open } = props;
  const nowMs = useNow(nextMinute);
  const online = useApp((one) => one.session.online);
  const state = shownState(account, online);
  return (
    <header className={styles['head']}>
      <span className={styles['glyph']}>
        <Icon name={account.practice ? 'practice' : isMailbox(account) ? 'mail' : 'post'} />
      </span>
      <div className={styles['words']}>
        <h2>
          <Inline text={account.name} />
        </h2>
        <p className={cx(styles['health'], styles[state])}>
          <HealthMark state={state} />
          <span>{healthWords(t, account, { nowMs, online })}</span>
        </p>
      </div>
      <div className={styles['actions']}>
        <WayOut account={account} onOpen={open ? null : props.onToggle} />
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
function WayOut(props: {
  readonly account: AccountView;
  /** Opens the card; null: it is open. */
  readonly onOpen: (() => void) | null;
}): ReactElement | null {
  const t = useT();
  const { account, onOpen } = props;
  const { error } = account.health;
  if (isMailbox(account) && needsToken(account)) {
    // Open, the card has the field itself.
    return onOpen === null ? null : (
      <Button
        look="primary"
        label={t(account.mailbox.login === 'oauth' ? 'mailbox.logInAgain' : 'mailbox.newPassword')}
        onClick={onOpen}
      />
    );
  }
  if (needsToken(account)) return <Reconnect account={account} look="primary" />;
  if (error === null && lackOf(account) !== null)
    return <Reconnect account={account} look="plain" />;
  if (error === null || error.code === 'throttled') return null;
  if (error.code === 'internal') {
    return <Button label={t('account.error.openLogs')} onClick={() => shell().openLogs()} />;
  }
  return <Button label={t('common.retry')} onClick={() => void syncAccount(account.id)} />;
}

/** Why the one-click login came to nothing, where it did. */
function ReconnectFault({ accountId }: { readonly accountId: string }): ReactElement | null {
  const t = useT();
  const reconnect = useApp((state) => state.connect.reconnect);
  if (reconnect?.accountId !== accountId) return null;
  if (reconnect.waiting) {
    return (
      <p className={styles['note']} role="status">
        {t('connect.waiting')}
      </p>
    );
  }
  if (reconnect.error === null) return null;
  return (
    <p className={cx(styles['note'], styles['error'])} role="alert">
      {reconnect.error.code === 'bad_input'
        ? t('account.reconnect.otherPerson')
        : errorText(t, reconnect.error)}
    </p>
  );
}

/** A mailbox whose only source is switched off. */
const isPaused = ({ sources }: AccountView): boolean =>
  sources.some(({ source, enabled }) => source === 'mail' && !enabled);

/** What can be done with an account; each failure is said where it happened. */
function Actions(props: {
  readonly account: AccountView;
  readonly onRemove: () => void;
}): ReactElement {
  const t = useT();
  const { account } = props;
  const [error, setError] = useState<AppError | null>(null);
  const read = async (): Promise<void> => setError(await syncAccount(account.id));
  const paused = isPaused(account);
  const pause = async (): Promise<void> =>
    setError(await setSource({ id: account.id, source: 'mail', enabled: paused }));
  return (
    <div className={styles['foot']}>
      <Button
        icon="refresh"
        label={t('account.syncNow')}
        disabled={account.health.state === 'reading' || paused}
        onClick={() => void read()}
      />
      {isMailbox(account) ? (
        <Button
          label={t(paused ? 'mailbox.resume' : 'mailbox.pause')}
          data-tip={t(paused ? 'mailbox.resume.tip' : 'mailbox.pause.tip')}
          onClick={() => void pause()}
        />
      ) : null}
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

function Parts({ account }: { readonly account: AccountView }): ReactElement {
  const { health } = account;
  return (
    <>
      <SourceList account={account} />
      {isMailbox(account) ? (
        <MailboxParts account={account} />
      ) : (
        <>
          <TokenFacts account={account} />
          <Permissions account={account} />
          <Spend account={account} />
        </>
      )}
      <AccountGaps gaps={health.gaps} />
      <SetAside accountId={account.id} count={health.setAsideCount} />
      <AccountFacts account={account} />
    </>
  );
}

/** One account: how it is read, in shape and words, in one line while all is well; more when opened. */
export function AccountCard({ account }: { readonly account: AccountView }): ReactElement {
  const online = useApp((state) => state.session.online);
  // A card stays as it was opened, whatever becomes of the account meanwhile.
  const [open, setOpen] = useState(() => !['ok', 'reading'].includes(shownState(account, online)));
  const [removing, setRemoving] = useState(false);
  const factsId = useId();
  return (
    <article className={styles['card']} aria-label={account.name}>
      <Head account={account} open={open} factsId={factsId} onToggle={() => setOpen(!open)} />
      <ReconnectFault accountId={account.id} />
      <div id={factsId} hidden={!open}>
        {open ? (
          <>
            <Parts account={account} />
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
