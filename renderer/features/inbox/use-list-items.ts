import { useCallback, useMemo } from 'react';
import { useNow } from '../../lib/clock/use-clock.ts';
import { endOfDayMs } from '../../lib/format/date.ts';
import { isPendingView } from '../../state/inbox.ts';
import { useApp, type AppState } from '../../state/store.ts';
import {
  groupedItems,
  nextBorderMs,
  plainItems,
  type DueRow,
  type ListItem,
} from './list-items.ts';

/** Returns a selector of the rows' turns and deadlines as one text; it works only when rows changed. */
function dueKeySelector(ids: readonly string[]): (state: AppState) => string {
  let last: AppState['records']['conversations'] | null = null;
  let key = '';
  return ({ records: { conversations } }) => {
    if (conversations === last) return key;
    last = conversations;
    key = ids
      .map((id) => {
        const row = conversations[id];
        return `${row?.status === 'pending' ? '1' : '0'}${row?.timer.dueAtMs ?? ''}`;
      })
      .join(' ');
    return key;
  };
}

/** Returns what groups depend on: a new value only when some row's deadline or turn changed. */
function useDueRows(ids: readonly string[]): readonly DueRow[] {
  const select = useMemo(() => dueKeySelector(ids), [ids]);
  const key = useApp(select);
  return useMemo(() => {
    const parts = key.split(' ');
    return ids.map((id, index): DueRow => {
      const part = parts[index] ?? '0';
      const due = part.slice(1);
      return { id, pending: part.startsWith('1'), dueAtMs: due === '' ? null : Number(due) };
    });
  }, [ids, key]);
}

/** Returns the lines of the list and renders again only when a row comes, goes or changes group. */
export function useListItems(): {
  readonly items: readonly ListItem[];
  /** The end of the local day: rows write their times by it. */
  readonly dayEndMs: number;
} {
  const ids = useApp((state) => state.inbox.ids);
  const view = useApp((state) => state.inbox.view);
  const complete = useApp((state) => state.inbox.nextCursor === null);
  const rows = useDueRows(ids);
  const next = useCallback(
    (nowMs: number) => {
      const due = rows.filter(({ pending }) => pending).map(({ dueAtMs }) => dueAtMs);
      return nextBorderMs(due, nowMs, endOfDayMs(nowMs));
    },
    [rows],
  );
  const nowMs = useNow(next);
  const dayEndMs = endOfDayMs(nowMs);
  const items = useMemo(
    () =>
      isPendingView(view)
        ? groupedItems(rows, { nowMs, endOfDayMs: dayEndMs }, complete)
        : plainItems(ids),
    [ids, rows, view, nowMs, dayEndMs, complete],
  );
  return { items, dayEndMs };
}
