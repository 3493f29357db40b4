import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { err, ok } from '../../../shared/kernel/result.ts';
import type { RawMails } from '../ports/raw-mails.ts';
import { diskError } from './disk-error.ts';
import { writeAtomic } from './write-atomic.ts';

const pack = promisify(gzip);
const unpack = promisify(gunzip);

const MODE = 0o600;
/** Ids come back from facts: nothing else may become part of a path. */
const ID = /^[0-9a-f]{64}$/;
/** Larger than any mail that is fetched whole: what unpacks to more was not written by us. */
const MOST_BYTES = 64 * 2 ** 20;

/** A folder for each first byte: none grows beyond what file managers bear. */
const fileOf = (folder: string, id: string): string => join(folder, id.slice(0, 2), `${id}.eml.gz`);

const idOf = (raw: Uint8Array): string => createHash('sha256').update(raw).digest('hex');

/** Returns the mails kept in this folder, each a packed file that only its owner can read. */
export const rawMails = (folder: string): RawMails => ({
  idOf,
  keep: async (raw) => {
    const id = idOf(raw);
    const file = fileOf(folder, id);
    if (existsSync(file)) return ok(id);
    try {
      await mkdir(dirname(file), { recursive: true, mode: 0o700 });
      await writeAtomic(file, await pack(raw), MODE);
      return ok(id);
    } catch (cause) {
      return err(diskError(cause));
    }
  },
  load: async (id) => {
    if (!ID.test(id)) return null;
    try {
      const raw = await unpack(await readFile(fileOf(folder, id)), { maxOutputLength: MOST_BYTES });
      return idOf(raw) === id ? raw : null;
    } catch {
      return null;
    }
  },
});
