import { useCallback, useRef, type ReactElement } from 'react';
import { keysOf } from '../../commands/command-button.tsx';
import { clock } from '../../lib/clock/clock.ts';
import { useTick } from '../../lib/clock/use-clock.ts';
import { formatDuration } from '../../lib/format/duration.ts';
import { errorText } from '../../lib/i18n/error-text.ts';
import { useT, type Translate } from '../../lib/i18n/i18n.ts';
import { useApp } from '../../state/store.ts';
import type { UndoEntry } from '../../state/undo.ts';
import { forgetUndoError, holdUndo, releaseUndo, undoLast } from '../../state/undo-actions.ts';
import { Button, IconButton } from '../../ui/button/button.tsx';
import { cx } from '../../ui/cx.ts';
import { Icon, type IconName } from '../../ui/icon/icon.tsx';
import styles from './undo-slot.module.css';

const wordsOf = (t: Translate, entry: UndoEntry, leftMs: number): string =>
  t(entry.label, {
    name: entry.name === '' ? t('common.unknownPerson') : entry.name,
    time: formatDuration(Math.ceil(leftMs / 1_000) * 1_000),
  });

/** The bar's whole length is the undo window; it starts where the entry stands now. */
function Bar(props: { readonly entry: UndoEntry; readonly held: boolean }): ReactElement {
  const windowMs = useApp((state) => state.session.hello?.undoMs ?? 8_000);
  const leftMs = Math.max(0, props.entry.expiresAtMs - clock.now());
  return (
    <span
      key={`${props.entry.id} ${props.entry.expiresAtMs}`}
      className={cx(styles['bar'], props.held && styles['held'])}
      style={{ animationDuration: `${windowMs}ms`, animationDelay: `${leftMs - windowMs}ms` }}
      aria-hidden="true"
    />
  );
}

function Words(props: {
  readonly entry: UndoEntry;
  readonly heldSinceMs: number | null;
}): ReactElement {
  const t = useT();
  const { entry, heldSinceMs } = props;
  const words = useRef<HTMLElement>(null);
  const tick = useCallback(
    (nowMs: number) => {
      const leftMs = Math.max(0, entry.expiresAtMs - (heldSinceMs ?? nowMs));
      if (words.current !== null) words.current.textContent = wordsOf(t, entry, leftMs);
      if (heldSinceMs !== null || leftMs === 0) return null;
      return nowMs + (leftMs % 1_000 || 1_000);
    },
    [entry, heldSinceMs, t],
  );
  useTick(tick);
  return <bdi ref={words} className={styles['words']} />;
}

/** Something did not work or cannot be done; it stands here until it was read. */
function Said(props: { readonly look: 'error' | 'refusal'; readonly words: string }): ReactElement {
  const t = useT();
  const { look, words } = props;
  return (
    <div className={cx(styles['slot'], styles[look])} role="alert">
      <Icon name="warning" />
      <span className={styles['words']}>{words}</span>
      <IconButton icon="close" label={t('common.close')} onClick={forgetUndoError} />
    </div>
  );
}

const ICONS: Readonly<Record<UndoEntry['what'], IconName>> = {
  reply: 'send',
  private_reply: 'lock',
  message: 'send',
  edit: 'pencil',
  delete: 'trash',
  hide: 'eyeOff',
  unhide: 'eye',
  like: 'heart',
  unlike: 'heart',
  block: 'block',
  unblock: 'user',
  conversation: 'check',
  customer: 'link',
};

/** What can still be taken back, newest first; docked under the list. The pointer over it holds time. */
export function UndoSlot(): ReactElement | null {
  const t = useT();
  const { entries, heldSinceMs, error, refusal } = useApp((state) => state.undo);
  const entry = entries.at(-1);
  if (error !== null) return <Said look="error" words={errorText(t, error)} />;
  if (refusal !== null) return <Said look="refusal" words={t(`reason.${refusal}`)} />;
  if (entry === undefined) return null;
  return (
    <section
      className={styles['slot']}
      aria-label={t('undo.region')}
      onPointerEnter={holdUndo}
      onPointerLeave={() => void releaseUndo()}
    >
      <Icon name={ICONS[entry.what]} />
      <Words key={entry.id} entry={entry} heldSinceMs={heldSinceMs} />
      {entries.length === 1 ? null : (
        <span className={styles['more']}>{t('undo.more', { n: entries.length - 1 })}</span>
      )}
      <Button
        look="link"
        label={t('undo.undo')}
        keys={keysOf('undo')}
        onClick={() => void undoLast()}
      />
      <Bar entry={entry} held={heldSinceMs !== null} />
    </section>
  );
}
