import { useState, type ReactElement } from 'react';
import type { MessageView, OutboxView } from '../../../shared/contract/schemas.ts';
import { useT, type MessageId } from '../../lib/i18n/i18n.ts';
import { isUnderWay } from '../../lib/thread/deeds.ts';
import { offerOf } from '../../lib/thread/offers.ts';
import { takeOffer } from '../../state/message-actions.ts';
import { Button } from '../../ui/button/button.tsx';
import { Icon } from '../../ui/icon/icon.tsx';
import { CustomerText } from '../../ui/text/customer-text.tsx';
import { TakeBack } from './deed-strip.tsx';
import { Moment } from './moment.tsx';
import { StateWords } from './outbox-state-line.tsx';
import styles from './thread.module.css';

/** What turns a message into a tombstone tells of itself in it, and not below. */
export const standsInStone = (deed: OutboxView): boolean =>
  isUnderWay(deed) && (deed.action === 'hide' || deed.action === 'delete');

function wordsId(shown: MessageView, deed: OutboxView | undefined): MessageId {
  const ours = shown.authorKind === 'brand';
  if (deed === undefined) {
    if (shown.presence === 'hidden') return 'message.hidden';
    return ours ? 'message.goneOurs' : 'message.gone';
  }
  if (shown.presence === 'hidden') return 'message.soonHidden';
  return ours ? 'message.soonGoneOurs' : 'message.soonGone';
}

/** What is hidden can be shown again, from where it stands. */
function ShowAgain(props: {
  readonly conversationId: string;
  readonly message: MessageView;
  readonly deeds: readonly OutboxView[];
}): ReactElement | null {
  const t = useT();
  const { conversationId, message, deeds } = props;
  const offer = offerOf('hide', message, deeds);
  if (offer.action !== 'unhide' || offer.reason !== null) return null;
  return (
    <Button
      look="link"
      label={t('action.unhide')}
      onClick={() => takeOffer(conversationId, message, offer)}
    />
  );
}

/**
 * A message that is hidden or deleted at the page, or will be: that it was there, on demand what it
 * said, and the way back as long as there is one.
 */
export function Tombstone(props: {
  readonly conversationId: string;
  readonly message: MessageView;
  /** The message as it will be. */
  readonly shown: MessageView;
  readonly deeds: readonly OutboxView[];
}): ReactElement {
  const t = useT();
  const [open, setOpen] = useState(false);
  const { conversationId, message, shown, deeds } = props;
  const deed = deeds.findLast(standsInStone);
  const name = message.author.name ?? t('common.unknownPerson');
  return (
    <>
      <div className={styles['stone']}>
        <Icon name={shown.presence === 'hidden' ? 'eyeOff' : 'trash'} small />
        <bdi className={styles['stoneText']}>{t(wordsId(shown, deed), { name })}</bdi>
        {deed === undefined ? null : <StateWords item={deed} />}
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
        {deed === undefined ? (
          <>
            <ShowAgain conversationId={conversationId} message={message} deeds={deeds} />
            <Moment atMs={message.presenceAtMs ?? message.createdAtMs} />
          </>
        ) : (
          <TakeBack item={deed} />
        )}
      </div>
      {open ? (
        <div className={styles['stoneOpen']}>
          <CustomerText text={message.text} size="small" />
        </div>
      ) : null}
    </>
  );
}
