import type { ReactElement } from 'react';
import { keysOf } from '../../commands/command-button.tsx';
import { formatNumber } from '../../lib/format/number.ts';
import { useT, type MessageId } from '../../lib/i18n/i18n.ts';
import { isSaved } from '../../state/drafts.ts';
import { canSend, MAX_REPLY_LENGTH, send } from '../../state/reply-actions.ts';
import { selectDraft } from '../../state/selectors.ts';
import { useApp } from '../../state/store.ts';
import { Button } from '../../ui/button/button.tsx';
import { cx } from '../../ui/cx.ts';
import styles from './composer.module.css';

/** From here on the counter warns. */
const NEARLY_FULL = 0.9;
/** Shorter than this nobody needs a counter. */
const COUNT_FROM = 1;

function Counter(props: { readonly length: number }): ReactElement | null {
  const t = useT();
  const { length } = props;
  if (length < COUNT_FROM) return null;
  const over = length - MAX_REPLY_LENGTH;
  const words =
    over > 0
      ? t('composer.over', { n: formatNumber(over) })
      : t('composer.count', { n: formatNumber(length), max: formatNumber(MAX_REPLY_LENGTH) });
  const look = over > 0 ? styles['bad'] : styles['careful'];
  return (
    <span className={cx(styles['count'], length >= MAX_REPLY_LENGTH * NEARLY_FULL && look)}>
      {words}
    </span>
  );
}

const SEND_WORDS: Readonly<Record<'note' | 'public' | 'queue', MessageId>> = {
  note: 'composer.saveNote',
  public: 'composer.sendPublic',
  queue: 'composer.queue',
};

/** Whether it is saved, how long it is, and the buttons that say where it goes. */
export function ComposerBar(props: { readonly id: string }): ReactElement {
  const t = useT();
  const { id } = props;
  const draft = useApp(selectDraft(id));
  const online = useApp((state) => state.session.online);
  const ready = useApp(() => canSend(id));
  const isNote = draft.mode === 'note';
  const goes = isNote ? 'note' : online ? 'public' : 'queue';
  const saved = isSaved(draft) ? 'composer.saved' : 'composer.unsaved';
  return (
    <div className={styles['bar']}>
      <span className={styles['saved']}>{draft.text === '' ? null : t(saved)}</span>
      <span className={styles['spring']} />
      {isNote ? null : <Counter length={draft.text.length} />}
      {isNote || draft.text === '' ? null : (
        <Button
          look="quiet"
          label={t('command.sendAndClose')}
          disabled={!ready}
          data-tip={t(online ? 'composer.sendAndClose' : 'composer.queueAndClose')}
          data-tip-keys={keysOf('sendAndClose').join(' ')}
          onClick={() => void send(id, true)}
        />
      )}
      <Button
        look="primary"
        label={t(SEND_WORDS[goes])}
        keys={keysOf('send')}
        disabled={!ready}
        onClick={() => void send(id, false)}
      />
    </div>
  );
}
