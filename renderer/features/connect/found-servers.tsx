import { useId, type ReactElement } from 'react';
import type { FoundServersView } from '../../../shared/contract/mail-schemas.ts';
import { useT } from '../../lib/i18n/i18n.ts';
import { openExternal } from '../../lib/shell.ts';
import type { ServerPair } from '../../lib/mailbox/attempts.ts';
import { foundFor } from '../../state/mail-connect.ts';
import { editMailConnect } from '../../state/mail-connect-edits.ts';
import { useApp } from '../../state/store.ts';
import { Button } from '../../ui/button/button.tsx';
import { Checkbox } from '../../ui/checkbox/checkbox.tsx';
import { TestSteps } from '../../ui/mailbox/test-steps.tsx';
import styles from './connect-page.module.css';

/** Where providers let one make a password for programs. */
const APP_PASSWORDS: Readonly<Record<string, string>> = {
  Gmail: 'https://myaccount.google.com/apppasswords',
  Yahoo: 'https://login.yahoo.com/account/security',
  iCloud: 'https://account.apple.com/account/manage',
  Zoho: 'https://accounts.zoho.com/home#security/app_password',
};

function Places({ pair }: { readonly pair: ServerPair }): ReactElement {
  const t = useT();
  return (
    <dl className={styles['servers']}>
      {(['imap', 'smtp'] as const).map((kind) => (
        <div key={kind}>
          <dt>{t(`mailbox.${kind}`)}</dt>
          <dd>
            <code>
              {pair[kind].host}:{pair[kind].port}
            </code>{' '}
            {t(`mailbox.security.${pair[kind].security}`)}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** What to do where the mailbox's own password is not taken. */
function AppPassword({ provider }: { readonly provider: string }): ReactElement {
  const t = useT();
  const url = APP_PASSWORDS[provider];
  return (
    <>
      <p className={styles['live']}>{t('mailbox.appPassword.how', { provider })}</p>
      {url === undefined ? null : (
        <Button
          look="link"
          icon="external"
          label={t('mailbox.appPassword.open', { provider })}
          onClick={() => openExternal(url)}
        />
      )}
    </>
  );
}

/** Servers for which only the name server vouches: a password goes there once somebody knows them. */
function Foreign({ best }: { readonly best: FoundServersView }): ReactElement {
  const t = useT();
  const id = useId();
  const { confirmed, faults } = useApp(({ mailConnect }) => mailConnect);
  const hosts = [...new Set([best.imap.host, best.smtp.host])].join(', ');
  return (
    <div className={styles['foreign']}>
      <p id={id}>{t('mailbox.foreign', { hosts })}</p>
      <Checkbox
        label={t('mailbox.foreign.confirm')}
        on={confirmed}
        onChange={(on) => editMailConnect({ confirmed: on })}
      />
      {faults.includes('foreign') ? <p role="alert">{t('mailbox.fault.foreign')}</p> : null}
    </div>
  );
}

function Found({ servers }: { readonly servers: readonly FoundServersView[] }): ReactElement {
  const t = useT();
  const way = useApp(({ mailConnect }) => mailConnect.way);
  const [best] = servers;
  if (best === undefined) return <p>{t('mailbox.found.none')}</p>;
  const { origin, provider, logins, foreign } = best;
  return (
    <>
      <p>{t(`mailbox.found.${origin}`, { provider: provider ?? '', n: servers.length })}</p>
      <Places pair={best} />
      {foreign ? <Foreign best={best} /> : null}
      {way === 'password' && logins.includes('app_password') && provider !== null ? (
        <AppPassword provider={provider} />
      ) : null}
      {way === 'password' && logins[0] === 'microsoft' ? (
        <p className={styles['live']}>{t('mailbox.noPassword', { provider: provider ?? '' })}</p>
      ) : null}
    </>
  );
}

/** Beside the fields: where the mailbox is, who says so, and how the test goes. */
export function FoundServers(): ReactElement {
  const t = useT();
  const state = useApp(({ mailConnect }) => mailConnect);
  const { hand, trying, failed, busy } = state;
  const found = foundFor(state);
  const tested = trying ?? (failed === null || failed.step === null ? null : failed);
  return (
    <section className={styles['help']} aria-labelledby="mailbox-found">
      <h3 id="mailbox-found">{t(tested === null ? 'mailbox.found' : 'mailbox.test')}</h3>
      {tested !== null ? (
        <>
          {trying !== null && trying.of > 1 ? (
            <p>{t('mailbox.trying', { at: trying.at + 1, of: trying.of })}</p>
          ) : null}
          <TestSteps
            standing={{
              pair: tested,
              failed: trying === null ? failed : null,
              running: trying !== null,
            }}
          />
        </>
      ) : busy === 'looking' ? (
        <p role="status">{t('mailbox.looking')}</p>
      ) : hand !== null ? (
        <p>{t('mailbox.found.hand')}</p>
      ) : found === null ? (
        <p>{t('mailbox.found.before')}</p>
      ) : (
        <Found servers={found} />
      )}
      {tested === null ? <p className={styles['quiet']}>{t('mailbox.promise')}</p> : null}
    </section>
  );
}
