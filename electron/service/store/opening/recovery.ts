import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { appError, AppFailure } from '../../../../shared/kernel/app-error.ts';
import { listBackups, requireFreeSpace, syncPath } from '../backup.ts';
import { requireSound } from '../database.ts';
import { databaseFiles, type ProfileFiles } from '../profile-files.ts';
import { diskErrorOf } from '../sqlite-errors.ts';
import { createDatabase } from './create.ts';
import { DAMAGES, type Damage } from './inspect.ts';

/** What was lost, as far as the files tell. */
export interface Loss {
  readonly damage: Damage;
  /** Where the damaged files lie now; null when there was none to move. */
  readonly movedTo: string | null;
  /** The backup that took their place; null when the workspace began anew or went on as it was. */
  readonly restoredFrom: string | null;
}

/** What was lost and what was brought back: told to the person, never silent. */
export interface Recovery extends Loss {
  /** Facts found in the damaged file or the outbox journal that the restored one did not know. */
  readonly factsBack: number;
  /** Replies that now wait for a person's decision. */
  readonly repliesStopped: number;
}

const lossSchema = z.object({
  damage: z.enum(DAMAGES),
  movedTo: z.string().nullable(),
  restoredFrom: z.string().nullable(),
});

/** A recovery that a crash interrupted; null when none is under way. */
export function unfinishedRecovery({ recovery }: ProfileFiles): Loss | null {
  if (!existsSync(recovery)) return null;
  try {
    return lossSchema.parse(JSON.parse(readFileSync(recovery, 'utf8')));
  } catch {
    return { damage: 'pages_damaged', movedTo: null, restoredFrom: null };
  }
}

/** Everything that could be brought back is in the database. */
export function endRecovery({ recovery }: ProfileFiles): void {
  rmSync(recovery, { force: true });
}

function noteRecovery({ recovery }: ProfileFiles, loss: Loss): Loss {
  writeFileSync(recovery, JSON.stringify(loss), { mode: 0o600 });
  syncPath(recovery);
  return loss;
}

/** A folder that no earlier damage uses. */
function placeAside(files: ProfileFiles, nowMs: number): string {
  for (let number = 1; ; number += 1) {
    const folder = join(files.aside, `${nowMs}-${number}`);
    if (!existsSync(folder)) return folder;
  }
}

function moveAside(files: ProfileFiles, folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const file of databaseFiles(files.database)) {
    if (existsSync(file)) renameSync(file, join(folder, basename(file)));
  }
  syncPath(folder);
  syncPath(files.folder);
}

function isSound(file: string): boolean {
  try {
    requireSound(file);
    return true;
  } catch (cause) {
    // A backup that cannot be used, for whatever reason of its own, is passed over.
    if (diskErrorOf(cause) === null) throw cause;
    return false;
  }
}

/** Puts the newest good backup in the database's place. Returns its name; null when there is none. */
function restoreBackup(files: ProfileFiles): string | null {
  const good = listBackups(files.backups).find(({ file }) => isSound(file));
  if (good === undefined) return null;
  requireFreeSpace(files.folder, statSync(good.file).size);
  const temporary = `${files.database}.new`;
  copyFileSync(good.file, temporary);
  syncPath(temporary);
  renameSync(temporary, files.database);
  syncPath(files.folder);
  return basename(good.file);
}

/**
 * Puts a sound database in the place of a damaged or missing one: moves the damaged files aside,
 * together; restores the newest good backup, or begins anew. A file that is simply not there (a
 * folder not mounted yet) and has no backup is not made anew: throws `workspace_missing`. What can
 * be read of the damaged file is brought back afterwards; {@link endRecovery} ends it.
 */
export function recoverFiles(
  files: ProfileFiles,
  damage: Damage,
  fresh: { readonly nowMs: number; readonly databaseId: string },
): Loss {
  const present = existsSync(files.database);
  const movedTo = present ? placeAside(files, fresh.nowMs) : null;
  if (movedTo === null && listBackups(files.backups).length === 0) {
    throw new AppFailure(appError('workspace_missing'));
  }
  const loss = noteRecovery(files, { damage, movedTo, restoredFrom: null });
  return fillPlace(files, loss, fresh.databaseId);
}

/** The second half of {@link recoverFiles}, also taken up again after a crash. */
export function fillPlace(files: ProfileFiles, loss: Loss, databaseId: string): Loss {
  if (loss.movedTo !== null) moveAside(files, loss.movedTo);
  const restoredFrom = restoreBackup(files);
  if (restoredFrom === null) createDatabase(files, databaseId);
  return noteRecovery(files, { ...loss, restoredFrom });
}
