import { IMAGE_TYPES } from '../../shared/domain/action/image.ts';
import { MAX_IMAGE_BYTES } from '../../shared/domain/action/limits.ts';
import type { ErrorCode } from '../../shared/kernel/app-error.ts';
import { bytesInBase64 } from '../lib/image/base64.ts';
import { smallPicture } from '../lib/image/small-picture.ts';
import { draftOf, putDraft } from './draft-actions.ts';
import type { DraftImage } from './drafts.ts';
import { ask } from './service.ts';

/** The kinds of picture that are taken, as a file dialog wants them. */
export const IMAGE_FILES = IMAGE_TYPES.join(',');

const isTaken = ({ type }: Pick<File, 'type'>): boolean =>
  IMAGE_TYPES.some((taken) => taken === type);

/** What can be seen to be wrong with a picture before it is handed over; null: nothing. */
export function imageFault(file: Pick<File, 'type' | 'size'>): ErrorCode | null {
  if (!isTaken(file)) return 'image_bad_type';
  return file.size > MAX_IMAGE_BYTES ? 'image_too_large' : null;
}

/** Whether the picture of the draft is still this one: it may have been taken away meanwhile. */
const isStill = (id: string, image: DraftImage): boolean => draftOf(id).image === image;

/** Puts a picture beside the words and hands it to the service; one at most, the last one counts. */
export async function attachImage(id: string, file: File): Promise<void> {
  const fault = imageFault(file);
  if (fault !== null) return putDraft(id, { error: fault });
  void removeImage(id);
  const preview = await smallPicture(file);
  if (preview === null) return putDraft(id, { error: 'image_bad_type' });
  const image: DraftImage = { imageId: null, name: file.name, bytes: file.size, file, preview };
  putDraft(id, { image, error: null });
  const base64 = await bytesInBase64(file);
  const answer = await ask((service) =>
    service.reply.stageImage({ name: file.name, mediaType: file.type, base64 }),
  );
  if (!answer.ok) {
    if (isStill(id, image)) putDraft(id, { image: null, error: answer.error.code });
    return;
  }
  const { imageId } = answer.value;
  if (isStill(id, image)) putDraft(id, { image: { ...image, imageId } });
  else void ask((service) => service.reply.unstageImage({ imageId }));
}

/** Takes the picture away again. */
export async function removeImage(id: string): Promise<void> {
  const { image } = draftOf(id);
  if (image === null) return;
  putDraft(id, { image: null, error: null });
  const { imageId } = image;
  if (imageId !== null) await ask((service) => service.reply.unstageImage({ imageId }));
}
