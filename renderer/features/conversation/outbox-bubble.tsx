import type { ReactElement } from 'react';
import type { ConversationDetail, OutboxView } from '../../../shared/contract/schemas.ts';
import { errorText } from '../../lib/i18n/error-text.ts';
import type { ErrorCode } from '../../../shared/kernel/app-error.ts';
import { useT, type MessageId, type Translate } from '../../lib/i18n/i18n.ts';
import { isLookedUp, isStopped } from '../../lib/thread/deeds.ts';
import { selectAccount } from '../../state/selectors.ts';
import { useApp } from '../../state/store.ts';
import { cx } from '../../ui/cx.ts';
import { Icon } from '../../ui/icon/icon.tsx';
import { CustomerText, Inline } from '../../ui/text/customer-text.tsx';
import { Envelope } from './mail/outgoing.tsx';
import styles from './outbox-bubble.module.css';
import { Copies, isDoubtful } from './outbox-copies.tsx';
import { OutboxDecisions } from './outbox-decisions.tsx';
import { OutboxStateLine } from './outbox-state-line.tsx';
import { arrivedSince } from './timeline.ts';

interface BubbleProps {
  readonly item: OutboxView;
  readonly detail: ConversationDetail;
}

/** What came in while the reply waited: both texts stand in view, so that one can decide. */
function Meanwhile(props: BubbleProps): ReactElement | null {
  const t = useT();
  const { item, detail } = props;
  const fresh = arrivedSince(detail, item.seenThroughMs);
  if (item.state !== 'needs_human' || isDoubtful(item) || fresh.length === 0) return null;
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

/** The usual words for these speak of a page. */
const MAIL_REASONS: Readonly<Partial<Record<ErrorCode, MessageId>>> = {
  refused: 'mail.outbox.refused',
  unknown_outcome: 'mail.outbox.unknown_outcome',
  throttled: 'mail.outbox.throttled',
  token_dead: 'mail.outbox.token_dead',
};

function reasonWords(t: Translate, { mail }: OutboxView, reason: ErrorCode): string {
  const own = mail === null ? undefined : MAIL_REASONS[reason];
  return own === undefined ? errorText(t, reason) : t(own);
}

/** Why it stands where it stands. While its fate is looked up, nothing is tried again. */
function Why(props: { readonly item: OutboxView }): ReactElement | null {
  const t = useT();
  const { item } = props;
  const words = isLookedUp(item)
    ? t(item.mail === null ? 'outbox.looking' : 'mail.outbox.looking')
    : item.reason === null
      ? null
      : reasonWords(t, item, item.reason);
  return words === null ? null : <p className={styles['reason']}>{words}</p>;
}

/** Who will read it: everybody, or one person. */
function Where(props: { readonly item: OutboxView }): ReactElement {
  const t = useT();
  const isPublic = props.item.action === 'reply';
  return (
    <span className={styles['where']}>
      <Icon name={isPublic ? 'globe' : 'lock'} small />
      {t(isPublic ? 'outbox.toPublic' : 'outbox.toPrivate')}
    </span>
  );
}

function Words(props: { readonly item: OutboxView }): ReactElement {
  const t = useT();
  const { text, imageName, mail } = props.item;
  return (
    <>
      {mail === null ? null : <Envelope mail={mail} />}
      <CustomerText text={text} size="small" />
      {imageName === null ? null : (
        <p className={styles['image']}>
          <Icon name="image" small />
          <bdi>{t('outbox.image', { name: imageName })}</bdi>
        </p>
      )}
    </>
  );
}

/** A reply that has not arrived: where it stands, why, and what one can do about it. */
export function OutboxBubble(props: BubbleProps): ReactElement {
  const t = useT();
  const { item, detail } = props;
  const account = useApp(selectAccount(detail.summary.accountId));
  return (
    <article className={cx(styles['bubble'], isStopped(item) && styles['asks'])}>
      <div className={styles['by']}>
        <Inline className={styles['author']} text={account?.name ?? ''} />
        {item.mail === null ? <Where item={item} /> : null}
        <OutboxStateLine item={item} />
        {item.attempt > 1 ? <span>{t('outbox.attempts', { n: item.attempt })}</span> : null}
      </div>
      <Why item={item} />
      <Meanwhile item={item} detail={detail} />
      {isDoubtful(item) ? (
        <Copies item={item} detail={detail}>
          <Words item={item} />
        </Copies>
      ) : (
        <Words item={item} />
      )}
      <OutboxDecisions item={item} permalink={detail.permalink} />
    </article>
  );
}
