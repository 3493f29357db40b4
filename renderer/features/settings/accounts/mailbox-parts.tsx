import type { ReactElement } from 'react';
import { useT } from '../../../lib/i18n/i18n.ts';
import { mailFaultWords } from '../../../lib/mailbox/fault-words.ts';
import type { ServerFault, ServerKind } from '../../../lib/mailbox/servers.ts';
import { discardMailbox, editMailbox, saveMailbox } from '../../../state/mailbox-actions.ts';
import type { MailboxAccount } from '../../../state/mailboxes.ts';
import { selectTeams } from '../../../state/selectors.ts';
import { useApp } from '../../../state/store.ts';
import { errorText } from '../../../lib/i18n/error-text.ts';
import { Button } from '../../../ui/button/button.tsx';
import { Checkbox } from '../../../ui/checkbox/checkbox.tsx';
import { Icon } from '../../../ui/icon/icon.tsx';
import { ServerFields } from '../../../ui/mailbox/server-fields.tsx';
import { TestSteps } from '../../../ui/mailbox/test-steps.tsx';
import { Banner } from '../../../ui/notice/banner.tsx';
import { Select } from '../../../ui/select/select.tsx';
import { Disclosure } from './disclosure.tsx';
import { MailboxAccess } from './mailbox-access.tsx';
import { MailboxAddresses } from './mailbox-addresses.tsx';
import { MailboxFolderPart } from './mailbox-folder-part.tsx';
import styles from './mailbox.module.css';
import { useMailbox } from './use-mailbox.ts';

interface PartProps {
  readonly account: MailboxAccount;
}

const ofServer = (faults: readonly string[], kind: ServerKind): readonly ServerFault[] =>
  (['host', 'port', 'user', 'security'] as const).filter((fault) =>
    faults.includes(`${kind}.${fault}`),
  );

function Servers({ account }: PartProps): ReactElement {
  const t = useT();
  const { shown, faults } = useMailbox(account);
  const { imap, smtp } = account.mailbox;
  const wrong = faults.some((fault) => /^(imap|smtp)\./.test(fault));
  return (
    <Disclosure
      name={t('mailbox.servers')}
      summary={[...new Set([imap.host, smtp.host])].join(', ')}
      look={wrong ? 'error' : 'plain'}
    >
      {(['imap', 'smtp'] as const).map((kind) => (
        <ServerFields
          key={kind}
          kind={kind}
          draft={shown.servers[kind]}
          faults={ofServer(faults, kind)}
          onChange={(draft) =>
            editMailbox(account, { servers: { ...shown.servers, [kind]: draft } })
          }
        />
      ))}
    </Disclosure>
  );
}

function Team({ account }: PartProps): ReactElement {
  const t = useT();
  const { shown } = useMailbox(account);
  const teams = useApp(selectTeams);
  return (
    <Disclosure
      name={t('connect.team')}
      summary={teams.find(({ id }) => id === account.teamId)?.name ?? account.teamId}
    >
      <Select
        look="above"
        label={t('mailbox.team')}
        value={shown.teamId}
        options={teams.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(teamId) => editMailbox(account, { teamId })}
      />
    </Disclosure>
  );
}

/** What leads an answer home whose program drops the thread's headers. */
function Threads({ account }: PartProps): ReactElement {
  const t = useT();
  const { shown } = useMailbox(account);
  const { plusAddress, subjectTag } = account.mailbox;
  const on = [
    ...(plusAddress ? [t('mailbox.threads.plus.short')] : []),
    ...(subjectTag ? [t('mailbox.threads.tag.short')] : []),
  ];
  return (
    <Disclosure
      name={t('mailbox.threads')}
      summary={on.length === 0 ? t('mailbox.threads.headers') : on.join(', ')}
    >
      <p className={styles['note']}>{t('mailbox.threads.note')}</p>
      <Checkbox
        label={t('mailbox.threads.plus')}
        on={shown.plusAddress}
        onChange={(wanted) => editMailbox(account, { plusAddress: wanted })}
      />
      <Checkbox
        label={t('mailbox.threads.tag')}
        on={shown.subjectTag}
        onChange={(wanted) => editMailbox(account, { subjectTag: wanted })}
      />
    </Disclosure>
  );
}

/** Mails that left and whose copy is not in the sent folder yet. */
function Unfiled({ account }: PartProps): ReactElement | null {
  const t = useT();
  const { unfiled } = account.mailbox;
  if (unfiled === null) return null;
  const { count, error } = unfiled;
  return (
    <p className={styles['note']} role="status">
      {t('mailbox.unfiled', { count })} {errorText(t, error)}
    </p>
  );
}

/** Under the parts: what is not kept yet, what failed and where, what is done. */
function Bar({ account }: PartProps): ReactElement | null {
  const t = useT();
  const { draft, busy, saved, failed, faults } = useMailbox(account);
  if (draft === null && failed === null && !saved) return null;
  return (
    <div className={styles['bar']}>
      {failed === null ? null : failed.step === null ? (
        <Banner look="error" icon="warning" text={mailFaultWords(t, failed)} />
      ) : (
        <TestSteps standing={{ pair: failed, failed, running: false }} />
      )}
      <div className={styles['barLine']}>
        <p role="status">
          {draft !== null ? (
            t(faults.length > 0 ? 'mailbox.unsaved.wrong' : 'mailbox.unsaved')
          ) : saved ? (
            <span className={styles['done']}>
              <Icon name="check" /> {t('mailbox.saved')}
            </span>
          ) : null}
        </p>
        {draft === null ? null : (
          <>
            <Button label={t('deadlines.discard')} onClick={() => discardMailbox(account.id)} />
            <Button
              look="primary"
              label={t(busy === 'saving' ? 'mailbox.testing' : 'mailbox.save')}
              disabled={busy !== null}
              onClick={() => void saveMailbox(account)}
            />
          </>
        )}
      </div>
    </div>
  );
}

/** What can be changed in a connected mailbox; it is tested before it is kept. */
export const MailboxParts = ({ account }: PartProps): ReactElement => (
  <>
    <MailboxAccess account={account} />
    <Servers account={account} />
    <MailboxAddresses account={account} />
    <MailboxFolderPart account={account} />
    <Unfiled account={account} />
    <Threads account={account} />
    <Team account={account} />
    <Bar account={account} />
  </>
);
