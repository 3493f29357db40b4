import { backupNow, nextBackupAtMs, type BackupFolder } from '../usecases/backup.ts';
import type { Inbox } from '../usecases/inbox.ts';
import { attempt } from '../usecases/inbox.ts';
import type { Scheduler } from './scheduler.ts';

const BACKUP = 'backup';
const AFTER_FAILURE_MS = 3_600_000;

/** Makes a backup every day while the program runs; a failed one is tried again in an hour. */
export function startDailyBackup(
  inbox: Inbox,
  scheduler: Scheduler,
  folder: BackupFolder,
): void {
  const plan = (atMs: number): void => scheduler.plan(BACKUP, atMs, run);
  async function run(): Promise<void> {
    const done = await attempt(() => backupNow(inbox, folder));
    if (!done.ok) inbox.logger.warn('backup.failed', { code: done.error.code });
    plan(done.ok ? nextBackupAtMs(inbox) : inbox.clock.now() + AFTER_FAILURE_MS);
  }
  plan(nextBackupAtMs(inbox));
}
