import { existsSync, readdirSync } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { imageTypeOf, type StagedImage } from '../../../shared/domain/action/image.ts';
import { MAX_IMAGE_BYTES } from '../../../shared/domain/action/limits.ts';
import { oneLine } from '../../../shared/domain/text.ts';
import { appError, type AppError } from '../../../shared/kernel/app-error.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { ImageFile } from '../ports/action.ts';
import type { Ids } from '../ports/clock.ts';
import type { OutboxImages } from '../ports/images.ts';
import { diskError } from './disk-error.ts';
import { writeAtomic } from './write-atomic.ts';

const LONGEST_NAME = 120;
const ID_LENGTH = 36;
/** Ids come back from the page: nothing else may become part of a path. */
const ID = /^[0-9a-f-]{36}$/;
const MODE = 0o600;

/** Returns the staged pictures in this folder, each a file that only its owner can read. */
export const outboxImages = (folder: string, ids: Ids): OutboxImages => ({
  stage: async ({ name, bytes }) => {
    const found = checked(bytes);
    if (!found.ok) return found;
    const staged: StagedImage = {
      id: ids.next(),
      name: oneLine(name, LONGEST_NAME) || found.value,
      mediaType: found.value,
      bytes: bytes.length,
    };
    const kept = await keep(folder, staged, bytes);
    return kept.ok ? ok(staged) : kept;
  },
  find: async (id) => {
    const bytes = await read(folder, id);
    const mediaType = bytes === null ? null : imageTypeOf(bytes);
    if (bytes === null || mediaType === null) return null;
    const name = (await readOrNull(nameFile(folder, id)))?.toString('utf8') ?? mediaType;
    return { id, name, mediaType, bytes: bytes.length };
  },
  load: async (image) => {
    const bytes = await read(folder, image.id);
    return bytes === null ? null : same(image, bytes);
  },
  remove: async (id) => {
    if (ID.test(id)) await remove(folder, id);
  },
  keepOnly: async (kept) => {
    // Listed at once: what is staged from now on is not among them.
    for (const entry of entriesOf(folder)) {
      if (!kept.has(entry.slice(0, ID_LENGTH))) await rm(join(folder, entry), { force: true });
    }
  },
});

/** Beside each picture its owner's name for it. */
const nameFile = (folder: string, id: string): string => join(folder, `${id}.name`);

function checked(bytes: Uint8Array): Result<StagedImage['mediaType'], AppError> {
  if (bytes.length > MAX_IMAGE_BYTES) {
    return err(appError('image_too_large', { limit: MAX_IMAGE_BYTES }));
  }
  const mediaType = imageTypeOf(bytes);
  return mediaType === null ? err(appError('image_bad_type')) : ok(mediaType);
}

/** The name first: a picture that is there is whole. */
async function keep(
  folder: string,
  { id, name }: StagedImage,
  bytes: Uint8Array,
): Promise<Result<void, AppError>> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeAtomic(nameFile(folder, id), name, MODE);
    await writeAtomic(join(folder, id), bytes, MODE);
    return ok(undefined);
  } catch (cause) {
    await remove(folder, id);
    return err(diskError(cause));
  }
}

async function remove(folder: string, id: string): Promise<void> {
  await rm(join(folder, id), { force: true });
  await rm(nameFile(folder, id), { force: true });
}

const read = (folder: string, id: string): Promise<Buffer | null> =>
  ID.test(id) ? readOrNull(join(folder, id)) : Promise.resolve(null);

/** Missing or not readable: for whoever wants to send it, there is no picture. */
const readOrNull = (file: string): Promise<Buffer | null> => readFile(file).catch(() => null);

const entriesOf = (folder: string): readonly string[] =>
  existsSync(folder) ? readdirSync(folder) : [];

/** Null when the file is not the picture that was staged. */
const same = ({ name, mediaType, bytes: length }: StagedImage, bytes: Buffer): ImageFile | null =>
  bytes.length === length && imageTypeOf(bytes) === mediaType ? { name, mediaType, bytes } : null;
