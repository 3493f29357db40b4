import type { MailSecret } from '../../../../../shared/domain/mail/types.ts';
import { appError, type AppError } from '../../../../../shared/kernel/app-error.ts';
import { err, ok, type Result } from '../../../../../shared/kernel/result.ts';
import type { OauthApp } from './issuers.ts';
import { newLoginKeys, questionUrl } from './question.ts';
import { startRedirectServer } from './redirect-server.ts';
import { askForTokens } from './token-endpoint.ts';

export type OauthSecret = Extract<MailSecret, { kind: 'oauth' }>;

/** What a login needs. */
export interface OauthLogin {
  readonly app: OauthApp;
  /** The mailbox's address, so that the issuer asks for the right account. */
  readonly loginHint: string | null;
  /** Shows an address in the system's browser. */
  readonly openBrowser: (url: string) => Promise<void>;
  readonly now: () => number;
  /** How long the person may take; ten minutes where left out. */
  readonly withinMs?: number;
}

const TEN_MINUTES_MS = 10 * 60_000;

/**
 * Lets a person log in at the issuer, in the system's browser, and returns the mailbox's secret
 * (decision 0118). Errors: `login_cancelled`, `login_failed`, `app_refused`, `bad_input` (an issuer
 * without HTTPS), those of the way.
 */
export async function logInByOauth(
  { app, loginHint, openBrowser, now, withinMs = TEN_MINUTES_MS }: OauthLogin,
  signal: AbortSignal,
): Promise<Result<OauthSecret, AppError>> {
  const keys = newLoginKeys();
  const host = app.issuer.redirectHost;
  const server = await startRedirectServer({ host, state: keys.state, withinMs }, signal);
  try {
    const { redirectUrl } = server;
    const question = questionUrl(app, keys, { redirectUrl, loginHint });
    if (question === null) return err(appError('bad_input', { field: 'authorizeUrl' }));
    if (!(await opened(openBrowser, question))) return failed('browser');
    const code = await server.code;
    if (!code.ok) return code;
    const { tokenUrl } = app.issuer;
    const grant = {
      grant_type: 'authorization_code',
      code: code.value,
      redirect_uri: redirectUrl,
      code_verifier: keys.verifier,
    };
    const given = await askForTokens({ ...app, tokenUrl }, grant, signal);
    if (!given.ok) return given.error.code === 'token_dead' ? failed('grant') : given;
    const { accessToken, refreshToken, livesMs } = given.value;
    if (refreshToken === null) return failed('refresh_token');
    return ok({
      kind: 'oauth',
      issuer: app.issuer.id,
      clientId: app.clientId,
      clientSecret: app.clientSecret,
      tokenUrl,
      refreshToken,
      accessToken,
      expiresAtMs: now() + livesMs,
    });
  } finally {
    server.close();
  }
}

const failed = (reason: string): Result<never, AppError> =>
  err(appError('login_failed', { reason }));

async function opened(openBrowser: OauthLogin['openBrowser'], url: string): Promise<boolean> {
  try {
    await openBrowser(url);
    return true;
  } catch {
    return false;
  }
}
