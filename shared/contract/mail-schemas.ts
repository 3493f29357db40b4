import { appErrorSchema, id } from './basic-schemas.ts';
import { z } from './zod.ts';

/** Shapes of mails and mailboxes. Instants are UTC milliseconds. */

/** An address as a person types it. */
export const mailAddress = z.object({
  name: z.string().max(200).nullable(),
  address: z.string().trim().min(3).max(320),
});
export type MailAddressView = z.infer<typeof mailAddress>;

/** An address as it came: anybody may have written anything into it. */
const heardAddress = z.object({ name: z.string().nullable(), address: z.string() });

/** What an answer becomes: to its writer, to all who got it, or to somebody else. */
export const mailKind = z.enum(['reply', 'reply_all', 'forward']);
export type MailKind = z.infer<typeof mailKind>;

/** The language of a signature and of the line above a quote. */
export const mailLanguage = z.enum(['it', 'en']);
export type MailLanguage = z.infer<typeof mailLanguage>;

/** The envelope that a reply to a mail has unless its writer changes it. */
export const replyEnvelope = z.object({
  from: heardAddress,
  to: z.array(heardAddress),
  /** Who else got the mail: they get the reply too where it goes to all. */
  others: z.array(heardAddress),
  subject: z.string(),
  forwardSubject: z.string(),
});
export type ReplyEnvelopeView = z.infer<typeof replyEnvelope>;

/** What a message carries because it is a mail. */
export const mailView = z.object({
  subject: z.string(),
  to: z.array(heardAddress),
  cc: z.array(heardAddress),
  kind: z.enum(['person', 'automatic', 'list']),
  /** Bytes on the server. */
  size: z.number(),
  attachments: z.array(
    z.object({
      index: z.number(),
      name: z.string(),
      mediaType: z.string(),
      size: z.number(),
      inline: z.boolean(),
    }),
  ),
  /** The whole mail is here: it can be shown as it was sent. */
  whole: z.boolean(),
  html: z.boolean(),
  /** More than the text was quoted or signed below it. */
  folded: z.boolean(),
  /** It names a thread in which its sender is a stranger: that conversation, or null. */
  claims: z.object({ conversationId: id.nullable() }).nullable(),
  /** Whom it did not reach. */
  bounced: z.array(
    z.object({
      address: z.string(),
      status: z.string().nullable(),
      diagnostic: z.string().nullable(),
    }),
  ),
  /** Null: there is nobody to write to. */
  reply: replyEnvelope.nullable(),
});
export type MailView = z.infer<typeof mailView>;

/** A file that goes with a mail, laid ready in the workspace. */
export const mailFile = z.object({ id, name: z.string().max(255), bytes: z.number() });
export type MailFileView = z.infer<typeof mailFile>;

/** An address as it stands in a draft: it may be no address yet. */
const draftAddress = z.object({
  name: z.string().max(200).nullable(),
  address: z.string().trim().min(1).max(320),
});

/** What is written into a mail beside its text; null: as the mail that is answered says. */
export const mailDraft = z.object({
  kind: mailKind,
  /** The mail that is answered or passed on, by the id of its server; null: the newest of the customer. */
  targetExternalId: z.string().max(2_000).nullable(),
  to: z.array(draftAddress).max(500).nullable(),
  cc: z.array(draftAddress).max(500).nullable(),
  subject: z.string().max(998).nullable(),
  files: z.array(mailFile).max(50),
  /** Null: no signature. */
  signature: mailLanguage.nullable(),
  /** The mail that is answered stands below; one that is passed on always does. */
  quote: z.boolean(),
  /** Which files of a mail that is passed on go along, by their index; null: all. */
  forwarded: z.array(z.number().int().min(0)).max(500).nullable(),
});
export type MailDraftView = z.infer<typeof mailDraft>;

/** A mail of the outbox, as it will leave or left. */
export const queuedMail = z.object({
  to: z.array(heardAddress),
  cc: z.array(heardAddress),
  subject: z.string(),
  files: z.array(z.object({ name: z.string(), bytes: z.number() })),
});
export type QueuedMailView = z.infer<typeof queuedMail>;

/** A mail as it was sent, for reading. */
export const mailBody = z.object({
  /** What its writer wrote now. */
  text: z.string(),
  /** What was quoted or forwarded, as it stands; empty when nothing was. */
  quoted: z.string(),
  signature: z.string(),
  /** Hostile until the page has sanitised it; null when there is none. */
  html: z.string().nullable(),
  /** Pictures that the HTML names by `cid:`, of raster types. */
  inline: z.array(z.object({ contentId: z.string(), dataUrl: z.string() })),
  /** Its end is missing here: it is longer than is read. */
  isCut: z.boolean(),
  /** Why the mail itself is not here; then this is what its fact says. */
  missing: appErrorSchema.nullable(),
});
export type MailBodyView = z.infer<typeof mailBody>;

/** A file that was saved: where, and under which name. */
export const savedFile = z.object({ path: z.string(), name: z.string() });
export type SavedFileView = z.infer<typeof savedFile>;

export const mailServer = z.object({
  host: z.string().trim().min(1).max(255),
  port: z.number().int().min(1).max(65_535),
  security: z.enum(['tls', 'starttls', 'none']),
  user: z.string().trim().min(1).max(320),
});
export type MailServerView = z.infer<typeof mailServer>;

/** How a mailbox is read and written. */
export const mailboxSettings = z.object({
  imap: mailServer,
  smtp: mailServer,
  /** Ours; the first is the one that answers are written from. */
  addresses: z.array(mailAddress).min(1).max(50),
  folders: z.array(z.string().min(1).max(500)).min(1).max(100),
  /** Null: as the server marks it. */
  sentFolder: z.string().min(1).max(500).nullable(),
  /** Answers ask to be answered at `care+mark@…`; left out: as it was, at first no. */
  plusAddress: z.boolean().optional(),
  /** Subjects of answers end in a mark; left out: as it was, at first no. */
  subjectTag: z.boolean().optional(),
});
export type MailboxSettingsView = z.infer<typeof mailboxSettings>;

/** Servers at which a mailbox may be. */
export const foundServers = z.object({
  /** `guess`: nobody said so. */
  origin: z.enum(['provider', 'srv', 'mx', 'guess']),
  provider: z.string().nullable(),
  imap: mailServer,
  smtp: mailServer,
  /** The best first. */
  logins: z.array(z.enum(['password', 'app_password', 'google', 'microsoft'])),
  /** Hosts outside the address's domain that nobody vouches for but the name server. */
  foreign: z.boolean(),
});
export type FoundServersView = z.infer<typeof foundServers>;

/** Where one logs in in the browser: a known issuer, or any by its addresses. */
export const mailIssuer = z.discriminatedUnion('id', [
  z.object({ id: z.literal('google') }),
  z.object({
    id: z.literal('microsoft'),
    /** A directory; empty: any account. */
    tenant: z.string().trim().max(100),
  }),
  z.object({
    id: z.literal('other'),
    authorizeUrl: z.url(),
    tokenUrl: z.url(),
    scopes: z.array(z.string().trim().min(1).max(500)).max(50),
  }),
]);
export type MailIssuerView = z.infer<typeof mailIssuer>;

/** How we prove who we are: a password, a login in the browser, or what is kept already. */
export const mailProof = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('password'), password: z.string().min(1).max(2_000) }),
  z.object({ kind: z.literal('login'), loginId: id }),
  z.object({ kind: z.literal('kept') }),
]);
export type MailProofView = z.infer<typeof mailProof>;

/** The steps of a connection, in their order. */
export const mailStep = z.enum([
  'imap_reach',
  'imap_secure',
  'imap_login',
  'folders',
  'smtp_reach',
  'smtp_secure',
  'smtp_login',
]);
export type MailStepView = z.infer<typeof mailStep>;

/** Where a connection failed, and why; `step` null: before anything was tried. */
export const mailRefusal = z.object({
  ok: z.literal(false),
  step: mailStep.nullable(),
  error: appErrorSchema,
});
export type MailRefusalView = z.infer<typeof mailRefusal>;

/** What the server says of itself. */
export const mailFolders = z.object({
  ok: z.literal(true),
  folders: z.array(
    z.object({
      path: z.string(),
      /** What the server marks it as (`\Sent`), or null. */
      use: z.string().nullable(),
    }),
  ),
  filesSent: z.boolean(),
});

/** A mailbox as its account shows it. */
export const mailboxView = mailboxSettings.extend({
  /** The server files what it sends by itself. */
  filesSent: z.boolean(),
  /** `oauth`: by a login in the browser; null: nothing is kept. */
  login: z.enum(['password', 'oauth']).nullable(),
  plusAddress: z.boolean(),
  subjectTag: z.boolean(),
  /** Sent mails whose copy is not in the sent folder yet, and why the newest is not; null: none. */
  unfiled: z.object({ count: z.number(), error: appErrorSchema }).nullable(),
});
export type MailboxView = z.infer<typeof mailboxView>;

/** What stands below the answers of a team. */
export const signature = z.object({
  teamId: id,
  language: mailLanguage,
  text: z.string().max(5_000),
});
export type SignatureView = z.infer<typeof signature>;
