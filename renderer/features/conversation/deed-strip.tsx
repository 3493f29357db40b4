import type { ReactElement } from 'react';
import type { MessageView, OutboxView } from '../../../shared/contract/schemas.ts';
import type { OutboxAction } from '../../../shared/domain/action/types.ts';
import type { ErrorCode } from '../../../shared/kernel/app-error.ts';
import { errorText } from '../../lib/i18n/error-text.ts';
import { useT, type MessageId, type Translate } from '../../lib/i18n/i18n.ts';
import { isLookedUp, isStopped } from '../../lib/thread/deeds.ts';
import { openArea } from '../../state/layout-actions.ts';
import { decide, takeBackQueued } from '../../state/outbox-decisions.ts';
import { Button } from '../../ui/button/button.tsx';
import { cx } from '../../ui/cx.ts';
import { Icon, type IconName } from '../../ui/icon/icon.tsx';
import styles from './deed-strip.module.css';
import { StateWords } from './outbox-state-line.tsx';

/** What changes a message or a person; the words of ours have a bubble instead. */
type Deed = Exclude<OutboxAction, 'reply' | 'private_reply' | 'message'>;

const ICONS: Readonly<Record<Deed, IconName>> = {
  hide: 'eyeOff',
  unhide: 'eye',
  like: 'heart',
  unlike: 'heart',
  edit: 'pencil',
  delete: 'trash',
  block: 'block',
  unblock: 'user',
};

const isDeed = (action: OutboxAction): action is Deed => action in ICONS;

/** The usual words for these speak of a reply. */
const REASONS: Readonly<Partial<Record<ErrorCode, MessageId>>> = {
  refused: 'deed.reason.refused',
  unknown_outcome: 'deed.reason.unknown_outcome',
  object_gone: 'deed.reason.object_gone',
  message_vanished: 'deed.reason.object_gone',
  text_too_long: 'deed.reason.text_too_long',
};

const reasonWords = (t: Translate, reason: ErrorCode): string => {
  const own = REASONS[reason];
  return own === undefined ? errorText(t, reason) : t(own);
};

function whyWords(t: Translate, item: OutboxView): string | null {
  if (isLookedUp(item)) return t('deed.looking');
  return item.reason === null ? null : reasonWords(t, item.reason);
}

/** Failures whose way out is at the account. */
const AT_ACCOUNT: ReadonlySet<ErrorCode | null> = new Set<ErrorCode | null>([
  'token_dead',
  'permission_missing',
  'secret_missing',
  'secret_sealed',
]);

/** Takes back what has not begun. */
export function TakeBack(props: { readonly item: OutboxView }): ReactElement | null {
  const t = useT();
  const { item } = props;
  if (item.state !== 'queued' && item.state !== 'deferred') return null;
  return <Button look="link" label={t('deed.undo')} onClick={() => void takeBackQueued(item)} />;
}

function Decisions(props: { readonly item: OutboxView }): ReactElement {
  const t = useT();
  const { item } = props;
  const { action, reason, state } = item;
  const gone = reason === 'object_gone' || reason === 'message_vanished';
  return (
    <div className={styles['ways']}>
      {state === 'needs_human' && reason === 'unknown_outcome' ? (
        <Button
          icon="check"
          label={t('deed.wasDone')}
          onClick={() => void decide(item, 'was_sent')}
        />
      ) : null}
      {gone ? null : (
        <Button
          icon="refresh"
          label={t('deed.retry')}
          onClick={() => void decide(item, 'send_again')}
        />
      )}
      <Button
        label={t(action === 'edit' ? 'deed.dropEdit' : 'deed.drop')}
        onClick={() => void decide(item, 'drop')}
      />
      {AT_ACCOUNT.has(reason) ? (
        <Button
          look="link"
          label={t('deed.account')}
          onClick={() => openArea('settings', 'accounts')}
        />
      ) : null}
    </div>
  );
}

/** What is being done to a message, below it: where it stands, why it stopped, the ways out. */
export function DeedStrip(props: {
  readonly item: OutboxView;
  readonly message: MessageView;
  /** What it stands below: its words begin where the message's do. */
  readonly beside: 'first' | 'theirs' | 'ours' | 'stone';
}): ReactElement | null {
  const t = useT();
  const { item, message, beside } = props;
  const { action } = item;
  if (!isDeed(action)) return null;
  const name = message.author.name ?? t('common.unknownPerson');
  const stopped = isStopped(item);
  const words = whyWords(t, item);
  return (
    <div className={cx(styles['strip'], styles[beside], stopped && styles['stopped'])}>
      <div className={styles['line']}>
        <Icon name={stopped ? 'warning' : ICONS[action]} small />
        <bdi className={styles['what']}>
          {t(stopped ? `deed.failed.${action}` : `deed.soon.${action}`, { name })}
        </bdi>
        {stopped ? null : <StateWords item={item} />}
        <TakeBack item={item} />
      </div>
      {words === null ? null : <p className={styles['reason']}>{words}</p>}
      {stopped ? <Decisions item={item} /> : null}
    </div>
  );
}
