import { useEffect, type ReactElement } from 'react';
import { useT } from '../../../lib/i18n/i18n.ts';
import { editMailbox, listFolders } from '../../../state/mailbox-actions.ts';
import type { MailboxAccount } from '../../../state/mailboxes.ts';
import { FolderChoice } from '../../../ui/mailbox/folder-choice.tsx';
import { SentFolder } from '../../../ui/mailbox/sent-folder.tsx';
import { Disclosure } from './disclosure.tsx';
import styles from './mailbox.module.css';
import { useMailbox } from './use-mailbox.ts';

/** The list comes from the server; until it is here, what is read stands there alone. */
function Choice({ account }: { readonly account: MailboxAccount }): ReactElement {
  const t = useT();
  const { shown, listed, busy, faults } = useMailbox(account);
  const { filesSent } = account.mailbox;
  // Asked once, when somebody wants to see it.
  useEffect(() => void listFolders(account), [account]);
  const chosen = new Set(shown.folders);
  const known = new Set((listed ?? []).map(({ path }) => path));
  const all = [
    ...(listed ?? []),
    ...[...account.mailbox.folders, ...shown.folders]
      .filter((path, at, paths) => !known.has(path) && paths.indexOf(path) === at)
      .map((path) => ({ path, use: null })),
  ];
  return (
    <>
      <p className={styles['note']} role="status">
        {t(busy === 'listing' ? 'mailbox.folders.listing' : 'mailbox.folders.hint')}
      </p>
      <FolderChoice
        folders={all}
        chosen={chosen}
        wrong={faults.includes('folders')}
        onChange={(path, wanted) =>
          editMailbox(account, {
            folders: wanted
              ? [...shown.folders, path]
              : shown.folders.filter((folder) => folder !== path),
          })
        }
      />
      {filesSent ? (
        <p className={styles['note']}>{t('mailbox.sentFolder.byServer')}</p>
      ) : (
        <SentFolder
          folders={all}
          filesSent={filesSent}
          value={shown.sentFolder}
          onChange={(sentFolder) => editMailbox(account, { sentFolder })}
        />
      )}
    </>
  );
}

/** Which folders are read, and where copies of answers go. */
export function MailboxFolderPart({ account }: { readonly account: MailboxAccount }): ReactElement {
  const t = useT();
  return (
    <Disclosure name={t('mailbox.folders.part')} summary={account.mailbox.folders.join(', ')}>
      <Choice account={account} />
    </Disclosure>
  );
}
