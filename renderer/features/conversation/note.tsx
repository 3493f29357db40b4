import type { ReactElement } from 'react';
import type { ConversationDetail } from '../../../shared/contract/schemas.ts';
import { useT } from '../../lib/i18n/i18n.ts';
import { personOf } from '../../lib/text/actor-name.ts';
import { cx } from '../../ui/cx.ts';
import { Icon } from '../../ui/icon/icon.tsx';
import { CustomerText, Inline } from '../../ui/text/customer-text.tsx';
import { Moment } from './moment.tsx';
import styles from './thread.module.css';

/** A note of the team: yellow, and never seen by the customer. */
export function Note(props: { readonly note: ConversationDetail['notes'][number] }): ReactElement {
  const t = useT();
  const { author, text, createdAtMs } = props.note;
  return (
    <article className={cx(styles['bubble'], styles['note'])}>
      <div className={styles['by']}>
        <Icon name="note" small />
        <Inline className={styles['author']} text={personOf(author) ?? author} />
        <span>{t('note.by')}</span>
        <Moment atMs={createdAtMs} />
      </div>
      <CustomerText text={text} size="small" />
    </article>
  );
}
