import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { AppFailure, appError } from '../../../shared/kernel/app-error.ts';
import { requireSound } from './database.ts';
import type { ReadDb } from './sqlite.ts';

/** How many automatic backups are kept. */
export const BACKUPS_KEPT = 7;

/** A copy is made only with this many times its size free: it must never fill the disk by itself. */
const FREE_FACTOR = 2.5;

/** Returns when the bytes of `path` (a file or a folder) are on the disk. */
export function syncPath(path: string): void {
  // Windows cannot sync a folder and needs no asking.
  if (process.platform === 'win32' && statSync(path).isDirectory()) return;
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Throws AppFailure `disk_full` unless a copy of `bytes` fits `folder` with room to spare. */
export function requireFreeSpace(folder: string, bytes: number): void {
  const { bavail, bsize } = statfsSync(folder);
  const freeBytes = bavail * bsize;
  if (freeBytes < bytes * FREE_FACTOR) {
    throw new AppFailure(appError('disk_full', { freeBytes, neededBytes: bytes * FREE_FACTOR }));
  }
}

/** The size of a database in bytes, its pages not yet checkpointed included. */
export const databaseBytes = (db: ReadDb): number =>
  Number(db.pragma('page_count', { simple: true })) *
  Number(db.pragma('page_size', { simple: true }));

/** An SQL text literal: `VACUUM INTO` takes no bound value on every connection. */
export const sqlText = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Where a copy grows before it takes its name. */
export const temporaryOf = (target: string): string => `${target}.new`;

/** Readies the place for a copy: its folder, room, no left-over of an earlier try. */
export function prepareCopy(target: string, bytes: number): void {
  mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
  requireFreeSpace(dirname(target), bytes);
  rmSync(temporaryOf(target), { force: true });
}

/** Gives a finished copy, checked and on the disk, its name. */
export function nameCopy(target: string): void {
  renameSync(temporaryOf(target), target);
  syncPath(dirname(target));
}

/** Copies the whole database into `target`: one file, sound and complete, or none. Returns its bytes. */
export function backupTo(db: ReadDb, target: string): number {
  prepareCopy(target, databaseBytes(db));
  try {
    db.exec(`VACUUM INTO ${sqlText(temporaryOf(target))}`);
    syncPath(temporaryOf(target));
    requireSound(temporaryOf(target));
    nameCopy(target);
    return statSync(target).size;
  } catch (cause) {
    rmSync(temporaryOf(target), { force: true });
    throw cause;
  }
}

const BACKUP_NAME = /^workspace-(\d{15})(?:-before-\d+)?\.db$/;

/** The file name of an automatic backup; sorts by time as text. */
export const backupName = (atMs: number, beforeVersion?: number): string =>
  `workspace-${String(atMs).padStart(15, '0')}${beforeVersion === undefined ? '' : `-before-${beforeVersion}`}.db`;

/** Automatic backups in `folder`, newest first. */
export function listBackups(
  folder: string,
): readonly { readonly file: string; readonly atMs: number }[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .flatMap((name) => {
      const parts = BACKUP_NAME.exec(name);
      return parts === null ? [] : [{ file: join(folder, name), atMs: Number(parts[1]) }];
    })
    .sort((a, b) => b.atMs - a.atMs);
}

/** Keeps the newest {@link BACKUPS_KEPT} automatic backups. */
export function pruneBackups(folder: string): void {
  for (const { file } of listBackups(folder).slice(BACKUPS_KEPT)) rmSync(file, { force: true });
}
