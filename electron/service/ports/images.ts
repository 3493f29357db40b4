import type { StagedImage } from '../../../shared/domain/action/image.ts';
import type { AppError } from '../../../shared/kernel/app-error.ts';
import type { Result } from '../../../shared/kernel/result.ts';
import type { ImageFile } from './action.ts';

/**
 * Pictures that lie ready in the workspace's folder until what carries them has left. They are no
 * facts: the facts name them, and say how it went on when one is not there any more.
 */
export interface OutboxImages {
  /** Keeps a picture, whole or not at all. Errors: `image_too_large`, `image_bad_type`, `disk_full`, `workspace_read_only`. */
  stage(image: {
    readonly name: string;
    readonly bytes: Uint8Array;
  }): Promise<Result<StagedImage, AppError>>;
  /** Returns what is staged under this id, or null. */
  find(id: string): Promise<StagedImage | null>;
  /** Returns the picture itself, or null when it is not there any more or is another one by now. */
  load(image: StagedImage): Promise<ImageFile | null>;
  remove(id: string): Promise<void>;
  /** Removes every picture that is not among these. */
  keepOnly(ids: ReadonlySet<string>): Promise<void>;
}
