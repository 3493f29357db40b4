import type { StagedImage } from '../../../shared/domain/action/image.ts';
import { appError, type AppError } from '../../../shared/kernel/app-error.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { Inbox } from './inbox.ts';

/** Lays a picture ready. Errors: those of `OutboxImages.stage`. */
export const stageImage = (
  { images }: Inbox,
  name: string,
  bytes: Uint8Array,
): Promise<Result<StagedImage, AppError>> => images.stage({ name, bytes });

/** Returns a picture that lies ready. Errors: `image_missing`. */
export async function stagedImage(
  { images }: Inbox,
  id: string,
): Promise<Result<StagedImage, AppError>> {
  const found = await images.find(id);
  return found === null ? err(appError('image_missing')) : ok(found);
}

/** Takes a picture away that nothing in the outbox needs. */
export async function unstageImage({ images, store }: Inbox, id: string): Promise<void> {
  if (!store.outboxImages().some((image) => image.id === id)) await images.remove(id);
}

/** Takes away, at start, what a run left behind that was ended before its picture was sent or dropped. */
export const dropOrphanedImages = ({ images, store }: Inbox): Promise<void> =>
  images.keepOnly(new Set(store.outboxImages().map((image) => image.id)));
