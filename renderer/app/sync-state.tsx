import { useCallback, useRef, type ReactElement } from 'react';
import type { AccountView } from '../../shared/contract/channel-schemas.ts';
import { commandOf } from '../commands/registry.ts';
import { useTick } from '../lib/clock/use-clock.ts';
import { formatAgo, nextChangeInMs } from '../lib/format/duration.ts';
import { formatNumber } from '../lib/format/number.ts';
import { useT, type Translate } from '../lib/i18n/i18n.ts';
import { isFirstRead } from '../state/account-facts.ts';
import { openArea } from '../state/layout-actions.ts';
import { useApp } from '../state/store.ts';
import { cx } from '../ui/cx.ts';
import { Icon } from '../ui/icon/icon.tsx';
import styles from './title-bar.module.css';

interface Reading {
  readonly icon: 'refresh' | 'cloudOff' | 'warning';
  /** The words, or the oldest last read of any account: its age is then the words. */
  readonly text: string | { readonly sinceMs: number };
}

/** The least well read account speaks for all: nothing is claimed that one of them cannot keep. */
function readingOf(
  t: Translate,
  accounts: readonly AccountView[] | null,
  online: boolean,
): Reading {
  if (accounts === null) return { icon: 'refresh', text: '' };
  if (!online) return { icon: 'cloudOff', text: t('sync.offline') };
  if (accounts.length === 0) return { icon: 'refresh', text: t('sync.none') };
  if (accounts.some(({ health }) => health.state === 'error')) {
    return { icon: 'warning', text: t('sync.problem') };
  }
  if (accounts.some(isFirstRead)) {
    const items = accounts.reduce((sum, { health }) => sum + (health.readItems ?? 0), 0);
    const text =
      items === 0 ? t('sync.reading') : t('sync.readingItems', { n: formatNumber(items) });
    return { icon: 'refresh', text };
  }
  const reads = accounts.map(({ health }) => health.lastReadAtMs ?? 0);
  return { icon: 'refresh', text: { sinceMs: Math.min(...reads) } };
}

/** How fresh the inbox is. Reads all accounts when pressed; leads to the accounts when one failed. */
export function SyncState(): ReactElement {
  const t = useT();
  const accounts = useApp((state) => state.records.accounts);
  const online = useApp((state) => state.session.online);
  const { icon, text } = readingOf(t, accounts, online);
  const words = useRef<HTMLSpanElement>(null);
  const sinceMs = typeof text === 'string' ? null : text.sinceMs;
  const fixed = typeof text === 'string' ? text : '';
  const tick = useCallback(
    (nowMs: number) => {
      const agoMs = sinceMs === null ? 0 : Math.max(0, nowMs - sinceMs);
      const shown = sinceMs === null ? fixed : t('sync.updated', { ago: formatAgo(agoMs) });
      if (words.current !== null) words.current.textContent = shown;
      return sinceMs === null ? null : nowMs + nextChangeInMs(agoMs, 'up');
    },
    [fixed, sinceMs, t],
  );
  useTick(tick);
  const troubled = icon === 'warning';
  return (
    <button
      type="button"
      className={cx(styles['sync'], icon !== 'refresh' && styles['troubled'])}
      hidden={accounts === null}
      disabled={accounts === null || accounts.length === 0}
      data-tip={troubled ? t('rail.accounts') : t('sync.now')}
      onClick={() => (troubled ? openArea('settings', 'accounts') : void commandOf('sync').run())}
    >
      <Icon name={icon} small />
      <span ref={words} />
    </button>
  );
}
