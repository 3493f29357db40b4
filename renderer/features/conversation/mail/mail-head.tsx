import { useId, useState, type ReactElement } from 'react';
import type { MailView } from '../../../../shared/contract/mail-schemas.ts';
import type { MessageView } from '../../../../shared/contract/schemas.ts';
import { formatBytes } from '../../../lib/format/number.ts';
import { useT, type MessageId } from '../../../lib/i18n/i18n.ts';
import { IconButton } from '../../../ui/button/button.tsx';
import { Icon } from '../../../ui/icon/icon.tsx';
import { Inline } from '../../../ui/text/customer-text.tsx';
import { Moment } from '../moment.tsx';
import { Address, Addresses, Names, plain } from './address.tsx';
import styles from './mail.module.css';

const KINDS: Readonly<Record<MailView['kind'], MessageId | null>> = {
  person: null,
  automatic: 'mail.kind.automatic',
  list: 'mail.kind.list',
};

/** What it is when no person wrote it, or how it left when not from here. */
function Mark({ message, mail }: HeadProps): ReactElement | null {
  const t = useT();
  const ours = message.authorKind === 'brand';
  const word = ours
    ? message.source === 'native'
      ? 'mail.native'
      : message.source === 'automation'
        ? 'message.automatic'
        : null
    : KINDS[mail.kind];
  if (word === null) return null;
  return (
    <span className={styles['mark']}>
      <Icon name={ours || mail.kind === 'automatic' ? 'refresh' : 'megaphone'} small />
      {t(word)}
    </span>
  );
}

interface HeadProps {
  readonly message: MessageView;
  readonly mail: MailView;
}

/** Who wrote, to whom, when: one line of recipients, which unfolds. */
export function MailHead(
  props: HeadProps & { readonly onFold: (() => void) | null },
): ReactElement {
  const t = useT();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const { message, mail, onFold } = props;
  const { author } = message;
  const ours = message.authorKind === 'brand';
  const name = author.name ?? t('common.unknownPerson');
  const address = ours ? null : author.externalId;
  return (
    <header className={styles['head']}>
      <div className={styles['by']}>
        <span className={styles['writer']}>
          <Inline className={styles['name']} text={plain(name)} />
          {address === null || address === name ? null : (
            <bdi className={styles['of']}>{plain(address)}</bdi>
          )}
        </span>
        <Mark message={message} mail={mail} />
        <span className={styles['push']}>
          <Moment atMs={message.createdAtMs} />
        </span>
        {onFold === null ? null : (
          <IconButton
            icon="chevronDown"
            label={t('mail.close', { name: plain(name) })}
            aria-expanded
            onClick={onFold}
          />
        )}
      </div>
      <div className={styles['recipients']}>
        {isOpen ? null : (
          <span className={styles['names']}>
            <Names word={t('mail.to')} list={mail.to} />
            {mail.to.length > 0 && mail.cc.length > 0 ? ', ' : null}
            <Names word={t('mail.cc')} list={mail.cc} />
          </span>
        )}
        <button
          type="button"
          className={styles['more']}
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setOpen(!isOpen)}
        >
          {t(isOpen ? 'mail.recipients.hide' : 'mail.recipients.show')}
        </button>
      </div>
      {isOpen ? (
        <dl id={id} className={styles['heading']}>
          {address === null ? null : (
            <>
              <dt>{t('mail.head.from')}</dt>
              <dd>
                <Address of={{ name: author.name, address }} />
              </dd>
            </>
          )}
          <Addresses word={t('mail.head.to')} list={mail.to} />
          <Addresses word={t('mail.head.cc')} list={mail.cc} />
          <dt>{t('mail.head.subject')}</dt>
          <dd>
            <Inline text={plain(mail.subject) || t('mail.noSubject')} />
          </dd>
          <dt>{t('mail.head.size')}</dt>
          <dd>{formatBytes(mail.size)}</dd>
        </dl>
      ) : null}
    </header>
  );
}
