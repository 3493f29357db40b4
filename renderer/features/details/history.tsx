import type { ReactElement } from 'react';
import type { ConversationDetail } from '../../../shared/contract/schemas.ts';
import { clock } from '../../lib/clock/clock.ts';
import { formatDay, isoInstant } from '../../lib/format/date.ts';
import { useT } from '../../lib/i18n/i18n.ts';
import { gist } from '../../lib/text/gist.ts';
import { kindName } from '../../lib/text/kind-name.ts';
import { openConversation } from '../../state/open-conversation.ts';
import { Icon } from '../../ui/icon/icon.tsx';
import { conversationIcon } from '../../ui/icon/kind-icons.ts';
import { Inline } from '../../ui/text/customer-text.tsx';
import styles from './details.module.css';

/** Other conversations of the same customer, each with where it was; pressing one opens it. */
export function History(props: { readonly entries: ConversationDetail['history'] }): ReactElement {
  const t = useT();
  if (props.entries.length === 0) {
    return <p className={styles['quiet']}>{t('details.historyNone')}</p>;
  }
  return (
    <ul>
      {props.entries.map(({ id, kind, source, atMs, ...told }) => (
        <li key={id}>
          <button type="button" className={styles['line']} onClick={() => openConversation(id)}>
            <span
              className={styles['place']}
              role="img"
              aria-label={kindName(t, { kind, source })}
              data-tip={kindName(t, { kind, source })}
            >
              <Icon name={conversationIcon({ kind, source })} small />
            </span>
            <Inline className={styles['lineText']} text={gist(told) || t('inbox.row.noText')} />
            <time dateTime={isoInstant(atMs)}>{formatDay(atMs, clock.now())}</time>
          </button>
        </li>
      ))}
    </ul>
  );
}
