import { AppFailure, appError } from '../../../shared/kernel/app-error.ts';
import type { NewEvent } from '../../../shared/domain/event.ts';
import {
  DEFAULT_CALENDAR,
  DEFAULT_POLICY,
  DEFAULT_TEAMS,
} from '../../../shared/domain/sla/defaults.ts';
import { quickFindings } from './checks.ts';
import { migrate, NEWEST_VERSION, schemaVersion } from './migrations/migrate.ts';
import { APPLICATION_ID } from './opening/inspect.ts';
import { isSqliteError, withDiskErrors } from './sqlite-errors.ts';
import { configure, isSqliteNewEnough, openFile, sqliteVersion, type WriteDb } from './sqlite.ts';

/** The key of `local_setting` under which a database keeps its own id. */
const DATABASE_ID = 'database_id';

/** Opens a database of ours and readies the connection. Throws AppFailure or SqliteError. */
export function connect(file: string): WriteDb {
  const db = openFile(file);
  try {
    if (!isSqliteNewEnough(sqliteVersion(db))) throw new AppFailure(appError('runtime_too_old'));
    configure(db);
    return db;
  } catch (cause) {
    db.close();
    throw cause;
  }
}

/**
 * Checks a database that nobody has open, and leaves it as it is (a read-only connection does not
 * even move its WAL). Throws AppFailure: `workspace_damaged`, or `workspace_newer`.
 */
export function requireSound(file: string): void {
  withDiskErrors(() => {
    const db = openFile(file, { readonly: true });
    try {
      if (db.pragma('application_id', { simple: true }) !== APPLICATION_ID) throw damaged();
      const version = schemaVersion(db);
      if (version > NEWEST_VERSION) throw new AppFailure(appError('workspace_newer', { version }));
      if (quickFindings(db).length > 0) throw damaged();
    } finally {
      db.close();
    }
  });
}

const damaged = (): AppFailure => new AppFailure(appError('workspace_damaged'));

/** Whether the schema in `file` is, word by word, what the migrations make. */
export function hasOurSchema(file: string): boolean {
  const ours = openFile(':memory:');
  const found = openFile(file, { readonly: true });
  try {
    migrate(ours);
    return schemaText(ours) === schemaText(found);
  } catch (cause) {
    if (!isSqliteError(cause)) throw cause;
    return false;
  } finally {
    ours.close();
    found.close();
  }
}

/** Statistics that `PRAGMA optimize` adds are not part of it. */
const schemaText = (db: WriteDb): string =>
  JSON.stringify(
    db
      .prepare(
        `SELECT type, name, tbl_name, sql FROM sqlite_schema
         WHERE name NOT LIKE 'sqlite_stat%' ORDER BY type, name`,
      )
      .raw()
      .all(),
  );

/** The id that a database keeps inside; null when it has none. */
export function databaseIdOf(db: WriteDb): string | null {
  const select = db.prepare('SELECT value FROM local_setting WHERE key = ?').pluck();
  return (select.get(DATABASE_ID) as string | undefined) ?? null;
}

/** Gives a new database its id. */
export function setDatabaseId(db: WriteDb, databaseId: string): void {
  db.prepare('INSERT INTO local_setting VALUES (?, ?)').run(DATABASE_ID, databaseId);
}

/** Moves everything from the WAL into the database file, as far as no reader is in the way. */
export function checkpoint(db: WriteDb): void {
  db.pragma('wal_checkpoint(TRUNCATE)');
}

/** The first facts of every workspace. They hold since ever, so they happened at 0. */
export function firstFacts(): readonly NewEvent[] {
  const common = {
    actor: 'system',
    accountId: null,
    conversationId: null,
    happenedAtMs: 0,
  } as const;
  return [
    ...DEFAULT_TEAMS.map(({ id, name, mark }): NewEvent<'team.set'> => ({
      ...common,
      kind: 'team.set',
      payload: { teamId: id, name, mark },
    })),
    { ...common, kind: 'calendar.set', payload: DEFAULT_CALENDAR },
    { ...common, kind: 'policy.set', payload: DEFAULT_POLICY },
  ];
}
