import type { ReactElement } from 'react';
import type { QueuedMailView } from '../../../../shared/contract/mail-schemas.ts';
import { formatBytes } from '../../../lib/format/number.ts';
import { useT } from '../../../lib/i18n/i18n.ts';
import { Icon } from '../../../ui/icon/icon.tsx';
import { Inline } from '../../../ui/text/customer-text.tsx';
import { Names, plain } from './address.tsx';
import { fileFace } from './file-face.ts';
import styles from './mail.module.css';

/** Whom a mail of the outbox goes to, under which subject, with which files. */
export function Envelope({ mail }: { readonly mail: QueuedMailView }): ReactElement {
  const t = useT();
  return (
    <div className={styles['envelope']}>
      <p>
        <Names word={t('mail.head.to')} list={mail.to} />
        {mail.cc.length > 0 ? ' · ' : null}
        <Names word={t('mail.head.cc')} list={mail.cc} />
      </p>
      <p>
        {t('mail.head.subject')}{' '}
        <b>
          <Inline text={plain(mail.subject) || t('mail.noSubject')} />
        </b>
      </p>
      {mail.files.length === 0 ? null : (
        <ul className={styles['files']} aria-label={t('mail.files')}>
          {mail.files.map(({ name, bytes }, index) => {
            const { stem, ending } = fileFace({ name, mediaType: '' });
            return (
              // Two files may have the same name.
              // oxlint-disable-next-line react/no-array-index-key
              <li key={index}>
                <Icon name="paperclip" small /> <bdi>{stem + ending}</bdi> {formatBytes(bytes)}
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}
