import { mkdir, open, rm, writeFile } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import { numberedFileName } from '../../../shared/domain/mail/file-name.ts';
import { appError, type AppError } from '../../../shared/kernel/app-error.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { FileSaver, SavedFile } from '../ports/file-saver.ts';
import { codeOf } from './disk-error.ts';

const MODE = 0o600;
/** More files of one name in one folder are nobody's wish. */
const MOST_OF_A_NAME = 999;

/** Returns what writes files into a person's folders. `platform` as Node names it. */
export const fileSaver = (platform: NodeJS.Platform = process.platform): FileSaver => ({
  save: (folder, name, bytes) =>
    underFreeName(folder, name, (file) => saveNew(file, bytes, platform)),
  makeFolder: (parent, name) => underFreeName(parent, name, makeNew),
});

type Saved = Result<SavedFile, AppError>;

/** Tries the name, then the same with a number; `make` returns null where the name is taken. */
async function underFreeName(
  folder: string,
  name: string,
  make: (file: SavedFile) => Promise<Saved | null>,
): Promise<Saved> {
  if (!isAbsolute(folder)) return err(appError('bad_input', { field: 'folder' }));
  for (let count = 1; count <= MOST_OF_A_NAME; count += 1) {
    const own = numberedFileName(name, count);
    const saved = await make({ path: join(folder, own), name: own });
    if (saved !== null) return saved;
  }
  return err(appError('folder_unwritable', { cause: 'EEXIST' }));
}

async function makeNew(folder: SavedFile): Promise<Saved | null> {
  try {
    await mkdir(folder.path, { mode: 0o700 });
    return ok(folder);
  } catch (cause) {
    return codeOf(cause) === 'EEXIST' ? null : err(refusal(cause));
  }
}

/** Null: the name is taken. Nothing is followed and nothing overwritten (`O_EXCL`). */
async function saveNew(
  file: SavedFile,
  bytes: Uint8Array | AsyncIterable<Uint8Array>,
  platform: NodeJS.Platform,
): Promise<Result<SavedFile, AppError> | null> {
  try {
    const handle = await open(file.path, 'wx', MODE);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } catch (cause) {
      await rm(file.path, { force: true });
      throw cause;
    } finally {
      await handle.close();
    }
  } catch (cause) {
    return codeOf(cause) === 'EEXIST' ? null : err(refusal(cause));
  }
  if (platform === 'win32') await markAsForeign(file.path);
  return ok(file);
}

/** The mark of the web: Windows asks before it runs what came from elsewhere. Not every disk can keep it. */
const markAsForeign = (path: string): Promise<void> =>
  writeFile(`${path}:Zone.Identifier`, '[ZoneTransfer]\r\nZoneId=3\r\n').catch(() => {});

/** Why a folder of the person's own did not take a file; every reason of a disk's is an expected one. */
function refusal(cause: unknown): AppError {
  const code = codeOf(cause);
  if (code === null) throw cause;
  return code === 'ENOSPC' || code === 'EDQUOT'
    ? appError('disk_full')
    : appError('folder_unwritable', { cause: code });
}
