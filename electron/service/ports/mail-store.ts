import type { KnownMailThread } from '../../../shared/domain/mail/place.ts';
import type { AppError } from '../../../shared/kernel/app-error.ts';
import type { OutboxItem } from '../../../shared/domain/outbox/types.ts';
import type { BounceReport, FolderMark, Signature } from '../../../shared/domain/mail/types.ts';
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

/** A report on a delivery whose mail was not known when it came. */
export interface KeptReport {
  readonly id: number;
  readonly report: BounceReport;
  readonly receivedAtMs: number;
}

/** A report on a delivery, as it is kept until the mail that it speaks of is known. */
export type NewReport = Omit<KeptReport, 'id'>;

/** How it stands with the copy of a sent mail in Sent. Local, no event. */
export interface MailFiling {
  readonly outboxId: string;
  readonly accountId: string;
  /** Null: it does not lie there yet. */
  readonly doneAtMs: number | null;
  readonly attempts: number;
  readonly notBeforeMs: number;
  /** Why it is not there, or never will be. */
  readonly error: AppError | null;
}

/** Copies of sent mails that wait for their place in Sent. */
export interface UnfiledMails {
  readonly count: number;
  /** Why the newest of them waits. */
  readonly error: AppError;
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
  /** Threads that these marks lead to (`tag:7KD2QX`, `server:…`), by mark; the oldest where there are several. */
  markedThreads(accountId: string, marks: readonly string[]): ReadonlyMap<string, KnownMailThread>;
  /** Mails of ours in the outbox by the Message-IDs that they were given here. */
  ownMails(accountId: string, messageIds: readonly string[]): ReadonlyMap<string, OutboxItem>;
  /** Sent mails whose copy may be filed now, the oldest first; none older than `sinceMs`. */
  mailsToFile(accountId: string, nowMs: number, sinceMs: number): readonly OutboxItem[];
  mailFiling(outboxId: string): MailFiling | null;
  /** Null: no copy waits because it could not be filed. */
  unfiledMails(accountId: string): UnfiledMails | null;
  /** The newest of them, oldest first. */
  keptReports(accountId: string): readonly KeptReport[];
  mailFolders(accountId: string): readonly FolderMark[];
  /** UIDs of a folder at which a mail is known to lie. */
  mailUids(accountId: string, folder: string, uidValidity: string): ReadonlySet<number>;
  /** Where a mail lies; none: it was moved to where nobody reads, or deleted. */
  mailPlaces(accountId: string, externalId: string): readonly MailPlace[];
}

/** What is written of mails beyond their facts. */
export interface MailWrites {
  setMailFiling(filing: MailFiling): void;
  dropReports(ids: readonly number[]): void;
}
