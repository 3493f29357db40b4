import type { ReactElement } from 'react';
import { useT } from '../../lib/i18n/i18n.ts';
import { mailFaultWords } from '../../lib/mailbox/fault-words.ts';
import type { MailConnectState } from '../../state/mail-connect.ts';
import { connectMailbox, stopMailConnect } from '../../state/mail-connect-actions.ts';
import { backToServers, chooseFolder, editMailConnect } from '../../state/mail-connect-edits.ts';
import { selectAccounts, selectTeams } from '../../state/selectors.ts';
import { useApp } from '../../state/store.ts';
import { Button } from '../../ui/button/button.tsx';
import { FolderChoice } from '../../ui/mailbox/folder-choice.tsx';
import { SentFolder } from '../../ui/mailbox/sent-folder.tsx';
import { TestSteps } from '../../ui/mailbox/test-steps.tsx';
import { Banner } from '../../ui/notice/banner.tsx';
import { Select } from '../../ui/select/select.tsx';
import styles from './connect-page.module.css';

function Team(): ReactElement {
  const t = useT();
  const teamId = useApp(({ mailConnect }) => mailConnect.teamId);
  const teams = useApp(selectTeams);
  return (
    <Select
      look="above"
      label={t('connect.team')}
      value={teamId}
      options={[
        { value: '', label: t('mailbox.team.standard') },
        ...teams.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      onChange={(next) => editMailConnect({ teamId: next })}
    />
  );
}

/** One that is connected already is changed, not doubled: nobody should be surprised. */
function Known(): ReactElement | null {
  const t = useT();
  const address = useApp(({ mailConnect }) => mailConnect.address.trim().toLowerCase());
  const known = useApp(selectAccounts).some(
    ({ channel, externalId }) => channel === 'email' && externalId === address,
  );
  return known ? <Banner look="warning" icon="warning" text={t('mailbox.known')} /> : null;
}

/** The servers let us in: what is read, who answers. */
export function MailboxFolders(props: {
  readonly ready: NonNullable<MailConnectState['ready']>;
}): ReactElement {
  const t = useT();
  const { ready } = props;
  const { chosen, sentFolder, faults, failed, busy } = useApp(({ mailConnect }) => mailConnect);
  const connecting = busy === 'connecting';
  return (
    <form
      className={styles['form']}
      aria-labelledby="connect-title"
      onSubmit={(event) => {
        event.preventDefault();
        void connectMailbox();
      }}
    >
      <Known />
      {failed?.step === null ? (
        <Banner look="error" icon="warning" text={mailFaultWords(t, failed)} />
      ) : null}
      <div className={styles['columns']}>
        <div className={styles['fields']}>
          <div className={styles['choice']}>
            <h3>{t('mailbox.folders')}</h3>
            <p>{t('mailbox.folders.hint')}</p>
            <FolderChoice
              folders={ready.folders}
              chosen={chosen}
              wrong={faults.includes('folders')}
              onChange={chooseFolder}
            />
          </div>
          <SentFolder
            folders={ready.folders}
            filesSent={ready.filesSent}
            value={sentFolder}
            onChange={(next) => editMailConnect({ sentFolder: next })}
          />
          <Team />
          <div className={styles['actions']}>
            <Button
              type="submit"
              look="primary"
              size="large"
              label={t(connecting ? 'mailbox.connecting' : 'mailbox.do')}
              keys={connecting ? [] : ['↵']}
              disabled={connecting}
            />
            <Button
              look="quiet"
              size="large"
              label={t(connecting ? 'mailbox.stop' : 'connect.cancel')}
              onClick={connecting ? stopMailConnect : backToServers}
            />
          </div>
        </div>
        <section className={styles['help']} aria-labelledby="mailbox-tested">
          <h3 id="mailbox-tested">{t(failed === null ? 'mailbox.tested' : 'mailbox.test')}</h3>
          <TestSteps standing={{ pair: ready, failed, running: connecting }} />
        </section>
      </div>
    </form>
  );
}
