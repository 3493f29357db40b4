/**
 * The store's figures: how fast facts go in, against better-sqlite3 alone, and how fast pages come
 * out with 100,000 conversations. Alone: `node test/bench/store.ts`.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '../../electron/service/store/migrations/migrate.ts';
import { profileFiles } from '../../electron/service/store/profile-files.ts';
import { configure, openFile, type SqlValue } from '../../electron/service/store/sqlite.ts';
import type { PageCursor } from '../../electron/service/ports/store.ts';
import type { OpenedStore } from '../../electron/service/store/open-store.ts';
import type { InboxFilter, View } from '../../shared/contract/schemas.ts';
import { fillStore, ingest, openForBench } from './fill-store.ts';

export { fillStore };

const INGESTED = 10_000;
const PAGED = 100_000;
const PAGE = 50;
const PAGES = 3;
const ROUNDS = 40;

/** Every table that an ingest fills; full text and tally follow by trigger in both runs. */
const TABLES = ['event', 'conversation', 'message', 'obligation', 'outbox', 'context'] as const;

const inTemporaryFolder = <T>(work: (folder: string) => T): T => {
  const folder = mkdtempSync(join(tmpdir(), 'riscontro-bench-'));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Inserts every row that a store ended up with, in one transaction; returns milliseconds. */
function bareInsertMs(source: string, target: string): number {
  const from = openFile(source, { readonly: true });
  const rows = TABLES.map((table) => ({
    table,
    rows: from.prepare(`SELECT * FROM ${table}`).raw().all() as SqlValue[][],
  }));
  from.close();
  const db = openFile(target);
  configure(db);
  migrate(db);
  const startedAt = performance.now();
  db.transaction(() => {
    for (const { table, rows: own } of rows) {
      const marks = (own[0] ?? []).map(() => '?').join(', ');
      if (marks === '') continue;
      const insert = db.prepare(`INSERT INTO ${table} VALUES (${marks})`);
      for (const row of own) insert.run(row);
    }
  }).immediate();
  const elapsedMs = performance.now() - startedAt;
  db.close();
  return elapsedMs;
}

function benchIngest(): Record<string, number> {
  return inTemporaryFolder((folder) => {
    const store = openForBench(folder);
    const { events, elapsedMs } = ingest(store, INGESTED);
    store.close();
    const bareMs = bareInsertMs(profileFiles(folder).database, join(folder, 'bare.db'));
    return {
      ingestEventsPerSecond: Math.round((events / elapsedMs) * 1000),
      ingestRatio: Number((bareMs / elapsedMs).toFixed(3)),
    };
  });
}

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

const percentile = (sorted: readonly number[], share: number): number =>
  Number((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(3));

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
const pageTimes = (store: OpenedStore): readonly number[] =>
  Array.from({ length: ROUNDS }, () =>
    VIEWS.flatMap((view) => FILTERS.flatMap((filter) => viewTimes(store, view, filter))),
  )
    .flat()
    .toSorted((a, b) => a - b);

function benchPages(): Record<string, number> {
  return inTemporaryFolder((folder) => {
    fillStore(folder, PAGED);
    const openedAt = performance.now();
    const store = openForBench(folder);
    const openMs = performance.now() - openedAt;
    const times = pageTimes(store);
    const countedAt = performance.now();
    store.counts(Date.now(), Date.now() + 43_200_000);
    const countsMs = performance.now() - countedAt;
    const searchedAt = performance.now();
    const text = 'bolletta rimb';
    store.page({ view: 'all', filter: { text }, cursor: null, limit: PAGE, nowMs: Date.now() });
    const searchMs = performance.now() - searchedAt;
    store.close();
    return {
      storeOpenMs: Math.round(openMs),
      inboxPageP50Ms: percentile(times, 0.5),
      inboxPageP99Ms: percentile(times, 0.99),
      inboxCountsMs: Number(countsMs.toFixed(3)),
      searchMs: Math.round(searchMs),
    };
  });
}

/** Returns the store's figures by name; times are milliseconds. */
export function benchStore(): Promise<Record<string, number>> {
  return Promise.resolve({ ...benchIngest(), ...benchPages() });
}

if (import.meta.main) console.log(JSON.stringify(await benchStore(), null, 2));
