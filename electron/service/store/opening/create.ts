import { renameSync, rmSync } from 'node:fs';
import { syncPath } from '../backup.ts';
import { checkpoint, connect, setDatabaseId } from '../database.ts';
import { migrate } from '../migrations/migrate.ts';
import { databaseFiles, type ProfileFiles } from '../profile-files.ts';
import { APPLICATION_ID } from './inspect.ts';

/**
 * Makes a new database beside its place and moves it there when it is whole: a crash on the way
 * leaves no half-made file where a database is expected.
 */
export function createDatabase(files: ProfileFiles, databaseId: string): void {
  const temporary = `${files.database}.new`;
  for (const file of databaseFiles(temporary)) rmSync(file, { force: true });
  const db = connect(temporary);
  try {
    db.pragma(`application_id = ${APPLICATION_ID}`);
    migrate(db);
    setDatabaseId(db, databaseId);
    checkpoint(db);
  } finally {
    db.close();
  }
  syncPath(temporary);
  renameSync(temporary, files.database);
  syncPath(files.folder);
}
