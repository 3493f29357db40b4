import { imageTypeOf, type StagedImage } from '../../../shared/domain/action/image.ts';
import { MAX_IMAGE_BYTES } from '../../../shared/domain/action/limits.ts';
import { oneLine } from '../../../shared/domain/text.ts';
import { appError, type AppError } from '../../../shared/kernel/app-error.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { ImageFile } from '../ports/action.ts';
import type { Ids } from '../ports/clock.ts';
import type { OutboxImages } from '../ports/images.ts';
import { stagedFolder } from './staged-folder.ts';

const LONGEST_NAME = 120;

/** Returns the staged pictures in this folder, each a file that only its owner can read. */
export function outboxImages(path: string, ids: Ids): OutboxImages {
  const folder = stagedFolder(path);
  return {
    stage: async ({ name, bytes }) => {
      const found = checked(bytes);
      if (!found.ok) return found;
      const staged: StagedImage = {
        id: ids.next(),
        name: oneLine(name, LONGEST_NAME) || found.value,
        mediaType: found.value,
        bytes: bytes.length,
      };
      const kept = await folder.keep(staged.id, staged.name, bytes);
      return kept.ok ? ok(staged) : kept;
    },
    find: async (id) => {
      const bytes = await folder.read(id);
      const mediaType = bytes === null ? null : imageTypeOf(bytes);
      if (bytes === null || mediaType === null) return null;
      return { id, name: (await folder.label(id)) ?? mediaType, mediaType, bytes: bytes.length };
    },
    load: async (image) => {
      const bytes = await folder.read(image.id);
      return bytes === null ? null : same(image, bytes);
    },
    remove: folder.remove,
    keepOnly: folder.keepOnly,
  };
}

function checked(bytes: Uint8Array): Result<StagedImage['mediaType'], AppError> {
  if (bytes.length > MAX_IMAGE_BYTES) {
    return err(appError('image_too_large', { limit: MAX_IMAGE_BYTES }));
  }
  const mediaType = imageTypeOf(bytes);
  return mediaType === null ? err(appError('image_bad_type')) : ok(mediaType);
}

/** Null when the file is not the picture that was staged. */
const same = ({ name, mediaType, bytes: length }: StagedImage, bytes: Buffer): ImageFile | null =>
  bytes.length === length && imageTypeOf(bytes) === mediaType ? { name, mediaType, bytes } : null;
