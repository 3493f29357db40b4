import { AppFailure, appError } from '../../../../shared/kernel/app-error.ts';
import type { ReadDb, WriteDb } from '../sqlite.ts';
import { first } from './0010-first.ts';
import { sources } from './0020-sources.ts';
import { actions } from './0030-actions.ts';
import { mail } from './0040-mail.ts';
import { mailDelivery } from './0041-mail-delivery.ts';
import { customers } from './0043-customers.ts';
import { mailDrafts } from './0044-mail-drafts.ts';
import { mailWords } from './0045-mail-words.ts';
import type { Migration } from './migration.ts';

/** All steps, oldest first. */
export const MIGRATIONS: readonly Migration[] = [
  first,
  sources,
  actions,
  mail,
  mailDelivery,
  customers,
  mailDrafts,
  mailWords,
];

/** The schema that this program writes. */
export const NEWEST_VERSION = Math.max(...MIGRATIONS.map((migration) => migration.version));

/** The schema of an open database; 0 when it has none of ours. */
export const schemaVersion = (db: ReadDb): number =>
  Number(db.pragma('user_version', { simple: true }));

/**
 * Brings the schema up to the newest of `migrations`, each step in its own transaction. Throws
 * AppFailure `workspace_newer`, with nothing touched, when a newer program has written it.
 */
export function migrate(db: WriteDb, migrations: readonly Migration[] = MIGRATIONS): void {
  const version = schemaVersion(db);
  const newest = migrations.at(-1)?.version ?? 0;
  if (version > newest) throw new AppFailure(appError('workspace_newer', { version, newest }));
  for (const migration of migrations) {
    if (migration.version <= version) continue;
    db.transaction(() => {
      migration.up(db);
      db.pragma(`user_version = ${migration.version}`);
    }).immediate();
  }
}
