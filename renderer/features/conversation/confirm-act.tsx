import { useEffect, useRef, type ReactElement } from 'react';
import type { MessageView } from '../../../shared/contract/schemas.ts';
import { useT } from '../../lib/i18n/i18n.ts';
import { offerOf } from '../../lib/thread/offers.ts';
import { confirmDeed, takeOffer } from '../../state/message-actions.ts';
import { selectDetail } from '../../state/selectors.ts';
import { useApp } from '../../state/store.ts';
import type { Confirmation } from '../../state/thread.ts';
import { answeredFirst } from '../../state/thread-actions.ts';
import { Button } from '../../ui/button/button.tsx';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import { CustomerText, Inline } from '../../ui/text/customer-text.tsx';
import styles from './confirm-act.module.css';

/** What is milder than deleting, where it can be done. */
function HideInstead(props: {
  readonly conversationId: string;
  readonly message: MessageView;
}): ReactElement | null {
  const t = useT();
  const { conversationId, message } = props;
  const offer = offerOf('hide', message, []);
  if (offer.action !== 'hide' || offer.reason !== null) return null;
  return (
    <Button
      label={t('confirm.delete.hide')}
      onClick={() => {
        answeredFirst();
        takeOffer(conversationId, message, offer);
      }}
    />
  );
}

function Question(props: {
  readonly confirming: Confirmation;
  readonly message: MessageView;
}): ReactElement {
  const t = useT();
  const { confirming, message } = props;
  const { action, conversationId } = confirming;
  const cancel = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // The dialog opens at it: Enter alone must not do what cannot be taken back.
    cancel.current?.setAttribute('autofocus', '');
  }, []);
  return (
    <div className={styles['body']}>
      <blockquote className={styles['quote']}>
        <Inline
          className={styles['author']}
          text={message.author.name ?? t('common.unknownPerson')}
        />
        <CustomerText text={message.text} size="small" />
      </blockquote>
      <p className={styles['text']}>{t(`confirm.${action}.text`)}</p>
      <div className={styles['ways']}>
        {action === 'delete' ? (
          <HideInstead conversationId={conversationId} message={message} />
        ) : null}
        <span className={styles['spring']} />
        <Button ref={cancel} label={t('common.cancel')} onClick={answeredFirst} />
        <Button
          look="danger"
          icon={action === 'delete' ? 'trash' : 'block'}
          label={t(`confirm.${action}.yes`)}
          onClick={() => {
            void confirmDeed();
            answeredFirst();
          }}
        />
      </div>
    </div>
  );
}

/** Asks once more, with the words in view, before something that cannot be taken back. */
export function ConfirmAct(): ReactElement | null {
  const t = useT();
  const confirming = useApp((state) => state.thread.confirming);
  const detail = useApp(selectDetail(confirming?.conversationId ?? null));
  const message = detail?.messages.find(({ id }) => id === confirming?.messageId);
  if (confirming === null || message === undefined) return null;
  const name = message.author.name ?? t('common.unknownPerson');
  return (
    <Dialog
      label={t(`confirm.${confirming.action}.title`, { name })}
      closeLabel={t('common.close')}
      onClose={answeredFirst}
    >
      <Question confirming={confirming} message={message} />
    </Dialog>
  );
}
