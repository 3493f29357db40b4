import { useId, type ReactElement } from 'react';
import { useT, type MessageId, type Translate } from '../../lib/i18n/i18n.ts';
import { inOrder, type ListedFolder } from '../../lib/mailbox/attempts.ts';
import { Checkbox } from '../checkbox/checkbox.tsx';
import { cx } from '../cx.ts';
import styles from './mailbox.module.css';

const USES: Readonly<Record<string, MessageId>> = {
  '\\Inbox': 'mailbox.folder.inbox',
  '\\Sent': 'mailbox.folder.sent',
  '\\Trash': 'mailbox.folder.trash',
  '\\Junk': 'mailbox.folder.junk',
  '\\Drafts': 'mailbox.folder.drafts',
  '\\Archive': 'mailbox.folder.archive',
  '\\All': 'mailbox.folder.all',
  '\\Flagged': 'mailbox.folder.flagged',
};

function wordsFor(t: Translate, { path, use }: ListedFolder): string | undefined {
  const words = USES[path.toUpperCase() === 'INBOX' ? '\\Inbox' : (use ?? '')];
  return words === undefined ? undefined : t(words);
}

/** Which folders are read, from what the server lists. */
export function FolderChoice(props: {
  readonly folders: readonly ListedFolder[];
  readonly chosen: ReadonlySet<string>;
  readonly wrong?: boolean;
  readonly onChange: (path: string, wanted: boolean) => void;
}): ReactElement {
  const t = useT();
  const id = useId();
  const { folders, chosen, wrong = false, onChange } = props;
  return (
    <>
      <div
        className={cx(styles['folders'], wrong && styles['foldersWrong'])}
        role="group"
        aria-label={t('mailbox.folders')}
        aria-describedby={wrong ? id : undefined}
      >
        {inOrder(folders).map((folder) => (
          <Checkbox
            key={folder.path}
            label={folder.path}
            note={wordsFor(t, folder)}
            on={chosen.has(folder.path)}
            onChange={(on) => onChange(folder.path, on)}
          />
        ))}
      </div>
      {wrong ? (
        <p id={id} className={styles['error']} role="alert">
          {t('mailbox.fault.folders')}
        </p>
      ) : null}
    </>
  );
}
