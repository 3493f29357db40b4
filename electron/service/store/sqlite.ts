import { createRequire } from 'node:module';
import type Database from 'better-sqlite3';
import { AppFailure, appError } from '../../../shared/kernel/app-error.ts';

declare const readable: unique symbol;
declare const writable: unique symbol;

/** A connection that queries may read from. */
export type ReadDb = Database.Database & { readonly [readable]: true };

/** The one connection that may write; only the writer's modules take it. */
export type WriteDb = ReadDb & { readonly [writable]: true };

export type SqlValue = string | number | null;

type Library = new (file: string, options?: Database.Options) => Database.Database;

/** Versions before it could corrupt a WAL shared by two connections (fixed in SQLite 3.51.3). */
const OLDEST_SQLITE = [3, 51, 3] as const;

/**
 * The absolute path of better-sqlite3's entry, for a worker thread that loads it by itself.
 * Throws when the package is not installed.
 */
export const sqlitePath = (): string => createRequire(import.meta.url).resolve('better-sqlite3');

/** The Node-API that better-sqlite3 is built for; an older runtime crashes in it instead of failing. */
const NODE_API = 10;

/**
 * Opens `file`. The library is loaded at the first call and not at import, so that the service's
 * bundle still loads on a runtime that cannot run it, and can say so. Throws SqliteError, or
 * AppFailure `runtime_too_old`.
 */
export function openFile(file: string, options?: Database.Options): WriteDb {
  if (Number(process.versions['napi']) < NODE_API) {
    throw new AppFailure(appError('runtime_too_old', { napi: process.versions['napi'] ?? '' }));
  }
  const SqliteLibrary = createRequire(import.meta.url)('better-sqlite3') as Library;
  return new SqliteLibrary(file, options) as WriteDb;
}

/** The version of the SQLite inside. */
export const sqliteVersion = (db: ReadDb): string =>
  String(db.prepare('SELECT sqlite_version()').pluck().get());

/** Whether `version` is at least {@link OLDEST_SQLITE}. */
export function isSqliteNewEnough(version: string): boolean {
  const parts = version.split('.').map(Number);
  for (const [index, least] of OLDEST_SQLITE.entries()) {
    const part = parts[index] ?? 0;
    if (part !== least) return part > least;
  }
  return true;
}

/** Sets what every connection of ours needs: see the README for the why of each. */
export function configure(db: WriteDb): void {
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
  db.pragma('busy_timeout = 5000');
  db.pragma('trusted_schema = OFF');
  db.pragma('cell_size_check = ON');
  db.pragma('mmap_size = 0');
  // A statement with triggers keeps a journal of its own: in a file it costs more than the rows.
  db.pragma('temp_store = MEMORY');
  db.pragma('cache_size = -32000');
}
