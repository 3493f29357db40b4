/*
 * Mail as the inbox knows it, free of MIME's own shapes. Ids of messages stand without their angle
 * brackets; addresses keep their spelling and are compared by `sameAddress`.
 */

/** Somebody at a mailbox. */
export interface MailAddress {
  readonly name: string | null;
  readonly address: string;
}

/** What the headers say, decoded; what is missing or cannot be read is null or empty. */
export interface MailHead {
  readonly messageId: string | null;
  readonly inReplyTo: readonly string[];
  /** Oldest first. */
  readonly references: readonly string[];
  readonly subject: string;
  readonly from: MailAddress | null;
  readonly sender: MailAddress | null;
  readonly replyTo: readonly MailAddress[];
  readonly to: readonly MailAddress[];
  readonly cc: readonly MailAddress[];
  /** As the sender's clock says. */
  readonly dateMs: number | null;
}

/** What the head of a mail tells of its way. */
export interface MailTrace {
  /** The Message-ID that it had before a server gave it another; null: none is named. */
  readonly originalId: string | null;
  /** Lists that passed it on: their addresses and ids. */
  readonly lists: readonly string[];
  /** Who wrote it, where a list put itself into `From`; null: nobody is named. */
  readonly originalFrom: MailAddress | null;
}

/** One file that came with a mail. */
export interface MailAttachment {
  /** Its place among the mail's files, from 0: how it is asked for. */
  readonly index: number;
  /** As the sender named it: shown as text, never used as a path. Empty when it has none. */
  readonly name: string;
  readonly mediaType: string;
  /** Bytes, decoded. */
  readonly size: number;
  /** How the HTML refers to it (`cid:`), without brackets. */
  readonly contentId: string | null;
  /** Shown within the text. */
  readonly inline: boolean;
}

/** What one recipient's server said of a mail that we sent. */
export interface BounceReport {
  /** The mail that failed: its Message-ID, where the report names it. */
  readonly originalMessageId: string | null;
  /** Our envelope's id (ENVID), where the report names it. */
  readonly envelopeId: string | null;
  readonly recipients: readonly BouncedRecipient[];
}

export interface BouncedRecipient {
  readonly address: string;
  /** `failed`: it will not arrive · `delayed`: it is still tried · `delivered`, `relayed`: a receipt. */
  readonly action: 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded';
  /** Enhanced status code, `5.1.1`. */
  readonly status: string | null;
  /** What the server said, one line. */
  readonly diagnostic: string | null;
}

/** Why a mail is not a person's: the header or part that says so. */
export type MailClass =
  | { readonly kind: 'person' }
  /** An absence notice, a receipt, a machine's mail: kept and shown, owed nothing. */
  | { readonly kind: 'automatic'; readonly why: string }
  /** A mailing list or newsletter. */
  | { readonly kind: 'list'; readonly why: string }
  /** A report on a mail that we sent: never a ticket. */
  | { readonly kind: 'bounce'; readonly why: string; readonly report: BounceReport }
  /** A complaint passed on by a provider (ARF): never a ticket. */
  | { readonly kind: 'feedback'; readonly why: string };

/** A text taken apart for reading. */
export interface FoldedText {
  /** What its writer wrote now. */
  readonly visible: string;
  /** What was quoted or forwarded below or between, as it stands; empty when nothing was. */
  readonly quoted: string;
  /** The writer's signature, as it stands; empty when there is none. */
  readonly signature: string;
}

/** What a message carries because it is a mail. Part of its fact. */
export interface MailFacts {
  readonly subject: string;
  readonly messageId: string | null;
  readonly references: readonly string[];
  readonly replyTo: readonly MailAddress[];
  readonly to: readonly MailAddress[];
  readonly cc: readonly MailAddress[];
  readonly kind: 'person' | 'automatic' | 'list';
  /** Under which name the whole mail is kept beside the database; null: too large, only its head is here. */
  readonly rawId: string | null;
  /** Bytes on the server. */
  readonly size: number;
  readonly attachments: readonly MailAttachment[];
  /** There is an HTML form. */
  readonly html: boolean;
  /** More than the message's text was quoted or signed below it. */
  readonly folded: boolean;
  /** The thread to which it claims to belong although its sender is a stranger there: its first message. */
  readonly claims: string | null;
  /** Its server's id of its thread; left out: it has none. */
  readonly serverThreadId?: string;
}

/** A folder as it was last read: what a later read begins from. */
export interface FolderMark {
  readonly path: string;
  /** A decimal number; another one means that all UIDs are new. */
  readonly uidValidity: string;
  /** Everything below it is known. */
  readonly uidNext: number;
  /** The lowest UID that was read: a first read goes from the newest down. 1: read to its end. */
  readonly lowestUid: number;
  /** CONDSTORE's mark, a decimal number; null where the server has none. */
  readonly highestModseq: string | null;
}

/** How a server is reached. */
export interface MailServer {
  readonly host: string;
  readonly port: number;
  /** `tls` from the first byte · `starttls` before anything secret · `none`: only on this computer. */
  readonly security: 'tls' | 'starttls' | 'none';
  readonly user: string;
}

/** How a mailbox is read and written; holds no secret. */
export interface MailboxSettings {
  readonly imap: MailServer;
  readonly smtp: MailServer;
  /** Addresses that are ours; the first is the one we write from. */
  readonly addresses: readonly MailAddress[];
  /** Folders that are read; `INBOX` at least. */
  readonly folders: readonly string[];
  /** Where sent mail is filed; null: as the server marks it. */
  readonly sentFolder: string | null;
  /** The server files what it sends by itself (Gmail, Microsoft 365). */
  readonly filesSent: boolean;
  /** The server delivers `care+mark@…` here: answers ask to be answered there. Left out: no. */
  readonly plusAddress?: boolean;
  /** Subjects of answers end in `[#mark]`. Left out: no. */
  readonly subjectTag?: boolean;
  /** What kind of secret is kept for it; said with it, so that nobody opens the secret to know. */
  readonly login?: MailSecret['kind'];
}

/** How we prove who we are to both servers. Kept among the secrets only. */
export type MailSecret =
  | { readonly kind: 'password'; readonly password: string }
  | {
      readonly kind: 'oauth';
      readonly issuer: string;
      readonly clientId: string;
      readonly clientSecret: string | null;
      readonly tokenUrl: string;
      readonly refreshToken: string;
      readonly accessToken: string;
      readonly expiresAtMs: number;
    };

/** What a mail of ours is: an answer to its writer, to everybody who got it, or a mail passed on. */
export type MailKind = 'reply' | 'reply_all' | 'forward';

/** A file that lies ready in the workspace's folder, until the mail that carries it has left. */
export interface StagedFile {
  readonly id: string;
  /** Fit to be shown; never used as a path. */
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
}

/** What is written into a mail beside its text; null: as the mail that is answered says. */
export interface MailDraft {
  readonly kind: MailKind;
  /** The mail that is answered or passed on; null: the newest of the customer. */
  readonly targetExternalId: string | null;
  readonly to: readonly MailAddress[] | null;
  readonly cc: readonly MailAddress[] | null;
  readonly subject: string | null;
  /** Files laid ready in the workspace. */
  readonly files: readonly { readonly id: string; readonly name: string; readonly bytes: number }[];
  /** Null: no signature. */
  readonly signature: MailLanguage | null;
  /** The mail that is answered stands below; one that is passed on always does. */
  readonly quote: boolean;
  /** Which files of a mail that is passed on go along, by their index; null: all. */
  readonly forwarded: readonly number[] | null;
}

/** The languages of signatures and of the line above a quote. */
export type MailLanguage = 'it' | 'en';

/** What stands below the answers of a team. */
export interface Signature {
  readonly teamId: string;
  readonly language: MailLanguage;
  readonly text: string;
}

/** The envelope of a mail of ours, fixed when it was accepted into the outbox. */
export interface QueuedMail {
  /** Left out: a reply. */
  readonly kind?: MailKind;
  /** Where answers are asked to go; left out: to `from`. */
  readonly replyTo?: MailAddress;
  /** Left out: none. */
  readonly files?: readonly StagedFile[];
  /** What stands below the text: a signature, the mail that is quoted or passed on. Left out: nothing. */
  readonly below?: string;
  /** What `below` was made of, for when the mail is taken back. Left out: nothing. */
  readonly belowFrom?: Pick<MailDraft, 'signature' | 'quote'>;
  readonly messageId: string;
  readonly from: MailAddress;
  readonly to: readonly MailAddress[];
  readonly cc: readonly MailAddress[];
  readonly subject: string;
  readonly inReplyTo: string | null;
  readonly references: readonly string[];
}
