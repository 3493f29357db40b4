import type { PageCursor } from '../../electron/service/ports/store.ts';
import type { OpenedStore } from '../../electron/service/store/open-store.ts';
import type { InboxFilter, View } from '../../shared/contract/schemas.ts';
import { progress, quantile, round, type Part, type Scale } from './figures.ts';
import { openForBench } from './fill-store.ts';
import { withFilledWorkspace } from './filled-workspace.ts';

const MOST_P99_MS = 5;
const PAGE = 50;
const PAGES = 3;
const HALF_DAY_MS = 43_200_000;

const VIEWS: readonly View[] = [
  'to_answer',
  'due_soon',
  'mentions',
  'waiting',
  'outgoing',
  'failed',
  'all',
];
const FILTERS: readonly InboxFilter[] = [{}, { teamId: 'communication' }, { kind: 'visitor_post' }];

const timeMs = (work: () => unknown): number => {
  const startedAt = performance.now();
  work();
  return performance.now() - startedAt;
};

/** Asks a view for its first pages; milliseconds of each answer. */
function viewTimes(store: OpenedStore, view: View, filter: InboxFilter): readonly number[] {
  const times: number[] = [];
  let cursor: PageCursor | null = null;
  do {
    const startedAt = performance.now();
    const answer = store.page({ view, filter, cursor, limit: PAGE, nowMs: Date.now() });
    times.push(performance.now() - startedAt);
    cursor = answer.nextCursor;
  } while (cursor !== null && times.length < PAGES);
  return times;
}

/** Asks every view, with and without filters, again and again; sorted. */
const pageTimes = (store: OpenedStore, rounds: number): readonly number[] =>
  Array.from({ length: rounds }, () =>
    VIEWS.flatMap((view) => FILTERS.flatMap((filter) => viewTimes(store, view, filter))),
  )
    .flat()
    .toSorted((a, b) => a - b);

function measure(folder: string, { stored, rounds }: Scale): Part {
  progress(`inboxPage: every view of ${stored} conversations, ${rounds} rounds`);
  let store = openForBench(folder);
  store.close();
  const openMs = timeMs(() => {
    store = openForBench(folder);
  });
  const times = pageTimes(store, rounds);
  const nowMs = Date.now();
  const countsMs = timeMs(() => store.counts(nowMs, nowMs + HALF_DAY_MS));
  const filter = { text: 'bolletta rimb' };
  const searchMs = timeMs(() =>
    store.page({ view: 'all', filter, cursor: null, limit: PAGE, nowMs }),
  );
  store.close();
  const p99Ms = quantile(times, 0.99);
  return {
    conversations: stored,
    pages: times.length,
    p50Ms: round(quantile(times, 0.5), 3),
    p99Ms: round(p99Ms, 3),
    storeOpenMs: round(openMs),
    countsMs: round(countsMs, 3),
    searchMs: round(searchMs),
    target: `p99Ms < ${MOST_P99_MS}`,
    holds: p99Ms < MOST_P99_MS,
  };
}

/** How fast pages of the inbox come out of a full store; all times in milliseconds. */
export const benchInboxPage = (scale: Scale): Promise<Part> =>
  withFilledWorkspace(scale.stored, (folder) => measure(folder, scale));
