import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AppFailure, appError } from '../../../../shared/kernel/app-error.ts';
import type { Clock, Ids } from '../../ports/clock.ts';
import { backupName, backupTo, listBackups, pruneBackups } from '../backup.ts';
import { connect, databaseIdOf, firstFacts, hasOurSchema, requireSound } from '../database.ts';
import { migrate, NEWEST_VERSION, schemaVersion } from '../migrations/migrate.ts';
import type { ProfileFiles } from '../profile-files.ts';
import { diskErrorOf, isSqliteError, withDiskErrors } from '../sqlite-errors.ts';
import type { WriteDb } from '../sqlite.ts';
import { assembleStore, type AssembledStore } from '../store.ts';
import { createDatabase } from './create.ts';
import { inspect } from './inspect.ts';
import { tidyJournal } from './journal-upkeep.ts';
import { endedUncleanly, readMarker, writeMarker } from './marker.ts';
import { fillPlace, recoverFiles, unfinishedRecovery, type Loss } from './recovery.ts';

/** What opening needs from outside. */
export interface Surroundings {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly node: string;
  readonly onDamage: () => void;
}

/** A database in its place, ready to use; `loss` when something of it was lost. */
export interface OpenedFiles {
  readonly db: WriteDb;
  readonly store: AssembledStore;
  readonly loss: Loss | null;
}

/** Finds, makes or recovers the database of a workspace and opens it. Throws AppFailure. */
export function openFiles(files: ProfileFiles, around: Surroundings): OpenedFiles {
  mkdirSync(files.folder, { recursive: true, mode: 0o700 });
  accessSync(files.folder, constants.W_OK);
  const wasClean = !endedUncleanly(files) && readMarker(files) !== null;
  const loss = fillWithDatabase(files, around);
  try {
    if (!wasClean) requireSound(files.database);
    return openDatabase(files, around, loss);
  } catch (cause) {
    if (!isDamage(cause, files)) throw cause;
    const found = recoverFiles(files, 'pages_damaged', freshness(around));
    return openDatabase(files, around, found);
  }
}

/**
 * Whether an opening failed over damage. A flipped byte in the schema's own text can pass every
 * check and then fail as bad SQL: that is damage when the schema is not what the migrations make.
 */
function isDamage(cause: unknown, files: ProfileFiles): boolean {
  const code = diskErrorOf(cause)?.code;
  if (code !== undefined) return code === 'workspace_damaged';
  return isSqliteError(cause) && !hasOurSchema(files.database);
}

const freshness = ({ clock, ids }: Surroundings) => ({
  nowMs: clock.now(),
  databaseId: ids.next(),
});

/** Sees to it that a database lies in its place. Returns what was lost before or on the way. */
function fillWithDatabase(files: ProfileFiles, around: Surroundings): Loss | null {
  const unfinished = unfinishedRecovery(files);
  if (unfinished !== null) {
    if (existsSync(files.database)) return unfinished;
    return fillPlace(files, unfinished, around.ids.next());
  }
  const expected = readMarker(files) !== null || listBackups(files.backups).length > 0;
  const found = inspect(files, expected);
  if (found.kind === 'damage') return recoverFiles(files, found.damage, freshness(around));
  if (found.kind === 'nothing') {
    createDatabase(files, around.ids.next());
    return null;
  }
  if (found.version > NEWEST_VERSION) {
    throw new AppFailure(appError('workspace_newer', { version: found.version }));
  }
  // A session that died leaves its WAL. Without it the newest changes are not here.
  const changesTaken = endedUncleanly(files) && !existsSync(`${files.database}-wal`);
  return changesTaken ? { damage: 'changes_missing', movedTo: null, restoredFrom: null } : null;
}

function openDatabase(files: ProfileFiles, around: Surroundings, before: Loss | null): OpenedFiles {
  const db = withDiskErrors(() => connect(files.database));
  try {
    return withDiskErrors(() => {
      migrateSafely(db, files, around.clock.now());
      const ownership = ownershipLoss(files, db);
      const loss = before ?? ownership;
      const store = assembleStore({
        ...around,
        db,
        journalFile: files.journal,
        readyJournal: (events) => {
          if (loss === null) tidyJournal(files.journal, events, around.clock.now());
        },
      });
      if (store.events.lastSeq() === 0) store.appender.append(firstFacts());
      return { db, store, loss };
    });
  } catch (cause) {
    db.close();
    throw cause;
  }
}

/** No step of a migration without a way back. */
function migrateSafely(db: WriteDb, files: ProfileFiles, nowMs: number): void {
  const version = schemaVersion(db);
  if (version > 0 && version < NEWEST_VERSION) {
    backupTo(db, join(files.backups, backupName(nowMs, NEWEST_VERSION)));
    pruneBackups(files.backups);
  }
  migrate(db);
}

/** Notes whose database this is; another one than before is used, but never silently. */
function ownershipLoss(files: ProfileFiles, db: WriteDb): Loss | null {
  const expected = readMarker(files);
  const found = databaseIdOf(db);
  if (found === null) throw new AppFailure(appError('workspace_damaged', { missing: 'id' }));
  if (expected === found) return null;
  writeMarker(files, found);
  return expected === null ? null : { damage: 'other_database', movedTo: null, restoredFrom: null };
}
