import { accountView } from '../channel-schemas.ts';
import { readableFile } from '../mail-file-schemas.ts';
import {
  foundServers,
  mailBody,
  mailFile,
  mailboxSettings,
  mailFolders,
  mailIssuer,
  mailProof,
  mailRefusal,
  savedFile,
  signature,
} from '../mail-schemas.ts';
import { procedure } from '../procedure.ts';
import { id } from '../schemas.ts';
import { z } from '../zod.ts';

/** A file comes from the page in pieces of at most so many bytes. */
export const MAX_PIECE_BYTES = 1024 * 1024;

const base64Length = (bytes: number): number => Math.ceil(bytes / 3) * 4;

const wanted = z.object({
  /** The account whose kept secret is meant; else it is a new one. */
  accountId: id.optional(),
  settings: mailboxSettings,
  proof: mailProof,
});

/** Mailboxes. Addresses, servers and folders; no secret ever comes back. */
export const mail = {
  /** Where the mailbox of an address may be, the likeliest first. Asks name servers only. */
  discover: procedure
    .input(z.object({ address: z.string().trim().max(320) }))
    .output(z.array(foundServers)),
  /**
   * Lets the person log in at an issuer, in the system's browser, by an app that the customer
   * registered there; the login is good for ten minutes. Errors: `login_cancelled`, `login_failed`,
   * `app_refused`, `not_allowed` where no browser can be opened.
   */
  logIn: procedure
    .input(
      z.object({
        issuer: mailIssuer,
        clientId: z.string().trim().min(1).max(300),
        clientSecret: z.string().trim().max(300).nullable(),
        address: z.string().trim().max(320),
      }),
    )
    .output(z.object({ loginId: id })),
  /** Goes through both servers and names the step that fails; keeps nothing. */
  test: procedure.input(wanted).output(z.union([mailFolders, mailRefusal])),
  /** Tests, then keeps. A mailbox that is connected already gets the new settings and secret. */
  connect: procedure
    .input(wanted.extend({ teamId: id.optional() }))
    .output(z.union([z.object({ ok: z.literal(true), account: accountView }), mailRefusal])),
  /** A mail to be read. Errors: `not_found`. */
  body: procedure.input(z.object({ messageId: id })).output(mailBody),
  /**
   * Fetches pictures that a mail names, without cookies and from public addresses only. Per address:
   * the picture as a `data:` URL, or null where it could not be had.
   */
  remotePictures: procedure
    .input(z.object({ urls: z.array(z.string().max(8_000)).max(500) }))
    .output(z.array(z.object({ url: z.string(), dataUrl: z.string().nullable() }))),
  /** What a file of a mail shows without another program. Errors: `not_found`, `mail_missing`. */
  attachment: procedure
    .input(z.object({ messageId: id, index: z.number().int().min(0) }))
    .output(readableFile),
  /**
   * Saves a file of a mail where downloads go, under a safe name; opens nothing. Errors: `not_found`,
   * `mail_missing`, `disk_full`, `folder_unwritable`.
   */
  saveAttachment: procedure
    .input(z.object({ messageId: id, index: z.number().int().min(0) }))
    .output(savedFile),
  /**
   * Opens the upload of a file that is to go with a mail. Errors: `files_too_large`, `files_too_many`
   * (on their way at once).
   */
  beginFile: procedure
    .input(
      z.object({
        name: z.string().max(1_000),
        mediaType: z.string().max(500),
        bytes: z.number().int().min(0),
      }),
    )
    .output(z.object({ uploadId: id })),
  /**
   * Takes the piece that begins at `offset`; one that is here already is not taken twice. Errors:
   * `not_found` (nothing was heard for five minutes), `conflict` (with the `offset` that is wanted).
   */
  appendFile: procedure
    .input(
      z.object({
        uploadId: id,
        offset: z.number().int().min(0),
        base64: z.string().max(base64Length(MAX_PIECE_BYTES)),
      }),
    )
    .output(z.object({ received: z.number() })),
  /** Lays the file ready for the mail. Errors: `not_found`, `conflict` (not whole), `disk_full`. */
  finishFile: procedure.input(z.object({ uploadId: id })).output(mailFile),
  /** Gives an upload up, at whatever piece it stands. */
  cancelFile: procedure.input(z.object({ uploadId: id })).output(z.void()),
  /** Takes a file away that was laid ready; one that is in the outbox or a kept draft stays. */
  removeFile: procedure.input(z.object({ fileId: id })).output(z.void()),
  /**
   * Writes a conversation as mails where downloads go: a folder of `.eml`, or one mbox. Errors:
   * `not_found`, `disk_full`, `folder_unwritable`.
   */
  exportConversation: procedure
    .input(
      z.object({
        id,
        format: z.enum(['eml', 'mbox']),
        /** Internal notes, too; `noteWord` is what they are called. */
        notes: z.boolean(),
        noteWord: z.string().min(1).max(80),
      }),
    )
    .output(savedFile.extend({ mails: z.number() })),
  /** What stands below the answers of each team. */
  signatures: procedure.output(z.array(signature)),
  /** An empty text takes it away. */
  setSignature: procedure.input(signature).output(z.void()),
};
