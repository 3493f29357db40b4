import { useState, type ReactElement } from 'react';
import { formatBytes } from '../../../lib/format/number.ts';
import { useT } from '../../../lib/i18n/i18n.ts';
import { Button, IconButton } from '../../../ui/button/button.tsx';
import { cx } from '../../../ui/cx.ts';
import { Icon } from '../../../ui/icon/icon.tsx';
import { fileFace, type MailFileView } from './file-face.ts';
import { FileDialog } from './file-dialog.tsx';
import styles from './mail-files.module.css';
import { SavedLine, useSaving } from './saving.tsx';

function One(props: { readonly messageId: string; readonly file: MailFileView }): ReactElement {
  const t = useT();
  const { messageId, file } = props;
  const { stem, ending, icon, canLook, isProgram } = fileFace(file);
  const { saving, save } = useSaving(messageId, file.index);
  const [isOpen, setOpen] = useState(false);
  const name = stem + ending;
  const facts = [formatBytes(file.size), ...(isProgram ? [t('mail.file.program')] : [])].join(
    ' · ',
  );
  return (
    <li className={styles['item']}>
      <span className={cx(styles['file'], isProgram && styles['program'])}>
        <button
          type="button"
          className={styles['open']}
          data-tip={name}
          onClick={canLook ? () => setOpen(true) : save}
        >
          <Icon name={isProgram ? 'warning' : icon} />
          <span className="visually-hidden">
            {t(canLook ? 'mail.file.look' : 'mail.file.save', { name })}, {facts}
          </span>
          <span className={styles['facts']} aria-hidden="true">
            <span className={styles['name']}>
              <bdi className={styles['stem']}>{stem}</bdi>
              <bdi>{ending}</bdi>
            </span>
            <span className={styles['size']}>{facts}</span>
          </span>
        </button>
        <IconButton icon="arrowDown" label={t('mail.file.save', { name })} onClick={save} />
      </span>
      <SavedLine saving={saving} />
      {isOpen ? (
        <FileDialog
          messageId={messageId}
          index={file.index}
          name={name}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </li>
  );
}

/** The files of a mail. None is ever opened by itself: they are looked at here, or saved. */
export function MailFiles(props: {
  readonly messageId: string;
  readonly files: readonly MailFileView[];
}): ReactElement | null {
  const t = useT();
  const { messageId, files } = props;
  const [isWhole, setWhole] = useState(false);
  if (files.length === 0) return null;
  const shown = isWhole ? files : files.slice(0, MOST_FILES);
  return (
    <>
      <ul className={styles['files']} aria-label={t('mail.files')}>
        {shown.map((file) => (
          <One key={file.index} messageId={messageId} file={file} />
        ))}
      </ul>
      {shown.length < files.length ? (
        <Button
          look="link"
          label={t('mail.files.more', { n: files.length - shown.length })}
          onClick={() => setWhole(true)}
        />
      ) : null}
    </>
  );
}

const MOST_FILES = 12;
