import type { AppError } from '../../../shared/kernel/app-error.ts';

/** A mail in a file of the person's own. */
export interface ArchivedMail {
  readonly kind: 'mail';
  /** Where it lies, to be told: the file, and within an mbox `#` and its number. */
  readonly place: string;
  /** The whole mail; of one that is too large, its head and no more. */
  readonly raw: Uint8Array;
  readonly whole: boolean;
  /** Bytes of all of it. */
  readonly size: number;
  /** What the file says of when it was delivered: an mbox's line, or the file's own date. */
  readonly deliveredAtMs: number | null;
}

/** Something that could not be read, and why: it is told, and the rest goes on. */
export interface UnreadableMail {
  readonly kind: 'unreadable';
  readonly place: string;
  /** `not_found`, `not_allowed`, `item_bad_shape` (no mail is in it). */
  readonly error: AppError;
}

/** Mails that lie in files and folders: `.eml`, mbox in its dialects, Maildir. Changes none of them. */
export interface MailArchive {
  /** Bytes of all files that will be read, for progress; those that cannot be seen count nothing. */
  weigh(paths: readonly string[]): Promise<number>;
  /** Reads them one after the other, never a whole file at once. Ends when `signal` aborts. */
  read(
    paths: readonly string[],
    signal: AbortSignal,
  ): AsyncGenerator<(ArchivedMail | UnreadableMail) & { readonly doneBytes: number }>;
}
