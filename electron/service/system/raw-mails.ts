import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { AppError } from '../../../shared/kernel/app-error.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { RawMails } from '../ports/raw-mails.ts';
import { diskError } from './disk-error.ts';
import { bundleName, digestOf, packBundle, unpackMail } from './mail-bundle.ts';
import { writeAtomic } from './write-atomic.ts';

const unpackAlone = promisify(gunzip);

const MODE = 0o600;
/** Bytes of mails in a file, unless one alone has more: one of them is read by unpacking all. */
const BUNDLE_BYTES = 4 * 2 ** 20;
/** Larger than any mail that is fetched whole: what unpacks to more was not written by us. */
const MOST_BYTES = 64 * 2 ** 20;

/** Ids come back from facts: nothing else may become part of a path. The bundle, and the place in it. */
const IN_BUNDLE = /^([0-9a-f]{32})\.(0|[1-9]\d{0,5})$/;
/** As mails were kept at first: each in a file of its own. */
const ALONE = /^[0-9a-f]{64}$/;

/** A folder for each first byte: none grows beyond what file managers bear. */
const fileOf = (folder: string, name: string, ending: string): string =>
  join(folder, name.slice(0, 2), `${name}.${ending}`);

/**
 * Returns the mails kept in this folder. Those of one call lie packed in few files, which are each
 * written whole or not at all and only their owner can read (decision 0127).
 */
export const rawMails = (folder: string): RawMails => ({
  idOf: digestOf,
  keep: async (raw) => {
    const kept = await keepAll(folder, [raw]);
    return kept.ok ? ok(kept.value[0] ?? '') : kept;
  },
  keepAll: (raws) => keepAll(folder, raws),
  load: async (id) => {
    try {
      const [, bundle, place] = IN_BUNDLE.exec(id) ?? [];
      if (bundle !== undefined) {
        return await unpackMail(await readFile(fileOf(folder, bundle, 'mails')), Number(place));
      }
      return ALONE.test(id) ? await loadAlone(folder, id) : null;
    } catch {
      return null;
    }
  },
});

async function keepAll(
  folder: string,
  raws: readonly Uint8Array[],
): Promise<Result<readonly string[], AppError>> {
  try {
    const ids: string[] = [];
    for (const part of inBundles(raws)) ids.push(...(await keepBundle(folder, part)));
    return ok(ids);
  } catch (cause) {
    return err(diskError(cause));
  }
}

async function keepBundle(
  folder: string,
  mails: readonly Uint8Array[],
): Promise<readonly string[]> {
  const digests = mails.map(digestOf);
  const name = bundleName(digests);
  const file = fileOf(folder, name, 'mails');
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  await writeAtomic(file, await packBundle(mails, digests), MODE);
  return mails.map((_, index) => `${name}.${index}`);
}

function inBundles(raws: readonly Uint8Array[]): readonly (readonly Uint8Array[])[] {
  const bundles: Uint8Array[][] = [];
  let bytes = Infinity;
  for (const raw of raws) {
    bytes += raw.byteLength;
    const last = bundles.at(-1);
    if (last !== undefined && bytes <= BUNDLE_BYTES) last.push(raw);
    else {
      bundles.push([raw]);
      bytes = raw.byteLength;
    }
  }
  return bundles;
}

async function loadAlone(folder: string, id: string): Promise<Uint8Array | null> {
  const packed = await readFile(fileOf(folder, id, 'eml.gz'));
  const raw = await unpackAlone(packed, { maxOutputLength: MOST_BYTES });
  return digestOf(raw) === id ? raw : null;
}
