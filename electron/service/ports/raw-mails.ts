import type { AppError } from '../../../shared/kernel/app-error.ts';
import type { Result } from '../../../shared/kernel/result.ts';

/**
 * Mails as they came, byte by byte, in the workspace's folder beside the database. Facts name them by
 * `rawId`; a mail that is not there any more shows what its fact says.
 */
export interface RawMails {
  /** Tells mails apart: the same for the same bytes. Not the name under which they are kept. */
  idOf(raw: Uint8Array): string;
  /** Keeps a mail and returns under which name; it is on the disk then. Errors: as of {@link keepAll}. */
  keep(raw: Uint8Array): Promise<Result<string, AppError>>;
  /**
   * Keeps mails, all or none, and returns under which names, in their order; they are on the disk
   * then. Errors: `disk_full`, `workspace_read_only`.
   */
  keepAll(raws: readonly Uint8Array[]): Promise<Result<readonly string[], AppError>>;
  /** Returns the bytes, or null when they are not there or were changed. */
  load(id: string): Promise<Uint8Array | null>;
}
