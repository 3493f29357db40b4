import type { AppError } from '../../../shared/kernel/app-error.ts';
import type { Result } from '../../../shared/kernel/result.ts';

/** A Meta app that its owner registered, and where the platform is. */
export interface LoginApp {
  readonly appId: string;
  readonly appSecret: string;
  /** The Graph base, `https://graph.facebook.com/v26.0`; loopback in practice. */
  readonly baseUrl: string;
}

/** A page that the person who logged in may connect. */
export interface PageChoice {
  readonly externalId: string;
  readonly name: string;
  readonly token: string;
  /** What the person may do on the page, in the platform's words (`MODERATE`, …). */
  readonly tasks: readonly string[];
}

/** The way from a person's login to their pages. */
export interface LoginConnector {
  /** The address of the login dialog; the answer comes to `redirectUrl` with the same `state`. */
  dialogUrl(app: LoginApp, ask: { readonly redirectUrl: string; readonly state: string }): string;
  /** Where the dialog sends the person back to; the shell watches for it. */
  redirectUrl(app: Pick<LoginApp, 'baseUrl'>): string;
  /** Changes the code of a login for a long-lived token and lists all pages behind it. */
  pages(
    app: LoginApp,
    ask: { readonly code: string; readonly redirectUrl: string },
    signal: AbortSignal,
  ): Promise<Result<readonly PageChoice[], AppError>>;
  /** Lists all pages behind a person's token that was pasted. */
  pagesOfToken(
    app: Pick<LoginApp, 'baseUrl'>,
    token: string,
    signal: AbortSignal,
  ): Promise<Result<readonly PageChoice[], AppError>>;
}

/**
 * Lets a person log in, in a window: the address that it came back to, or null when it was closed or
 * `signal` aborted.
 */
export type LoginWindow = (
  ask: { readonly url: string; readonly redirectUrl: string },
  signal: AbortSignal,
) => Promise<string | null>;
