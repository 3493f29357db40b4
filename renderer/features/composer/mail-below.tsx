import type { ReactElement } from 'react';
import { oneLine } from '../../lib/text/one-line.ts';
import { useT } from '../../lib/i18n/i18n.ts';
import { setQuote, setSignature } from '../../state/compose-mail.ts';
import type { MailNow } from '../../state/mail-now.ts';
import { Checkbox } from '../../ui/checkbox/checkbox.tsx';
import { Select } from '../../ui/select/select.tsx';
import styles from './mail-below.module.css';

const CHOICES = ['it', 'en', 'none'] as const;

/** What stands below the text: the signature as it will be read, and the mail that is answered. */
export function MailBelow(props: { readonly id: string; readonly mail: MailNow }): ReactElement {
  const t = useT();
  const { id, mail } = props;
  const { signature, signatures } = mail;
  const choices = CHOICES.filter(
    (choice) => choice === 'none' || signatures.some(({ language }) => language === choice),
  );
  return (
    <div className={styles['below']}>
      {signature === null ? null : (
        <p className={styles['signature']} title={signature.text} lang={signature.language}>
          <span aria-hidden="true">-- </span>
          {oneLine(signature.text)}
        </p>
      )}
      <div className={styles['choices']}>
        {choices.length < 2 ? null : (
          <Select
            label={t('composer.mail.signature')}
            options={choices.map((value) => ({
              value,
              label: t(`composer.mail.signature.${value}`),
            }))}
            value={signature?.language ?? 'none'}
            onChange={(value) => setSignature(id, value)}
          />
        )}
        {mail.kind === 'forward' ? (
          <span className={styles['follows']}>{t('composer.mail.quotesForward')}</span>
        ) : (
          <span className={styles['quote']}>
            <Checkbox
              label={t('composer.mail.quote')}
              on={mail.quote}
              onChange={(on) => setQuote(id, on)}
            />
          </span>
        )}
      </div>
    </div>
  );
}
