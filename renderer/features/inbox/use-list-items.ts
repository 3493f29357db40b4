import { useCallback, useMemo } from 'react';
import { useNow } from '../../lib/clock/use-clock.ts';
import { endOfDayMs } from '../../lib/format/date.ts';
import { isPendingView } from '../../state/inbox.ts';
import { appState, useApp } from '../../state/store.ts';
import { groupedItems, nextBorderMs, plainItems, type ListItem } from './list-items.ts';

const dueTimes = (ids: readonly string[]): readonly (number | null)[] => {
  const { conversations } = appState().records;
  return ids.map((id) => conversations[id]?.timer.dueAtMs ?? null);
};

/** Returns the lines of the list and renders again only when a row comes, goes or changes group. */
export function useListItems(): {
  readonly items: readonly ListItem[];
  /** The end of the local day: rows write their times by it. */
  readonly dayEndMs: number;
} {
  const ids = useApp((state) => state.inbox.ids);
  const view = useApp((state) => state.inbox.view);
  const complete = useApp((state) => state.inbox.nextCursor === null);
  const next = useCallback((at: number) => nextBorderMs(dueTimes(ids), at, endOfDayMs(at)), [ids]);
  const nowMs = useNow(next);
  // Which rows are pending, as one value: a row that is answered may let its group go.
  const pending = useApp(({ records }) =>
    ids.map((id) => (records.conversations[id]?.status === 'pending' ? '1' : '0')).join(''),
  );
  const dayEndMs = endOfDayMs(nowMs);
  const items = useMemo(() => {
    if (!isPendingView(view)) return plainItems(ids);
    const rows = appState().records.conversations;
    return groupedItems({ ids, rows, nowMs, endOfDayMs: dayEndMs, complete });
    // `pending` stands for the part of the records that groups depend on.
  }, [ids, view, nowMs, dayEndMs, complete, pending]);
  return { items, dayEndMs };
}
