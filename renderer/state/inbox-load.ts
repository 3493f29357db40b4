import type { InboxFilter, View } from '../../shared/contract/schemas.ts';
import { clock } from '../lib/clock/clock.ts';
import { endOfDayMs } from '../lib/format/date.ts';
import { filterOf, hasSegments, PAGE_ROWS, type InboxQuery, type Segment } from './inbox.ts';
import { withRows } from './records.ts';
import { ask, type Answers } from './service.ts';
import { appState, update } from './store.ts';

type Page = Answers['inbox']['page'];

/** Most rows that one refresh asks for: what the contract allows. */
const MOST_ROWS = 200;

/** Name of who sits here; empty before the service has said so. */
export const agentName = (): string => appState().session.hello?.agent.name ?? '';

const queryNow = (): InboxQuery => {
  const { view, filter, segment } = appState().inbox;
  return { view, filter, segment };
};

const isStill = (query: InboxQuery): boolean => {
  const now = appState().inbox;
  return now.view === query.view && now.filter === query.filter && now.segment === query.segment;
};

const askPage = (query: InboxQuery, cursor: Page['nextCursor'], limit: number) =>
  ask((service) =>
    service.inbox.page({ view: query.view, filter: filterOf(query, agentName()), cursor, limit }),
  );

/** Reads the list anew; the rows on the screen stay until the answer is there. */
export async function refreshList(): Promise<void> {
  const query = queryNow();
  const shown = appState().inbox.ids.length;
  update.inbox(() => ({ phase: shown === 0 ? 'loading' : 'refreshing' }));
  const answer = await askPage(query, null, Math.min(MOST_ROWS, Math.max(PAGE_ROWS, shown)));
  if (!isStill(query)) return;
  if (!answer.ok) return update.inbox(() => ({ phase: 'failed', error: answer.error }));
  const { rows, nextCursor, total } = answer.value;
  update.records((records) => withRows(records, rows));
  update.inbox((inbox) => ({
    ids: rows.map((row) => row.id),
    nextCursor,
    total,
    totals: { ...inbox.totals, [query.segment]: total },
    phase: 'idle',
    error: null,
    arrivals: [],
  }));
  void refreshTotals();
}

/** Reads the rows below the last one, once at a time. */
export async function loadMore(): Promise<void> {
  const query = queryNow();
  const { nextCursor, phase } = appState().inbox;
  if (nextCursor === null || phase !== 'idle') return;
  update.inbox(() => ({ phase: 'more' }));
  const answer = await askPage(query, nextCursor, PAGE_ROWS);
  if (!isStill(query)) return;
  if (!answer.ok) return update.inbox(() => ({ phase: 'idle' }));
  const { rows, total } = answer.value;
  update.records((records) => withRows(records, rows));
  update.inbox((inbox) => ({
    ids: [...new Set([...inbox.ids, ...rows.map((row) => row.id)])],
    nextCursor: answer.value.nextCursor,
    total,
    phase: 'idle',
  }));
}

/** Opens a view of the inbox; nothing is selected in it. */
export function openView(view: View, filter: Omit<InboxFilter, 'assignee'> = {}): void {
  const { segment } = appState().inbox;
  update.layout((layout) => ({
    area: 'inbox',
    section: null,
    searching: layout.searching && filter.text !== undefined,
  }));
  update.inbox(() => ({
    view,
    filter,
    segment: hasSegments(view) ? segment : 'all',
    ids: [],
    nextCursor: null,
    total: null,
    totals: {},
    arrivals: [],
    selectedId: null,
  }));
  void refreshList();
}

/** Narrows the list to one segment. */
export function setSegment(segment: Segment): void {
  update.inbox(() => ({ segment, ids: [], nextCursor: null, arrivals: [] }));
  void refreshList();
}

/** Narrows the list to conversations that hold these words; empty words widen it again. */
export function setSearch(text: string): void {
  const words = text.trim().slice(0, 200);
  update.inbox(({ filter }) => {
    const { text: _before, ...rest } = filter;
    return { filter: words === '' ? rest : { ...rest, text: words }, totals: {}, arrivals: [] };
  });
  void refreshList();
}

const SEGMENTS: readonly Segment[] = ['all', 'mine', 'unassigned'];

/** Counts the view's segments anew, for the numbers beside its name and on its buttons. */
export async function refreshTotals(): Promise<void> {
  const query = queryNow();
  const segments = hasSegments(query.view) ? SEGMENTS : [query.segment];
  for (const segment of segments) {
    const answer = await askPage({ ...query, segment }, null, 1);
    if (!answer.ok || !isStill(query)) return;
    const { total } = answer.value;
    update.inbox((inbox) => ({
      totals: { ...inbox.totals, [segment]: total },
      ...(segment === query.segment ? { total } : {}),
    }));
  }
}

/** Reads the rail's numbers anew. */
export async function refreshCounts(): Promise<void> {
  const nowMs = clock.now();
  const answer = await ask((service) =>
    service.inbox.counts({ nowMs, endOfDayMs: endOfDayMs(nowMs) }),
  );
  if (answer.ok) update.counts(() => ({ value: answer.value }));
}

/** Reads the accounts and their health anew. */
export async function refreshAccounts(): Promise<void> {
  const answer = await ask((service) => service.accounts.list());
  if (answer.ok) update.records(() => ({ accounts: answer.value }));
}
