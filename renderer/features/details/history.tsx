import type { ReactElement } from 'react';
import type { ConversationDetail } from '../../../shared/contract/schemas.ts';
import { clock } from '../../lib/clock/clock.ts';
import { formatDay } from '../../lib/format/date.ts';
import { useT } from '../../lib/i18n/i18n.ts';
import { select } from '../../state/selection.ts';
import { Icon } from '../../ui/icon/icon.tsx';
import { KIND_ICONS } from '../../ui/icon/kind-icons.ts';
import { Inline } from '../../ui/text/customer-text.tsx';
import styles from './details.module.css';

/** Other conversations of the same person, newest first; each opens. */
export function History(props: { readonly entries: ConversationDetail['history'] }): ReactElement {
  const t = useT();
  return (
    <section className={styles['block']}>
      <h3>{t('details.history')}</h3>
      {props.entries.length === 0 ? (
        <p className={styles['none']}>{t('details.historyNone')}</p>
      ) : (
        <ul>
          {props.entries.map((entry) => (
            <li key={entry.id}>
              <button type="button" className={styles['entry']} onClick={() => select(entry.id)}>
                <Icon name={KIND_ICONS[entry.kind]} small />
                <Inline text={entry.snippet} className={styles['ellipsis']} />
                <time>{formatDay(entry.atMs, clock.now())}</time>
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
