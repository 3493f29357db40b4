import { useState, type ReactElement } from 'react';
import { useT } from '../../../lib/i18n/i18n.ts';
import { EMPTY_APP, type LoginAppField } from '../../../lib/mailbox/login-app.ts';
import { leaveMailLogin, logInAgain, saveMailbox } from '../../../state/mailbox-actions.ts';
import type { MailboxAccount } from '../../../state/mailboxes.ts';
import { Button } from '../../../ui/button/button.tsx';
import { AppFields } from '../../../ui/mailbox/app-fields.tsx';
import { SecretInput } from '../../../ui/mailbox/secret-input.tsx';
import { Banner } from '../../../ui/notice/banner.tsx';
import { Segmented } from '../../../ui/segmented/segmented.tsx';
import styles from './account-card.module.css';
import { Disclosure } from './disclosure.tsx';
import { needsToken } from './health-words.ts';
import { useMailbox } from './use-mailbox.ts';

/** Which issuer a mailbox's servers speak of. */
function issuerOf({ mailbox }: MailboxAccount): 'google' | 'microsoft' | 'other' {
  if (/(^|\.)(gmail|googlemail|google)\.com$/i.test(mailbox.imap.host)) return 'google';
  return /(^|\.)(office365|outlook)\.com$/i.test(mailbox.imap.host) ? 'microsoft' : 'other';
}

function NewPassword({ account }: { readonly account: MailboxAccount }): ReactElement {
  const t = useT();
  const { busy } = useMailbox(account);
  // Only here, and only until it is kept: no other part of the page has a use for it.
  const [password, setPassword] = useState('');
  const save = async (): Promise<void> => {
    if (await saveMailbox(account, { kind: 'password', password })) setPassword('');
  };
  return (
    <form
      className={styles['lines']}
      onSubmit={(event) => {
        event.preventDefault();
        if (password !== '') void save();
      }}
    >
      <SecretInput
        label={t('mailbox.newPassword')}
        hint={t('mailbox.password.hint')}
        value={password}
        onChange={setPassword}
      />
      <div className={styles['answers']}>
        <Button
          type="submit"
          look={needsToken(account) ? 'primary' : 'plain'}
          label={t(busy === 'saving' ? 'mailbox.testing' : 'mailbox.newPassword.save')}
          disabled={busy !== null || password === ''}
        />
      </div>
    </form>
  );
}

function NewLogin({ account }: { readonly account: MailboxAccount }): ReactElement {
  const t = useT();
  const { busy, faults } = useMailbox(account);
  const [app, setApp] = useState({ ...EMPTY_APP, issuer: issuerOf(account) });
  const wrong: readonly LoginAppField[] = (
    ['clientId', 'authorizeUrl', 'tokenUrl'] as const
  ).filter((field) => faults.includes(field));
  const logIn = async (): Promise<void> => {
    if (await logInAgain(account, app)) setApp({ ...app, clientSecret: '' });
  };
  if (busy === 'browser') {
    return (
      <Banner look="info" icon="external" text={t('mailbox.waiting.text')}>
        <Button label={t('connect.waiting.leave')} onClick={() => leaveMailLogin(account.id)} />
      </Banner>
    );
  }
  return (
    <>
      <AppFields app={app} faults={wrong} onChange={(to) => setApp({ ...app, ...to })} />
      <div className={styles['answers']}>
        <Button
          look={needsToken(account) ? 'primary' : 'plain'}
          label={t(busy === 'saving' ? 'mailbox.testing' : 'mailbox.logInAgain')}
          disabled={busy !== null}
          onClick={() => void logIn()}
        />
      </div>
    </>
  );
}

/** How the mailbox is entered, and the way to a new password or login. What is kept is never shown. */
export function MailboxAccess({ account }: { readonly account: MailboxAccount }): ReactElement {
  const t = useT();
  const { login } = account.mailbox;
  const [way, setWay] = useState<'password' | 'browser'>(
    login === 'oauth' ? 'browser' : 'password',
  );
  const wrong = needsToken(account);
  return (
    <Disclosure
      name={t('token.title')}
      summary={t(login === null ? 'mailbox.access.none' : (`mailbox.access.${login}` as const))}
      look={wrong || login === null ? 'error' : 'plain'}
      wide={wrong}
    >
      {login === null ? null : (
        <p className={styles['why']}>
          {t(account.tokenSealed ? 'account.token.sealed' : 'account.token.plain')}
        </p>
      )}
      <Segmented
        label={t('mailbox.way')}
        segments={[
          { value: 'password', label: t('mailbox.way.password') },
          { value: 'browser', label: t('mailbox.way.browser') },
        ]}
        value={way}
        onChange={setWay}
      />
      {way === 'password' ? <NewPassword account={account} /> : <NewLogin account={account} />}
    </Disclosure>
  );
}
