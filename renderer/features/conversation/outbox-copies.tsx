import type { ReactElement, ReactNode } from 'react';
import type { ConversationDetail, OutboxView } from '../../../shared/contract/schemas.ts';
import { useT } from '../../lib/i18n/i18n.ts';
import { openExternal } from '../../lib/shell.ts';
import { Button } from '../../ui/button/button.tsx';
import { CustomerText } from '../../ui/text/customer-text.tsx';
import { Moment } from './moment.tsx';
import styles from './outbox-bubble.module.css';

/** Nobody knows what became of it: a person looks at both texts and decides. */
export const isDoubtful = ({ state, reason }: OutboxView): boolean =>
  state === 'needs_human' && reason === 'unknown_outcome';

type Copy = OutboxView['copies'][number];

/** The copy's own address where the thread knows it, else the conversation's. */
const addressOf = ({ externalId }: Copy, { messages, permalink }: ConversationDetail) =>
  messages.find((message) => message.externalId === externalId)?.permalink ?? permalink;

function Found(props: { readonly copy: Copy; readonly detail: ConversationDetail }): ReactElement {
  const t = useT();
  const { copy, detail } = props;
  const address = addressOf(copy, detail);
  return (
    <div className={styles['copy']}>
      <div className={styles['by']}>
        <Moment atMs={copy.createdAtMs} />
        {address === null ? null : (
          <Button
            look="link"
            icon="external"
            label={t('outbox.openCopy')}
            aria-label={t('post.open')}
            onClick={() => openExternal(address)}
          />
        )}
      </div>
      <CustomerText text={copy.text} size="small" />
    </div>
  );
}

/** Our words on one side, what stands at the page with the same words on the other. */
export function Copies(props: {
  readonly item: OutboxView;
  readonly detail: ConversationDetail;
  readonly children: ReactNode;
}): ReactElement {
  const t = useT();
  const { item, detail, children } = props;
  const { copies } = item;
  const found = t(item.mail === null ? 'outbox.copies' : 'mail.outbox.copies', {
    n: copies.length,
  });
  return (
    <div className={styles['sides']}>
      <section className={styles['side']} aria-label={t('outbox.yourText')}>
        <h4 className={styles['label']}>{t('outbox.yourText')}</h4>
        <div className={styles['copy']}>
          <div className={styles['by']}>
            <Moment atMs={item.queuedAtMs} />
          </div>
          {children}
        </div>
      </section>
      <section className={styles['side']} aria-label={found}>
        <h4 className={styles['label']}>{found}</h4>
        {copies.length === 0 ? (
          <p className={styles['none']}>{t('outbox.copiesNone')}</p>
        ) : (
          copies.map((copy) => <Found key={copy.externalId} copy={copy} detail={detail} />)
        )}
      </section>
    </div>
  );
}
