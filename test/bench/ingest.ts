import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '../../electron/service/store/migrations/migrate.ts';
import { profileFiles } from '../../electron/service/store/profile-files.ts';
import { configure, openFile, type SqlValue } from '../../electron/service/store/sqlite.ts';
import { median, progress, round, type Part, type Scale } from './figures.ts';
import { ingest, openForBench } from './fill-store.ts';

const LEAST_RATIO = 0.25;
const RUNS = 3;

/** Every table that an ingest fills; full text and tally follow by trigger in both runs. */
const TABLES = ['event', 'conversation', 'message', 'obligation', 'outbox', 'context'] as const;

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

interface Run {
  readonly eventsPerSecond: number;
  readonly ratio: number;
}

/** Fills an empty store, then the same rows into another file without our code. */
function runOnce(conversations: number): Run {
  const folder = mkdtempSync(join(tmpdir(), 'riscontro-bench-'));
  try {
    const store = openForBench(folder);
    const { events, elapsedMs } = ingest(store, conversations);
    store.close();
    const bareMs = bareInsertMs(profileFiles(folder).database, join(folder, 'bare.db'));
    return { eventsPerSecond: (events / elapsedMs) * 1000, ratio: bareMs / elapsedMs };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * How fast facts go in: events a second in steps of a hundred conversations, each a transaction, and
 * the time that better-sqlite3 alone takes for the same rows in one transaction, as a share of ours.
 */
export function benchIngest({ ingested }: Scale): Part {
  const runs = Array.from({ length: RUNS }, (_, index) => {
    progress(`ingest: ${ingested} conversations, run ${index + 1} of ${RUNS}`);
    return runOnce(ingested);
  });
  const ratio = median(runs.map((run) => run.ratio));
  return {
    conversations: ingested,
    eventsPerSecond: round(median(runs.map((run) => run.eventsPerSecond))),
    ratioToBareSqlite: round(ratio, 3),
    target: `ratioToBareSqlite >= ${LEAST_RATIO}`,
    holds: ratio >= LEAST_RATIO,
  };
}
