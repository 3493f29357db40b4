import { z } from 'zod';
import { appError, type AppError } from '../../../../../shared/kernel/app-error.ts';
import { err, ok, type Result } from '../../../../../shared/kernel/result.ts';
import { requestJson, type HttpLimits } from '../../_shared/http.ts';

/** What an issuer gives for a code or a refresh token. */
export interface GivenTokens {
  readonly accessToken: string;
  /** Null: the one that was used stays good. */
  readonly refreshToken: string | null;
  readonly livesMs: number;
}

/** Where tokens are asked for, and as whom. */
export interface TokenAsker {
  readonly tokenUrl: string;
  readonly clientId: string;
  readonly clientSecret: string | null;
}

/** Lifetimes of a minute to a day are met; what is said beyond that is not relied on. */
const DEFAULT_SECONDS = 3600;
const LONGEST_SECONDS = 86_400;

const givenSchema = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1).nullish(),
  expires_in: z.coerce.number().positive().catch(DEFAULT_SECONDS),
});

const refusalSchema = z.object({ error: z.string() });

const LIMITS: HttpLimits = { totalMs: 30_000, bodyBytes: 256 * 1024 };

/**
 * Asks the issuer for tokens, once. The secrets travel in the body, over HTTPS. Errors: those of the
 * way (`offline`, `timeout`, …), `throttled`, `server_error`, `token_dead` (what was brought is no
 * longer good: `invalid_grant`), `app_refused` (the app is), `bad_shape`.
 */
export async function askForTokens(
  { tokenUrl, clientId, clientSecret }: TokenAsker,
  grant: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<Result<GivenTokens, AppError>> {
  const url = URL.parse(tokenUrl);
  if (url === null) return err(appError('bad_input', { field: 'tokenUrl' }));
  const secret = clientSecret === null ? {} : { client_secret: clientSecret };
  const form = { ...grant, client_id: clientId, ...secret };
  const answer = await requestJson({ method: 'POST', url, bearer: null, form, signal }, LIMITS);
  if (!answer.ok) return err(answer.error.error);
  const { status, body } = answer.value;
  const refusal = refusalSchema.safeParse(body);
  if (refusal.success) return err(refusalError(status, refusal.data.error));
  if (status !== 200) return err(statusError(status));
  const given = givenSchema.safeParse(body);
  if (!given.success) return err(appError('bad_shape', { field: 'access_token' }));
  const {
    access_token: accessToken,
    refresh_token: refreshToken,
    expires_in: seconds,
  } = given.data;
  const livesMs = Math.min(seconds, LONGEST_SECONDS) * 1000;
  return ok({ accessToken, refreshToken: refreshToken ?? null, livesMs });
}

/** RFC 6749 §5.2 and OpenID Connect Core §3.1.2.6: the person has to log in again. */
const DEAD: ReadonlySet<string> = new Set([
  'invalid_grant',
  'interaction_required',
  'login_required',
  'consent_required',
]);

const PASSING: ReadonlySet<string> = new Set(['temporarily_unavailable', 'server_error']);

function refusalError(status: number, said: string): AppError {
  const details = { status, ...(/^[a-z_]{1,40}$/.test(said) ? { oauthError: said } : {}) };
  if (DEAD.has(said)) return appError('token_dead', details);
  if (status === 429 || said === 'slow_down') return appError('throttled', details);
  if (status >= 500 || PASSING.has(said)) return appError('server_error', details);
  return appError('app_refused', details);
}

const statusError = (status: number): AppError => {
  if (status === 429) return appError('throttled', { status });
  return appError(status >= 500 ? 'server_error' : 'bad_shape', { status });
};
