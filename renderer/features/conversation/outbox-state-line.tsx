import { useCallback, useRef, type ReactElement } from 'react';
import type { OutboxView } from '../../../shared/contract/schemas.ts';
import { useTick } from '../../lib/clock/use-clock.ts';
import { formatTime } from '../../lib/format/date.ts';
import { formatDuration } from '../../lib/format/duration.ts';
import { useT, type Translate } from '../../lib/i18n/i18n.ts';
import { useApp } from '../../state/store.ts';
import { cx } from '../../ui/cx.ts';
import { Icon, type IconName } from '../../ui/icon/icon.tsx';
import styles from './outbox-bubble.module.css';

interface Line {
  readonly text: string;
  readonly nextAtMs: number | null;
}

const ICONS: Readonly<Partial<Record<OutboxView['state'], IconName>>> = {
  rejected: 'warning',
  unknown: 'warning',
  needs_human: 'warning',
  deferred: 'clock',
};

/** Where a reply stands at `nowMs`, in words, and when the words change. */
function lineOf(t: Translate, item: OutboxView, online: boolean, nowMs: number): Line {
  const { state, notBeforeMs } = item;
  const leftMs = notBeforeMs - nowMs;
  if (state === 'queued' && leftMs > 0) {
    const time = formatDuration(Math.ceil(leftMs / 1_000) * 1_000);
    return { text: t('outbox.queuedIn', { time }), nextAtMs: nowMs + (leftMs % 1_000 || 1_000) };
  }
  if (state === 'queued' && !online) return { text: t('outbox.waitsForNetwork'), nextAtMs: null };
  if (state === 'deferred') {
    return { text: t('outbox.deferred', { time: formatTime(notBeforeMs) }), nextAtMs: null };
  }
  // These two are never shown: they are messages, or drafts again.
  if (state === 'sent' || state === 'cancelled') return { text: '', nextAtMs: null };
  return { text: t(`outbox.${state}`), nextAtMs: null };
}

/** A reply's state in words; a countdown writes itself. */
export function OutboxStateLine(props: { readonly item: OutboxView }): ReactElement {
  const t = useT();
  const { item } = props;
  const online = useApp((state) => state.session.online);
  const words = useRef<HTMLSpanElement>(null);
  const tick = useCallback(
    (nowMs: number) => {
      const { text, nextAtMs } = lineOf(t, item, online, nowMs);
      if (words.current !== null) words.current.textContent = text;
      return nextAtMs;
    },
    [item, online, t],
  );
  useTick(tick);
  const icon = ICONS[item.state] ?? 'send';
  return (
    <span className={cx(styles['state'], icon === 'warning' && styles['bad'])}>
      <Icon name={icon} small />
      <span ref={words} />
    </span>
  );
}
