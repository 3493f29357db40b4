import { useState, type ReactElement } from 'react';
import type { MessageView } from '../../../shared/contract/schemas.ts';
import { useT, type MessageId } from '../../lib/i18n/i18n.ts';
import { Icon } from '../../ui/icon/icon.tsx';
import { CustomerText } from '../../ui/text/customer-text.tsx';
import { Moment } from './moment.tsx';
import styles from './thread.module.css';

const wordsId = (message: MessageView): MessageId => {
  if (message.presence === 'hidden') return 'message.hidden';
  return message.authorKind === 'brand' ? 'message.goneOurs' : 'message.gone';
};

/** A message that is hidden or deleted at the page: that it was there, and on demand what it said. */
export function Tombstone(props: { readonly message: MessageView }): ReactElement {
  const t = useT();
  const [open, setOpen] = useState(false);
  const { message } = props;
  const name = message.author.name ?? t('common.unknownPerson');
  return (
    <>
      <div className={styles['stone']}>
        <Icon name={message.presence === 'hidden' ? 'eyeOff' : 'trash'} small />
        <bdi className={styles['stoneText']}>{t(wordsId(message), { name })}</bdi>
        {message.text === '' ? null : (
          <button
            type="button"
            className={styles['link']}
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            {t(open ? 'message.hideText' : 'message.showText')}
          </button>
        )}
        <Moment atMs={message.presenceAtMs ?? message.createdAtMs} />
      </div>
      {open ? (
        <div className={styles['stoneOpen']}>
          <CustomerText text={message.text} size="small" />
        </div>
      ) : null}
    </>
  );
}
