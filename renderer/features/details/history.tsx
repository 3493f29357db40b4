import type { ReactElement } from 'react';
import type { ConversationDetail } from '../../../shared/contract/schemas.ts';
import { clock } from '../../lib/clock/clock.ts';
import { formatDay, isoInstant } from '../../lib/format/date.ts';
import { useT } from '../../lib/i18n/i18n.ts';
import { openConversation } from '../../state/open-conversation.ts';
import { Icon } from '../../ui/icon/icon.tsx';
import { KIND_ICONS } from '../../ui/icon/kind-icons.ts';
import { Inline } from '../../ui/text/customer-text.tsx';
import styles from './details.module.css';

/** Other conversations of the same person; pressing one opens it. */
export function History(props: { readonly entries: ConversationDetail['history'] }): ReactElement {
  const t = useT();
  if (props.entries.length === 0) {
    return <p className={styles['quiet']}>{t('details.historyNone')}</p>;
  }
  return (
    <ul>
      {props.entries.map(({ id, kind, snippet, atMs }) => (
        <li key={id}>
          <button type="button" className={styles['line']} onClick={() => openConversation(id)}>
            <Icon name={KIND_ICONS[kind]} small />
            <Inline className={styles['lineText']} text={snippet || t('inbox.row.noText')} />
            <time dateTime={isoInstant(atMs)}>{formatDay(atMs, clock.now())}</time>
          </button>
        </li>
      ))}
    </ul>
  );
}
