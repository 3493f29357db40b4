import type {
  SMTPConnectionAuth,
  SMTPConnectionCustomAuthHandler,
} from 'nodemailer/lib/smtp-connection';
import XOAuth2 from 'nodemailer/lib/xoauth2';
import type { MailSecret } from '../../../../shared/domain/mail/types.ts';

/** How imapflow is told who we are. */
export type ImapAuth =
  | { readonly user: string; readonly pass: string }
  | { readonly user: string; readonly accessToken: string };

/** Returns imapflow's `auth` for a secret. */
export const imapAuth = (user: string, secret: MailSecret): ImapAuth =>
  secret.kind === 'password'
    ? { user, pass: secret.password }
    : { user, accessToken: secret.accessToken };

/** Returns nodemailer's `auth` for a secret; a token goes with {@link XOAUTH2} and no other method. */
export const smtpAuth = (user: string, secret: MailSecret): SMTPConnectionAuth =>
  secret.kind === 'password'
    ? { user, pass: secret.password }
    : { type: 'OAuth2', user, oauth2: new XOAuth2({ user, accessToken: secret.accessToken }) };

/**
 * XOAUTH2 without a second try: nodemailer's own asks for a new token after a refusal and loses the
 * server's code over it, but whether a token is renewed is decided elsewhere.
 */
export const XOAUTH2: SMTPConnectionCustomAuthHandler = async (exchange) => {
  const { oauth2 } = exchange.auth;
  if (oauth2 === undefined || typeof oauth2.accessToken !== 'string') throw new Error('no token');
  const token = oauth2.buildXOAuth2Token(oauth2.accessToken);
  const first = await exchange.sendCommand(`AUTH XOAUTH2 ${token}`);
  // The reason stands in a challenge (JSON), which an empty line ends.
  const last = first.status === 334 ? await exchange.sendCommand('') : first;
  if (last.status !== 235) throw new Error('refused');
};
