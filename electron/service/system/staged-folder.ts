import { existsSync, readdirSync } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { AppError } from '../../../shared/kernel/app-error.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { diskError } from './disk-error.ts';
import { writeAtomic } from './write-atomic.ts';

const ID_LENGTH = 36;
/** Ids come back from the page: nothing else may become part of a path. */
const ID = /^[0-9a-f-]{36}$/;
const MODE = 0o600;

/** A folder of files by id, each with a label beside it, that only their owner can read. */
export interface StagedFolder {
  /** Keeps both, or neither. Errors: `disk_full`, `workspace_read_only`. */
  keep(id: string, label: string, bytes: Uint8Array): Promise<Result<void, AppError>>;
  /** Null: missing, or not readable: for whoever wants to send it, there is no such file. */
  read(id: string): Promise<Buffer | null>;
  label(id: string): Promise<string | null>;
  remove(id: string): Promise<void>;
  /** Removes everything that is not under these ids. */
  keepOnly(ids: ReadonlySet<string>): Promise<void>;
}

/** Returns the folder at this path; it is made when something is kept. */
export function stagedFolder(folder: string): StagedFolder {
  const remove = async (id: string): Promise<void> => {
    if (!ID.test(id)) return;
    await rm(join(folder, id), { force: true });
    await rm(labelFile(folder, id), { force: true });
  };
  const label = async (id: string): Promise<string | null> =>
    ID.test(id) ? ((await readOrNull(labelFile(folder, id)))?.toString('utf8') ?? null) : null;
  return {
    keep: async (id, text, bytes) => {
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        // The label first: a file that is there is whole.
        await writeAtomic(labelFile(folder, id), text, MODE);
        await writeAtomic(join(folder, id), bytes, MODE);
        return ok(undefined);
      } catch (cause) {
        await remove(id);
        return err(diskError(cause));
      }
    },
    read: (id) => (ID.test(id) ? readOrNull(join(folder, id)) : Promise.resolve(null)),
    label,
    remove,
    keepOnly: async (kept) => {
      // Listed at once: what is staged from now on is not among them.
      for (const entry of existsSync(folder) ? readdirSync(folder) : []) {
        if (!kept.has(entry.slice(0, ID_LENGTH))) await rm(join(folder, entry), { force: true });
      }
    },
  };
}

const labelFile = (folder: string, id: string): string => join(folder, `${id}.name`);

const readOrNull = (file: string): Promise<Buffer | null> => readFile(file).catch(() => null);
