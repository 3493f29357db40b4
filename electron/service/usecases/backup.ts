import type { Inbox } from './inbox.ts';

const LAST_BACKUP = 'backup.lastAtMs';
const DAY_MS = 86_400_000;

/** Where automatic backups go, and how many stay. */
export interface BackupFolder {
  /** The file for a backup made at this instant. */
  fileFor(atMs: number): string;
  /** Removes the oldest beyond those that are kept. */
  prune(): void;
}

export interface BackupDone {
  readonly file: string;
  readonly bytes: number;
}

/** Copies the workspace into `file`. Throws AppFailure (`disk_full`, `workspace_read_only`). */
export function backupInto(inbox: Inbox, file: string): BackupDone {
  return { file, bytes: inbox.store.backup(file) };
}

/** Copies the workspace into its own backup folder. Throws AppFailure as {@link backupInto}. */
export function backupNow(inbox: Inbox, folder: BackupFolder): BackupDone {
  const nowMs = inbox.clock.now();
  const done = backupInto(inbox, folder.fileFor(nowMs));
  inbox.store.setLocalSetting(LAST_BACKUP, String(nowMs));
  folder.prune();
  inbox.changes.publish({ type: 'settings' });
  return done;
}

/** When the latest automatic backup was made, or null. */
export function lastBackupAtMs({ store }: Pick<Inbox, 'store'>): number | null {
  const text = store.localSetting(LAST_BACKUP);
  return text === null ? null : Number(text);
}

/** When the next one is due: a day after the latest, the first one a while after the first start. */
export function nextBackupAtMs(inbox: Inbox): number {
  const last = lastBackupAtMs(inbox);
  // A clock that was set back must not put backups off for ever.
  const believed = last !== null && last <= inbox.clock.now() ? last : null;
  return believed === null ? inbox.clock.now() + DAY_MS / 24 : believed + DAY_MS;
}
