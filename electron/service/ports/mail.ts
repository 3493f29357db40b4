import type {
  BouncedRecipient,
  FolderMark,
  MailAttachment,
  MailboxSettings,
  MailClass,
  MailHead,
  MailTrace,
  MailSecret,
  QueuedMail,
} from '../../../shared/domain/mail/types.ts';
import type { AppError } from '../../../shared/kernel/app-error.ts';
import type { Result } from '../../../shared/kernel/result.ts';
import type { DeliveryFailure, SetAside } from './connector.ts';

/** A mailbox that can be talked to. The secret is handed over per call, never kept. */
export interface RemoteMailbox {
  readonly accountId: string;
  readonly settings: MailboxSettings;
  readonly secret: MailSecret;
}

/** A mail taken apart. */
export interface ParsedMail {
  readonly head: MailHead;
  /** Left out: its head tells nothing of its way. */
  readonly trace?: MailTrace;
  readonly class: MailClass;
  /** Its plain text; made from the HTML where there is none. */
  readonly text: string;
  /** As the sender wrote it: hostile until it was sanitised. Null when there is none. */
  readonly html: string | null;
  readonly attachments: readonly MailAttachment[];
  /** What of it was cut because it is too long. */
  readonly notes: readonly SetAside[];
}

/** Where a mail lies on the server. */
export interface MailPlace {
  readonly folder: string;
  readonly uidValidity: string;
  readonly uid: number;
}

/** A mail that a read met. */
export interface FoundMail {
  readonly place: MailPlace;
  /** The whole mail; null when it is larger than is fetched: then the head alone was parsed. */
  readonly raw: Uint8Array | null;
  readonly parsed: ParsedMail;
  /** When the server got it. */
  readonly receivedAtMs: number;
  /** Bytes on the server. */
  readonly size: number;
  /** The server's id of its thread (Gmail's, OBJECTID's), or null. */
  readonly serverThreadId: string | null;
}

/** What is known of a folder before it is read. */
export interface KnownFolder {
  readonly mark: FolderMark;
  /** UIDs of which mails are known, any order; asked for only by a complete read. */
  readonly uids: () => ReadonlySet<number>;
}

/** One step of a read; what it holds is committed together with its mark. */
export interface MailStep {
  readonly found: readonly FoundMail[];
  /** Places that hold their mail no longer: moved or deleted, nobody says which. */
  readonly vanished: readonly MailPlace[];
  readonly setAside: readonly SetAside[];
  /** How far the folder is read with this step. */
  readonly mark: FolderMark;
  /** Of a first read: how many mails the folder has, and how many are read with this step. */
  readonly progress: { readonly total: number; readonly done: number } | null;
}

/** What is read. `news`: what came and moved since the marks. `complete`: every UID is compared. */
export interface MailPlan {
  readonly depth: 'news' | 'complete';
  /** By path. A folder that is not in it was never read. */
  readonly known: ReadonlyMap<string, KnownFolder>;
  readonly signal: AbortSignal;
}

/** What is to be sent; its Message-ID was fixed when it was accepted into the outbox. */
export interface OutgoingMail extends Omit<QueuedMail, 'kind' | 'files'> {
  readonly text: string;
  readonly dateMs: number;
  readonly attachments: readonly {
    readonly name: string;
    readonly mediaType: string;
    readonly bytes: Uint8Array;
  }[];
}

/**
 * Whom the server took a mail for. At least one recipient of `to` is among the accepted; the refused
 * will not get it, as after a bounce (decision 0117).
 */
export interface SentMail {
  readonly accepted: readonly string[];
  readonly refused: readonly BouncedRecipient[];
  /**
   * The Message-ID that the server put in the place of ours (Outlook.com and others do): answers and
   * the copy in Sent carry it. Null: none is known, ours stands.
   */
  readonly givenId: string | null;
}

/** The steps of a connection test, in their order. */
export type MailTestStep =
  | 'imap_reach'
  | 'imap_secure'
  | 'imap_login'
  | 'folders'
  | 'smtp_reach'
  | 'smtp_secure'
  | 'smtp_login';

/** A folder that the server has. */
export interface MailFolder {
  readonly path: string;
  /** What the server marks it as (`\Sent`), or null. */
  readonly use: string | null;
}

/** How a connection test went: the first step that failed, or the folders. */
export type MailTest =
  | { readonly ok: true; readonly folders: readonly MailFolder[]; readonly filesSent: boolean }
  | { readonly ok: false; readonly step: MailTestStep; readonly error: AppError };

/** The e-mail channel. Sees neither the store nor other channels. */
export interface MailConnector {
  /** Goes through both servers and names the step that fails. */
  test(mailbox: RemoteMailbox, signal: AbortSignal): Promise<MailTest>;
  /**
   * Reads the folders of the settings, newest mails first. Yields steps; fails as a whole only when
   * nothing can go on (offline, wrong password). Errors: `offline`, `timeout`, `token_dead`,
   * `throttled`, `server_error`, `bad_shape`; a folder that is not there: `object_gone`.
   */
  read(
    mailbox: RemoteMailbox,
    plan: MailPlan,
  ): AsyncGenerator<MailStep, Result<void, AppError>, undefined>;
  /**
   * Waits for news in the first folder (IDLE) and calls `onNews` for each; resolves when `signal`
   * aborts or the line ends. Where the server cannot, resolves at once with `ok(false)`.
   */
  watch(
    mailbox: RemoteMailbox,
    onNews: () => void,
    signal: AbortSignal,
  ): Promise<Result<boolean, AppError>>;
  /** The bytes that will be sent, the same for the same mail: what is filed in Sent is what left. */
  compose(mail: OutgoingMail): Promise<Uint8Array>;
  /**
   * Hands a mail to the SMTP server once; never repeats by itself. After the server's 354 and without
   * an answer to the final dot it is `unknown`.
   */
  send(
    mailbox: RemoteMailbox,
    mail: OutgoingMail,
    raw: Uint8Array,
    signal: AbortSignal,
  ): Promise<Result<SentMail, DeliveryFailure>>;
  /**
   * Looks in the Sent folder for a mail that has one of these Message-IDs, or had it before its server
   * gave it another. Returns the one it has; null: it is not there, or nobody can tell (no such folder).
   */
  findSent(
    mailbox: RemoteMailbox,
    messageIds: readonly string[],
    signal: AbortSignal,
  ): Promise<Result<string | null, AppError>>;
  /** Files a sent mail in Sent, once: looks first, for all these Message-IDs. */
  fileSent(
    mailbox: RemoteMailbox,
    messageIds: readonly string[],
    raw: Uint8Array,
    signal: AbortSignal,
  ): Promise<Result<void, AppError>>;
}

/** Takes a mail apart; never throws: what cannot be read is empty. */
export type ParseMail = (raw: Uint8Array) => Promise<ParsedMail>;
