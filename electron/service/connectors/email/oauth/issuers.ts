/** Where a mailbox's owner logs in. Public facts; the app that asks is the customer's own. */
export interface OauthIssuer {
  /** Its name among our secrets. */
  readonly id: string;
  readonly authorizeUrl: string;
  readonly tokenUrl: string;
  readonly scopes: readonly string[];
  /**
   * The name of this computer in the redirect. Microsoft ignores the port for `localhost` only, Google
   * documents the literal address. The server listens on 127.0.0.1 in both cases.
   */
  readonly redirectHost: '127.0.0.1' | 'localhost';
  /** What its first question needs besides the standard's. */
  readonly params: Readonly<Record<string, string>>;
}

/**
 * Google. Endpoints: its discovery document; `access_type` and `prompt`: without both no refresh token
 * is given again (developers.google.com/identity/protocols/oauth2/native-app).
 */
export const GOOGLE: OauthIssuer = {
  id: 'google',
  authorizeUrl: 'https://accounts.google.com/o/oauth2/v2/auth',
  tokenUrl: 'https://oauth2.googleapis.com/token',
  scopes: ['https://mail.google.com/'],
  redirectHost: '127.0.0.1',
  params: { access_type: 'offline', prompt: 'consent' },
};

/**
 * Microsoft 365 and Outlook.com; `tenant` is a directory's id, or `common` for any account
 * (learn.microsoft.com, "Authenticate an IMAP, POP or SMTP connection using OAuth").
 */
export const microsoft = (tenant = 'common'): OauthIssuer => ({
  id: 'microsoft',
  authorizeUrl: `https://login.microsoftonline.com/${encodeURIComponent(tenant)}/oauth2/v2.0/authorize`,
  tokenUrl: `https://login.microsoftonline.com/${encodeURIComponent(tenant)}/oauth2/v2.0/token`,
  scopes: [
    'https://outlook.office.com/IMAP.AccessAsUser.All',
    'https://outlook.office.com/SMTP.Send',
    'offline_access',
  ],
  redirectHost: 'localhost',
  params: { prompt: 'select_account' },
});

/** The app by which a login is asked for: registered by the customer at the issuer. */
export interface OauthApp {
  readonly issuer: OauthIssuer;
  readonly clientId: string;
  /** Google wants one even of desktop apps, though it is no secret there; Microsoft wants none. */
  readonly clientSecret: string | null;
}
