import type { Inbox } from './inbox.ts';

export interface BackupDone {
  readonly file: string;
  readonly bytes: number;
}

/** Copies the workspace into `file`. Throws AppFailure (`disk_full`, `workspace_read_only`). */
export function backupInto(inbox: Inbox, file: string): BackupDone {
  return { file, bytes: inbox.store.backup(file) };
}

/** Copies the workspace into its own backup folder. Throws AppFailure as {@link backupInto}. */
export function backupNow(inbox: Inbox): BackupDone {
  const done = backupInto(inbox, inbox.backups.fileFor(inbox.clock.now()));
  inbox.changes.publish({ type: 'settings' });
  return done;
}
