import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import { useCallback, useEffect, useMemo, useRef, type ReactElement } from 'react';
import { useT } from '../../lib/i18n/i18n.ts';
import { registerPane } from '../../lib/panes.ts';
import { loadMore } from '../../state/inbox-load.ts';
import { holdList } from '../../state/prune.ts';
import { useApp } from '../../state/store.ts';
import { cx } from '../../ui/cx.ts';
import { GroupHeading } from './group-heading.tsx';
import type { ListItem } from './list-items.ts';
import { pressInList } from './list-keys.ts';
import { optionId, Row } from './row.tsx';
import styles from './rows.module.css';
import { useListItems } from './use-list-items.ts';

const ROW_PX = 72;
const HEADING_PX = 28;
/** The next page is asked for when the last loaded row is this near. */
const ASK_AHEAD = 30;

const heightOf = (item: ListItem | undefined): number =>
  item?.type === 'group' ? HEADING_PX : ROW_PX;
const keyOf = (item: ListItem | undefined): string =>
  item === undefined ? '' : item.type === 'row' ? item.id : `group ${item.group}`;

/** The heading that a scroll position stands under. */
const headingAbove = (items: readonly ListItem[], index: number): number => {
  for (let at = index; at >= 0; at -= 1) if (items[at]?.type === 'group') return at;
  return -1;
};

/** Renders what is visible, the heading above it, and the selected row wherever it is. */
function useVisible(items: readonly ListItem[], selectedIndex: number) {
  const scroller = useRef<HTMLDivElement>(null);
  const heading = useRef(-1);
  const extract = useCallback(
    (range: Range) => {
      heading.current = headingAbove(items, range.startIndex);
      const wanted = new Set([heading.current, selectedIndex, ...defaultRangeExtractor(range)]);
      return [...wanted].filter((index) => index >= 0).toSorted((a, b) => a - b);
    },
    [items, selectedIndex],
  );
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => heightOf(items[index]),
    getItemKey: (index) => keyOf(items[index]),
    rangeExtractor: extract,
    overscan: 6,
    scrollPaddingStart: HEADING_PX,
  });
  return { scroller, heading, virtualizer };
}

/** The rows as a listbox: one tab stop, the selected row is the active one. */
export function Rows(): ReactElement {
  const t = useT();
  const { items, dayEndMs } = useListItems();
  const selectedId = useApp((state) => state.inbox.selectedId);
  const view = useApp((state) => state.inbox.view);
  const total = useApp((state) => state.inbox.total);
  const selectedIndex = useMemo(
    () => items.findIndex((item) => item.type === 'row' && item.id === selectedId),
    [items, selectedId],
  );
  const { scroller, heading, virtualizer } = useVisible(items, selectedIndex);
  const visible = virtualizer.getVirtualItems();
  const lastVisible = virtualizer.range?.endIndex ?? 0;

  useEffect(() => registerPane('list', () => scroller.current?.focus()), [scroller]);
  const shownId = useRef<string | null>(null);
  useEffect(() => {
    // Only a new selection scrolls; rows that come or go do not.
    if (selectedIndex < 0 || shownId.current === selectedId) return;
    shownId.current = selectedId;
    virtualizer.scrollToIndex(selectedIndex, { align: 'auto' });
  }, [selectedId, selectedIndex, virtualizer]);
  useEffect(() => {
    if (lastVisible >= items.length - ASK_AHEAD) void loadMore();
  }, [lastVisible, items.length]);
  useEffect(() => () => holdList(false), []);

  return (
    <div
      ref={scroller}
      className={styles['scroller']}
      role="listbox"
      tabIndex={0}
      aria-label={t('inbox.conversations', { view: t(`view.${view}`) })}
      aria-activedescendant={selectedId === null ? undefined : optionId(selectedId)}
      onKeyDown={pressInList}
      onPointerEnter={() => holdList(true)}
      onPointerLeave={() => holdList(false)}
    >
      <div
        className={styles['all']}
        role="presentation"
        style={{ height: virtualizer.getTotalSize() }}
      >
        {visible.map(({ index, key, start }) => {
          const item = items[index];
          if (item === undefined) return null;
          const sticks = index === heading.current;
          return (
            <div
              key={key}
              role="presentation"
              className={cx(styles['item'], sticks && styles['sticky'])}
              style={sticks ? undefined : { transform: `translateY(${start}px)` }}
            >
              {item.type === 'group' ? (
                <GroupHeading item={item} />
              ) : (
                <Row
                  id={item.id}
                  selected={item.id === selectedId}
                  position={item.position}
                  setSize={total ?? -1}
                  dayEndMs={dayEndMs}
                />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}
