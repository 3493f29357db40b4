import { accountView } from '../channel-schemas.ts';
import {
  foundServers,
  mailboxSettings,
  mailFolders,
  mailIssuer,
  mailProof,
  mailRefusal,
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
  /** What stands below the answers of each team. */
  signatures: procedure.output(z.array(signature)),
  /** An empty text takes it away. */
  setSignature: procedure.input(signature).output(z.void()),
};
