import type { ReactElement } from 'react';
import type { MessageView, OutboxView } from '../../../shared/contract/schemas.ts';
import { keysOf } from '../../commands/command-button.tsx';
import { useT } from '../../lib/i18n/i18n.ts';
import { toolbarOf, type Offer } from '../../lib/thread/offers.ts';
import { takeOffer } from '../../state/message-actions.ts';
import { openMenu } from '../../state/thread-actions.ts';
import { IconButton } from '../../ui/button/button.tsx';
import { cx } from '../../ui/cx.ts';
import { Icon } from '../../ui/icon/icon.tsx';
import styles from './message-spot.module.css';
import { COMMAND_OF, faceOf } from './offer-faces.ts';

function Action(props: {
  readonly offer: Offer;
  readonly message: MessageView;
  readonly onTake: () => void;
}): ReactElement {
  const t = useT();
  const { offer, message, onTake } = props;
  const { icon, label } = faceOf(offer, message);
  const { reason } = offer;
  const words =
    reason === null
      ? t(label)
      : t('action.why', { action: t(label), reason: t(`reason.${reason}`) });
  return (
    <button
      type="button"
      aria-label={words}
      aria-disabled={reason !== null}
      data-tip={words}
      data-tip-keys={keysOf(COMMAND_OF[offer.slot]).join(' ')}
      className={cx(
        styles['action'],
        offer.action === 'unlike' && styles['liked'],
        reason !== null && styles['blocked'],
      )}
      onClick={onTake}
    >
      <Icon name={icon} />
    </button>
  );
}

/** What one does most with a message, beside it; the rest is in the menu behind the dots. */
export function MessageToolbar(props: {
  readonly conversationId: string;
  readonly message: MessageView;
  readonly deeds: readonly OutboxView[];
}): ReactElement {
  const t = useT();
  const { conversationId, message, deeds } = props;
  const name = message.author.name ?? t('common.unknownPerson');
  return (
    <div className={styles['toolbar']} role="toolbar" aria-label={t('action.of', { name })}>
      {toolbarOf(message, deeds).map((offer) => (
        <Action
          key={offer.slot}
          offer={offer}
          message={message}
          onTake={() => takeOffer(conversationId, message, offer)}
        />
      ))}
      <IconButton
        icon="dots"
        label={t('action.more')}
        keys={keysOf('message.menu')}
        aria-haspopup="menu"
        onClick={() => openMenu(message.id)}
      />
    </div>
  );
}
