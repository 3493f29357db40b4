import type { KnownMailThread } from '../../../shared/domain/mail/place.ts';
import type { FolderMark, Signature } from '../../../shared/domain/mail/types.ts';
import type { MailPlace } from './mail.ts';

/** What one step of reading a folder leaves behind, beside its facts. */
export interface MailMarks {
  /** How far the folder is read. */
  readonly mark: FolderMark;
  /** Mails that lie in it now. */
  readonly placed: readonly { readonly uid: number; readonly externalId: string }[];
  /** Places that are empty now. */
  readonly gone: readonly MailPlace[];
  readonly atMs: number;
}

/** What the store knows of mails beyond their facts. */
export interface MailReads {
  /** What stands below the answers of each team; none is empty. */
  signatures(): readonly Signature[];
  /** Threads that have or name these Message-IDs, by Message-ID; the oldest where there are several. */
  mailThreads(
    accountId: string,
    messageIds: readonly string[],
  ): ReadonlyMap<string, KnownMailThread>;
  mailFolders(accountId: string): readonly FolderMark[];
  /** UIDs of a folder at which a mail is known to lie. */
  mailUids(accountId: string, folder: string, uidValidity: string): ReadonlySet<number>;
  /** Where a mail lies; none: it was moved to where nobody reads, or deleted. */
  mailPlaces(accountId: string, externalId: string): readonly MailPlace[];
}
