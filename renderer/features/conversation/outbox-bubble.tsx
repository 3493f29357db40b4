import type { ReactElement } from 'react';
import type { ConversationDetail, OutboxView } from '../../../shared/contract/schemas.ts';
import { errorText } from '../../lib/i18n/error-text.ts';
import { useT } from '../../lib/i18n/i18n.ts';
import { selectAccount } from '../../state/selectors.ts';
import { useApp } from '../../state/store.ts';
import { cx } from '../../ui/cx.ts';
import { CustomerText, Inline } from '../../ui/text/customer-text.tsx';
import styles from './outbox-bubble.module.css';
import { OutboxDecisions } from './outbox-decisions.tsx';
import { OutboxStateLine } from './outbox-state-line.tsx';
import { arrivedSince } from './timeline.ts';

const asksPerson = (item: OutboxView): boolean =>
  item.state === 'needs_human' || item.state === 'rejected';

/** What came in while the reply waited: both texts stand side by side, so that one can decide. */
function Meanwhile(props: {
  readonly item: OutboxView;
  readonly detail: ConversationDetail;
}): ReactElement | null {
  const t = useT();
  const { item, detail } = props;
  const fresh = arrivedSince(detail, item.seenThroughMs);
  if (item.state !== 'needs_human' || fresh.length === 0) return null;
  return (
    <div className={styles['meanwhile']}>
      <h4 className={styles['label']}>{t('outbox.newText')}</h4>
      {fresh.map((message) => (
        <div key={message.id}>
          <Inline
            className={styles['author']}
            text={message.author.name ?? t('common.unknownPerson')}
          />
          <CustomerText text={message.text} size="small" />
        </div>
      ))}
      <h4 className={styles['label']}>{t('outbox.yourText')}</h4>
    </div>
  );
}

/** A reply that has not arrived: where it stands, why, and what one can do about it. */
export function OutboxBubble(props: {
  readonly item: OutboxView;
  readonly detail: ConversationDetail;
}): ReactElement {
  const t = useT();
  const { item, detail } = props;
  const account = useApp(selectAccount(detail.summary.accountId));
  const asks = asksPerson(item);
  return (
    <article className={cx(styles['bubble'], asks && styles['asks'])}>
      <div className={styles['by']}>
        <Inline className={styles['author']} text={account?.name ?? ''} />
        <OutboxStateLine item={item} />
        {item.attempt > 1 ? <span>{t('outbox.attempts', { n: item.attempt })}</span> : null}
      </div>
      {item.reason === null ? null : (
        <p className={styles['reason']}>{errorText(t, item.reason)}</p>
      )}
      {item.state === 'needs_human' && item.reason === 'unknown_outcome' ? (
        <p className={styles['reason']}>{t('outbox.checkThread')}</p>
      ) : null}
      <Meanwhile item={item} detail={detail} />
      <CustomerText text={item.text} size="small" />
      <OutboxDecisions item={item} permalink={detail.permalink} />
    </article>
  );
}
