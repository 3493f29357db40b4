import { accountView } from '../channel-schemas.ts';
import {
  foundServers,
  mailBody,
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
  /**
   * Saves a file of a mail where downloads go, under a safe name; opens nothing. Errors: `not_found`,
   * `mail_missing`, `disk_full`, `folder_unwritable`.
   */
  saveAttachment: procedure
    .input(z.object({ messageId: id, index: z.number().int().min(0) }))
    .output(savedFile),
  /** What stands below the answers of each team. */
  signatures: procedure.output(z.array(signature)),
  /** An empty text takes it away. */
  setSignature: procedure.input(signature).output(z.void()),
};
