import type { ReactElement } from 'react';
import { MAX_MAIL_FILE_BYTES } from '../../../shared/domain/mail/files.ts';
import { formatBytes, formatPercent } from '../../lib/format/number.ts';
import { useT, type Translate } from '../../lib/i18n/i18n.ts';
import { attachAgain, removeFile } from '../../state/file-actions.ts';
import { setGoesAlong } from '../../state/compose-mail.ts';
import type { MailNow } from '../../state/mail-now.ts';
import type { DraftFile } from '../../state/mail-writing.ts';
import { selectDraft } from '../../state/selectors.ts';
import { useApp } from '../../state/store.ts';
import { IconButton } from '../../ui/button/button.tsx';
import { cx } from '../../ui/cx.ts';
import { Icon } from '../../ui/icon/icon.tsx';
import styles from './mail-files.module.css';

function standing(t: Translate, { id, error, sentBytes, bytes }: DraftFile): string {
  if (error !== null) return t('composer.mail.failed');
  if (id !== null) return formatBytes(bytes);
  return sentBytes === 0
    ? t('composer.mail.waiting', { bytes: formatBytes(bytes) })
    : t('composer.mail.loading', {
        percent: formatPercent(sentBytes / Math.max(1, bytes)),
        bytes: formatBytes(bytes),
      });
}

/** A file of ours: how far it is, its size, and the way to take it away or to try again. */
function OwnFile(props: { readonly id: string; readonly file: DraftFile }): ReactElement {
  const t = useT();
  const { id, file } = props;
  const { name, key, error, bytes, sentBytes } = file;
  return (
    <li className={cx(styles['file'], error !== null && styles['failed'])}>
      <Icon name={error === null ? 'file' : 'warning'} small />
      <bdi className={styles['name']} title={name}>
        {name}
      </bdi>
      <span className={styles['size']}>{standing(t, file)}</span>
      {error === null ? null : (
        <IconButton
          icon="refresh"
          label={t('composer.mail.retryFile', { name })}
          onClick={() => attachAgain(id, key)}
        />
      )}
      <IconButton
        icon="close"
        label={t('composer.mail.removeFile', { name })}
        onClick={() => void removeFile(id, key)}
      />
      {file.id !== null || error !== null ? null : (
        <progress
          className={styles['progress']}
          aria-label={name}
          max={Math.max(1, bytes)}
          value={sentBytes}
        />
      )}
    </li>
  );
}

/** A file of the mail that is passed on; it can stay behind. */
function PassedFile(props: {
  readonly id: string;
  readonly passed: MailNow['passedOn'][number];
}): ReactElement {
  const t = useT();
  const { id, passed } = props;
  const { file, goes } = passed;
  const name = file.name === '' ? file.mediaType : file.name;
  return (
    <li className={cx(styles['file'], !goes && styles['left'])}>
      <Icon name="forward" small />
      <bdi className={styles['name']} title={name}>
        {name}
      </bdi>
      <span className={styles['size']} title={goes ? t('composer.mail.passedOn') : undefined}>
        {goes ? formatBytes(file.size) : t('composer.mail.leftOut')}
      </span>
      <IconButton
        icon={goes ? 'close' : 'plus'}
        label={t(goes ? 'composer.mail.removeFile' : 'composer.mail.putBack', { name })}
        onClick={() => setGoesAlong(id, file.index, !goes)}
      />
    </li>
  );
}

/** Everything that goes along, with its sum against what a mail carries. */
export function MailFiles(props: {
  readonly id: string;
  readonly mail: MailNow;
}): ReactElement | null {
  const t = useT();
  const { id, mail } = props;
  const { files } = useApp((state) => selectDraft(id)(state).mail);
  if (files.length + mail.passedOn.length === 0) return null;
  const over = mail.bytes > MAX_MAIL_FILE_BYTES;
  return (
    <div className={styles['box']}>
      <ul className={styles['files']} aria-label={t('composer.mail.files')}>
        {mail.passedOn.map((passed) => (
          <PassedFile key={passed.file.index} id={id} passed={passed} />
        ))}
        {files.map((file) => (
          <OwnFile key={file.key} id={id} file={file} />
        ))}
      </ul>
      <span className={cx(styles['total'], over && styles['over'])}>
        {t('composer.mail.total', {
          n: mail.count,
          bytes: formatBytes(mail.bytes),
          limit: formatBytes(MAX_MAIL_FILE_BYTES),
        })}
      </span>
    </div>
  );
}
