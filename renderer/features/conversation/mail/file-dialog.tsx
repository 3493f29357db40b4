import { useEffect, useState, type ReactElement } from 'react';
import type {
  InnerMailView,
  ReadableFileView,
} from '../../../../shared/contract/mail-file-schemas.ts';
import type { AppError } from '../../../../shared/kernel/app-error.ts';
import type { Result } from '../../../../shared/kernel/result.ts';
import { assertNever } from '../../../../shared/kernel/assert-never.ts';
import { formatTold } from '../../../lib/format/date.ts';
import { formatBytes } from '../../../lib/format/number.ts';
import { errorText } from '../../../lib/i18n/error-text.ts';
import { useT } from '../../../lib/i18n/i18n.ts';
import { readFile } from '../../../state/mail-actions.ts';
import { Button } from '../../../ui/button/button.tsx';
import { Dialog } from '../../../ui/dialog/dialog.tsx';
import { MailText } from '../../../ui/mail/mail-text.tsx';
import { Inline } from '../../../ui/text/customer-text.tsx';
import { Address, plain } from './address.tsx';
import { Invitation } from './invitation.tsx';
import { fileFace } from './file-face.ts';
import styles from './mail-files.module.css';
import { SavedLine, useSaving } from './saving.tsx';

/** A mail within a mail, and the mails within it. */
function InnerMail({ mail }: { readonly mail: InnerMailView }): ReactElement {
  const t = useT();
  return (
    <article className={styles['inner']}>
      <h3 className={styles['subject']}>
        <Inline text={plain(mail.subject) || t('mail.noSubject')} />
      </h3>
      <dl className={styles['pairs']}>
        {mail.from === null ? null : (
          <>
            <dt>{t('mail.head.from')}</dt>
            <dd>
              <Address of={mail.from} />
            </dd>
          </>
        )}
        {mail.to.length === 0 ? null : (
          <>
            <dt>{t('mail.head.to')}</dt>
            <dd>
              {mail.to.slice(0, 20).map((one, index) => (
                // oxlint-disable-next-line react/no-array-index-key
                <Address key={index} of={one} />
              ))}
            </dd>
          </>
        )}
        {mail.dateMs === null ? null : (
          <>
            <dt>{t('mail.head.date')}</dt>
            <dd>{formatTold(mail.dateMs)}</dd>
          </>
        )}
      </dl>
      <MailText text={mail.text} />
      {mail.isCut ? <p className={styles['quiet']}>{t('mail.cut')}</p> : null}
      {mail.files.length === 0 ? null : (
        <ul className={styles['innerFiles']} aria-label={t('mail.files')}>
          {mail.files.map(({ name, size }, index) => {
            const { stem, ending } = fileFace({ name, mediaType: '' });
            return (
              // oxlint-disable-next-line react/no-array-index-key
              <li key={index}>
                <bdi>{stem + ending}</bdi> · {formatBytes(size)}
              </li>
            );
          })}
        </ul>
      )}
      {mail.mails.map((inner, index) => (
        // oxlint-disable-next-line react/no-array-index-key
        <InnerMail key={index} mail={inner} />
      ))}
    </article>
  );
}

function Shown({ file }: { readonly file: ReadableFileView }): ReactElement {
  const t = useT();
  switch (file.kind) {
    case 'mail':
      return <InnerMail mail={file.mail} />;
    case 'event':
      return <Invitation event={file.event} />;
    case 'picture':
      return <img className={styles['picture']} src={file.dataUrl} alt={t('mail.file.picture')} />;
    case 'text':
      return (
        <>
          <MailText text={file.text} />
          {file.isCut ? <p className={styles['quiet']}>{t('mail.cut')}</p> : null}
        </>
      );
    case 'file':
      return <p className={styles['quiet']}>{t('mail.file.nothing')}</p>;
    default:
      return assertNever(file);
  }
}

/** A file of a mail, looked at: what can be shown of it without another program. */
export function FileDialog(props: {
  readonly messageId: string;
  readonly index: number;
  readonly name: string;
  readonly onClose: () => void;
}): ReactElement {
  const t = useT();
  const { messageId, index, name, onClose } = props;
  const [file, setFile] = useState<Result<ReadableFileView, AppError> | null>(null);
  const { saving, save } = useSaving(messageId, index);
  useEffect(() => {
    let isOver = false;
    const read = async (): Promise<void> => {
      const answer = await readFile(messageId, index);
      if (!isOver) setFile(answer);
    };
    void read();
    return () => {
      isOver = true;
    };
  }, [messageId, index]);
  return (
    <Dialog label={name} closeLabel={t('common.close')} size="wide" onClose={onClose}>
      {/* A long text is scrolled with the keys. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={styles['sheet']} tabIndex={0} role="region" aria-label={name}>
        {file === null ? <p role="status">{t('mail.file.reading')}</p> : null}
        {file?.ok === true ? <Shown file={file.value} /> : null}
        {file?.ok === false ? (
          <p className={styles['refused']} role="alert">
            {errorText(t, file.error)}
          </p>
        ) : null}
      </div>
      <footer className={styles['foot']}>
        <SavedLine saving={saving} />
        <span className={styles['spring']} />
        <Button icon="arrowDown" label={t('mail.file.saveIt')} onClick={save} />
      </footer>
    </Dialog>
  );
}
