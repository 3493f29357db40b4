import { useCallback, useRef, type ReactElement } from 'react';
import type { OutboxView } from '../../../shared/contract/schemas.ts';
import { useTick } from '../../lib/clock/use-clock.ts';
import { useT } from '../../lib/i18n/i18n.ts';
import { useApp } from '../../state/store.ts';
import { cx } from '../../ui/cx.ts';
import { Icon, type IconName } from '../../ui/icon/icon.tsx';
import styles from './outbox-bubble.module.css';
import { stateWords } from './state-words.ts';

const ICONS: Readonly<Partial<Record<OutboxView['state'], IconName>>> = {
  rejected: 'warning',
  unknown: 'warning',
  needs_human: 'warning',
  deferred: 'clock',
};

/** Where something in the outbox stands, in words; a countdown writes itself. */
export function StateWords(props: { readonly item: OutboxView }): ReactElement {
  const t = useT();
  const { item } = props;
  const online = useApp((state) => state.session.online);
  const words = useRef<HTMLSpanElement>(null);
  const tick = useCallback(
    (nowMs: number) => {
      const { text, nextAtMs } = stateWords(t, item, { online, nowMs });
      if (words.current !== null) words.current.textContent = text;
      return nextAtMs;
    },
    [item, online, t],
  );
  useTick(tick);
  return <span ref={words} className={styles['stateWords']} />;
}

/** A reply's state with its sign. */
export function OutboxStateLine(props: { readonly item: OutboxView }): ReactElement {
  const { item } = props;
  const icon = ICONS[item.state] ?? 'send';
  return (
    <span className={cx(styles['state'], icon === 'warning' && styles['bad'])}>
      <Icon name={icon} small />
      <StateWords item={item} />
    </span>
  );
}
