import type { ReactElement } from 'react';
import type { OutboxView } from '../../../shared/contract/schemas.ts';
import { useT } from '../../lib/i18n/i18n.ts';
import { openExternal } from '../../lib/shell.ts';
import { decide, takeBackQueued } from '../../state/outbox-decisions.ts';
import { Button } from '../../ui/button/button.tsx';
import styles from './outbox-bubble.module.css';
import { isDoubtful } from './outbox-copies.tsx';

/** The ways out of each state; nothing is ever sent twice unless a person says so here. */
export function OutboxDecisions(props: {
  readonly item: OutboxView;
  readonly permalink: string | null;
}): ReactElement | null {
  const t = useT();
  const { item, permalink } = props;
  const { state, reason } = item;
  if (state === 'queued' || state === 'deferred') {
    return (
      <div className={styles['ways']}>
        <Button icon="pencil" label={t('outbox.edit')} onClick={() => void takeBackQueued(item)} />
      </div>
    );
  }
  if (state !== 'needs_human' && state !== 'rejected') return null;
  const doubtful = isDoubtful(item);
  const again = state === 'needs_human' && !doubtful ? 'outbox.sendAnyway' : 'outbox.retry';
  const vanished = reason === 'message_vanished' || reason === 'object_gone';
  return (
    <div className={styles['ways']}>
      {doubtful ? (
        <Button
          look="primary"
          icon="check"
          label={t('outbox.wasSent')}
          onClick={() => void decide(item, 'was_sent')}
        />
      ) : null}
      {vanished ? null : (
        <Button icon="send" label={t(again)} onClick={() => void decide(item, 'send_again')} />
      )}
      <Button icon="pencil" label={t('outbox.drop')} onClick={() => void decide(item, 'drop')} />
      {doubtful && permalink !== null ? (
        <Button
          look="quiet"
          icon="external"
          label={t('post.open')}
          onClick={() => openExternal(permalink)}
        />
      ) : null}
    </div>
  );
}
