import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { NewEvent } from '../../shared/domain/event.ts';
import {
  openStore,
  type OpenedStore,
  type OpenOptions,
} from '../../electron/service/store/open-store.ts';
import { profileFiles } from '../../electron/service/store/profile-files.ts';
import { openFile, type WriteDb } from '../../electron/service/store/sqlite.ts';
import { manualClock, type ManualClock } from './manual-clock.ts';
import { seededRandom } from './seeded-random.ts';
import { conversationFacts } from './store-facts.ts';

/** A Monday, 9:00 in Rome. */
export const NOW_MS = Date.parse('2026-11-23T08:00:00Z');
export const HOUR_MS = 3_600_000;
export const ACCOUNT = 'account-1';

/** A folder of its own that goes with the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'riscontro-store-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A workspace folder and all it takes to open it again and again. */
export interface Workspace {
  readonly folder: string;
  readonly files: ReturnType<typeof profileFiles>;
  readonly clock: ManualClock;
  readonly open: (options?: Partial<OpenOptions>) => OpenedStore;
  readonly tryOpen: (options?: Partial<OpenOptions>) => ReturnType<typeof openStore>;
  /** A second connection, to look at or to spoil what is stored. */
  readonly raw: () => WriteDb;
}

/** Returns a workspace in `folder`; ids and time are the same in every run. */
export function workspace(folder: string = temporaryFolder(), seed = 1): Workspace {
  const random = seededRandom(seed);
  const clock = manualClock(NOW_MS);
  const files = profileFiles(folder);
  const ids = { next: () => random.uuid(clock.now()) };
  const tryOpen: Workspace['tryOpen'] = (options) =>
    openStore({ profileDir: folder, ids, clock, node: 'test', caretaker: false, ...options });
  return {
    folder,
    files,
    clock,
    tryOpen,
    open: (options) => {
      const opened = tryOpen(options);
      if (!opened.ok) throw new Error(`The store does not open: ${opened.error.code}`);
      return opened.value;
    },
    raw: () => openFile(files.database),
  };
}

/** The fact that connects the account which {@link someConversations} belong to. */
export const accountAdded = (accountId: string = ACCOUNT): NewEvent<'account.added'> => ({
  kind: 'account.added',
  actor: 'agent:Anna',
  accountId,
  conversationId: null,
  happenedAtMs: NOW_MS,
  payload: {
    channel: 'facebook',
    externalId: '1000',
    name: 'La Pagina',
    baseUrl: 'http://127.0.0.1:9',
    teamId: 'care',
    practice: true,
  },
});

/** Facts of `count` conversations, made from `seed`: about half of them wait for an answer. */
export function someConversations(
  count: number,
  seed: number,
  accountId: string = ACCOUNT,
): readonly (readonly NewEvent[])[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => {
    const openedAtMs = NOW_MS - random.below(30 * 24) * HOUR_MS;
    const conversationId = random.uuid(openedAtMs);
    return conversationFacts({ random, accountId, conversationId, openedAtMs, answered: 0.5 });
  });
}

const DERIVED = [
  'conversation',
  'message',
  'obligation',
  'outbox',
  'participant',
  'customer',
  'context',
  'tally',
] as const;

/** Every derived row as text, in an order that does not depend on how it came about. */
export function derivedRows(db: WriteDb): Readonly<Record<string, readonly string[]>> {
  const rowsOf = (table: string): readonly string[] =>
    (db.prepare(`SELECT * FROM ${table}`).all() as Record<string, unknown>[])
      // Row numbers are the store's own business; empty tallies say nothing.
      .filter((row) => row['conversations'] !== 0)
      .map(({ n: _, ...row }) => JSON.stringify(row))
      .toSorted();
  return Object.fromEntries(DERIVED.map((table) => [table, rowsOf(table)]));
}

/** Overwrites a page of an index that nobody reads at opening; every fact can still be read. */
export function spoilIndex({ files, raw }: Workspace): void {
  const db = raw();
  const root = db.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'inbox_all'");
  const page = Number(root.pluck().get());
  const size = Number(db.pragma('page_size', { simple: true }));
  db.close();
  const bytes = readFileSync(files.database);
  writeFileSync(files.database, bytes.fill(0xff, (page - 1) * size, page * size));
}
