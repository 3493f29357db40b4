import type { StagedFile } from '../../../shared/domain/mail/types.ts';
import type { AppError } from '../../../shared/kernel/app-error.ts';
import type { Result } from '../../../shared/kernel/result.ts';

/**
 * Files that lie ready in the workspace's folder until the mail that carries them has left. They are
 * no facts: the facts name them, and say how it went on when one is not there any more.
 */
export interface StagedFiles {
  /** Keeps a file, whole or not at all. Errors: `files_too_large`, `disk_full`, `workspace_read_only`. */
  stage(file: {
    readonly name: string;
    readonly mediaType: string;
    readonly bytes: Uint8Array;
  }): Promise<Result<StagedFile, AppError>>;
  /** Returns what is staged under this id, or null. */
  find(id: string): Promise<StagedFile | null>;
  /** Returns the file itself, or null when it is not there any more or is another one by now. */
  load(file: StagedFile): Promise<Uint8Array | null>;
  remove(id: string): Promise<void>;
  /** Removes every file that is not among these. */
  keepOnly(ids: ReadonlySet<string>): Promise<void>;
}
