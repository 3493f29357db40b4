import { join } from 'node:path';

/** The files of a workspace that are the store's. */
export interface ProfileFiles {
  readonly folder: string;
  readonly database: string;
  /** Says which database belongs here; written once. */
  readonly marker: string;
  /** Exists while the database is open: there at start, the last end was not clean. */
  readonly inUse: string;
  /** Exists while a recovery is under way: what was lost. */
  readonly recovery: string;
  readonly journal: string;
  readonly backups: string;
  /** Damaged files, each set in a folder of its own; nothing in here is ever deleted. */
  readonly aside: string;
}

/** Returns the paths under a workspace folder. */
export const profileFiles = (folder: string): ProfileFiles => ({
  folder,
  database: join(folder, 'workspace.db'),
  marker: join(folder, 'workspace.json'),
  inUse: join(folder, 'workspace.in-use'),
  recovery: join(folder, 'workspace.recovery'),
  journal: join(folder, 'outbox.journal'),
  backups: join(folder, 'backups'),
  aside: join(folder, 'aside'),
});

/** A database and what SQLite keeps beside it: they only make sense together. */
export const databaseFiles = (database: string): readonly string[] => [
  database,
  `${database}-wal`,
  `${database}-shm`,
];
