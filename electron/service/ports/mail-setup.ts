import type { MailSecret, MailServer } from '../../../shared/domain/mail/types.ts';
import type { AppError } from '../../../shared/kernel/app-error.ts';
import type { Result } from '../../../shared/kernel/result.ts';

/**
 * How a mailbox's owner proves who they are. `app_password`: one made for programs, not the account's
 * own · `google`, `microsoft`: a login in the browser.
 */
export type MailLogin = 'password' | 'app_password' | 'google' | 'microsoft';

/** Servers at which a mailbox may be. */
export interface FoundServers {
  /**
   * `provider`: by the address's domain, from the list · `srv`: the domain says so itself · `mx`: by
   * who takes the domain's mail, from the list · `guess`: nobody said so.
   */
  readonly origin: 'provider' | 'srv' | 'mx' | 'guess';
  /** The provider's name, or null. */
  readonly provider: string | null;
  readonly imap: MailServer;
  readonly smtp: MailServer;
  /** The best first. */
  readonly logins: readonly MailLogin[];
  readonly filesSent: boolean;
  /**
   * Hosts outside the address's domain that only the name server vouches for: a person has to see them
   * before a password goes there (RFC 6186 §6).
   */
  readonly foreign: boolean;
}

/** Where one logs in in the browser: a known issuer, or any by its addresses. */
export type IssuerChoice =
  | { readonly id: 'google' }
  | { readonly id: 'microsoft'; readonly tenant: string }
  | {
      readonly id: 'other';
      readonly authorizeUrl: string;
      readonly tokenUrl: string;
      readonly scopes: readonly string[];
    };

/** The app by which a login is asked for, and for which mailbox. */
export interface MailLoginAsk {
  readonly issuer: IssuerChoice;
  readonly clientId: string;
  readonly clientSecret: string | null;
  readonly address: string;
}

/** What connecting a mailbox works with. */
export interface MailSetup {
  /** Where the mailbox of an address may be, the likeliest first. Never rejects. */
  discover(address: string): Promise<readonly FoundServers[]>;
  /**
   * Lets a person log in at an issuer, in the system's browser. Errors: `login_cancelled`,
   * `login_failed`, `app_refused`, `not_allowed` where there is no browser, those of the way.
   */
  logIn(ask: MailLoginAsk, signal: AbortSignal): Promise<Result<MailSecret, AppError>>;
}

/** Secrets of mailboxes that are good right now. */
export interface MailTokens {
  /**
   * Returns an account's secret; a token that ends soon is renewed first. Those who ask for the same
   * account meanwhile wait for the same renewal. `refused`: an access token that a server did not
   * take, which is renewed whatever its date says. Errors: those of reading the secret, `token_dead`
   * (one has to log in again), `app_refused`, those of the way; `timeout` when `signal` aborts.
   */
  secretFor(
    accountId: string,
    signal: AbortSignal,
    refused?: string,
  ): Promise<Result<MailSecret, AppError>>;
}
