import type { AppError } from '../../../shared/kernel/app-error.ts';
import type { Result } from '../../../shared/kernel/result.ts';

/**
 * Mails as they came, byte by byte, in the workspace's folder beside the database. Facts name them by
 * `rawId`; a mail that is not there any more shows what its fact says.
 */
export interface RawMails {
  /** The name under which these bytes are kept: the same for the same bytes. */
  idOf(raw: Uint8Array): string;
  /** Keeps a mail, whole or not at all; one that is kept already stays. Errors: `disk_full`, `workspace_read_only`. */
  keep(raw: Uint8Array): Promise<Result<string, AppError>>;
  /** Returns the bytes, or null when they are not there or were changed. */
  load(id: string): Promise<Uint8Array | null>;
}
