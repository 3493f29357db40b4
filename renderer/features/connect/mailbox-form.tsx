import { useEffect, useRef, type ReactElement } from 'react';
import { useT, type Translate } from '../../lib/i18n/i18n.ts';
import { mailFaultWords } from '../../lib/mailbox/fault-words.ts';
import { closeConnect } from '../../state/connect-actions.ts';
import { foundFor, type MailConnectState } from '../../state/mail-connect.ts';
import { stopMailConnect, submitMailbox } from '../../state/mail-connect-actions.ts';
import { useApp } from '../../state/store.ts';
import { Button } from '../../ui/button/button.tsx';
import { Banner } from '../../ui/notice/banner.tsx';
import styles from './connect-page.module.css';
import { FoundServers } from './found-servers.tsx';
import { MailboxFields } from './mailbox-fields.tsx';

function doWords(t: Translate, state: MailConnectState): string {
  if (state.busy === 'looking') return t('mailbox.looking');
  if (state.busy === 'testing') return t('mailbox.testing');
  if (state.busy === 'browser') return t('mailbox.waiting');
  if (state.hand === null && foundFor(state) === null) return t('mailbox.look');
  if (state.way === 'password' || state.loginId !== null) return t('mailbox.check');
  return t('mailbox.logIn', { issuer: t(`mailbox.app.issuer.${state.app.issuer}`) });
}

function Actions(): ReactElement {
  const t = useT();
  const state = useApp(({ mailConnect }) => mailConnect);
  const busy = state.busy !== null;
  return (
    <div className={styles['actions']}>
      <Button
        type="submit"
        look="primary"
        size="large"
        label={doWords(t, state)}
        keys={busy ? [] : ['↵']}
        disabled={busy}
      />
      {busy ? (
        <Button look="quiet" size="large" label={t('mailbox.stop')} onClick={stopMailConnect} />
      ) : (
        <Button look="quiet" size="large" label={t('connect.cancel')} onClick={closeConnect} />
      )}
    </div>
  );
}

/** While the person is at the issuer's page, in the browser; or why one could not even begin. */
function Above(): ReactElement | null {
  const t = useT();
  const { busy, failed } = useApp(({ mailConnect }) => mailConnect);
  if (busy === 'browser') {
    return (
      <Banner look="info" icon="external" text={t('mailbox.waiting.text')}>
        <Button label={t('connect.waiting.leave')} onClick={stopMailConnect} />
      </Banner>
    );
  }
  if (failed === null || failed.step !== null) return null;
  return <Banner look="error" icon="warning" text={mailFaultWords(t, failed)} />;
}

/** Whose mailbox it is, where it lies, and how one comes in. */
export function MailboxForm(): ReactElement {
  const faults = useApp(({ mailConnect }) => mailConnect.faults);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (faults.length === 0) return;
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [faults]);
  return (
    <form
      ref={form}
      className={styles['form']}
      aria-labelledby="connect-title"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submitMailbox();
      }}
    >
      <Above />
      <div className={styles['columns']}>
        <div className={styles['fields']}>
          <MailboxFields />
          <Actions />
        </div>
        <FoundServers />
      </div>
    </form>
  );
}
