import type { AppError } from '../../../shared/kernel/app-error.ts';
import type { Result } from '../../../shared/kernel/result.ts';

/** A file where a person will look for it. */
export interface SavedFile {
  /** The whole path. */
  readonly path: string;
  /** Its name there: as wanted, or with a number where that one was taken. */
  readonly name: string;
}

/** Writes files into folders of the person's own. */
export interface FileSaver {
  /**
   * Writes a new file that only its owner can read and nobody can run; an existing one is never
   * touched. `folder` is an absolute path, `name` is safe already. Errors: `bad_input`,
   * `disk_full`, `folder_unwritable`.
   */
  save(
    folder: string,
    name: string,
    bytes: Uint8Array | AsyncIterable<Uint8Array>,
  ): Promise<Result<SavedFile, AppError>>;
  /** Makes a new folder that only its owner can enter, by the same rules. */
  makeFolder(parent: string, name: string): Promise<Result<SavedFile, AppError>>;
}
