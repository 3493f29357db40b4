import type { MailSecret } from '../../../../../shared/domain/mail/types.ts';
import { appError, type AppError } from '../../../../../shared/kernel/app-error.ts';
import { err, ok, type Result } from '../../../../../shared/kernel/result.ts';
import type { MailTokens } from '../../../ports/mail-setup.ts';
import type { OauthSecret } from './log-in.ts';
import { askForTokens } from './token-endpoint.ts';

export interface MailTokenDeps {
  /** Reads an account's secret from where secrets are kept. */
  readonly load: (accountId: string) => Promise<Result<MailSecret, AppError>>;
  /** Keeps a renewed one in its place. */
  readonly keep: (accountId: string, secret: MailSecret) => Promise<Result<void, AppError>>;
  readonly now: () => number;
}

/** A token is renewed so long before its end: a mailbox is read for minutes with one login. */
const MARGIN_MS = 5 * 60_000;

type Outcome = Result<MailSecret, AppError>;

/** Returns the one place that renews tokens; a second one beside it would renew twice. */
export function createMailTokens({ load, keep, now }: MailTokenDeps): MailTokens {
  const flights = new Map<string, Promise<Outcome>>();
  /** Renewed, and not kept: a used refresh token may be good for nothing any more. */
  const unkept = new Map<string, MailSecret>();

  const keepIt = async (accountId: string, secret: MailSecret): Promise<void> => {
    const kept = await keep(accountId, secret);
    if (kept.ok) unkept.delete(accountId);
    else unkept.set(accountId, secret);
  };

  const current = async (accountId: string): Promise<Outcome> => {
    const held = unkept.get(accountId);
    if (held === undefined) return load(accountId);
    await keepIt(accountId, held);
    return ok(held);
  };

  const fly = async (accountId: string, refused: string | undefined): Promise<Outcome> => {
    const secret = await current(accountId);
    if (!secret.ok || secret.value.kind === 'password') return secret;
    const good = secret.value.expiresAtMs - now() > MARGIN_MS;
    if (good && secret.value.accessToken !== refused) return secret;
    const renewed = await renew(secret.value, now);
    if (renewed.ok) await keepIt(accountId, renewed.value);
    return renewed;
  };

  const join = (accountId: string, refused: string | undefined): Promise<Outcome> => {
    const known = flights.get(accountId);
    if (known !== undefined) return known;
    const flight = fly(accountId, refused).finally(() => flights.delete(accountId));
    flights.set(accountId, flight);
    return flight;
  };

  return {
    secretFor: async (accountId, signal, refused) => {
      const first = await orAborted(join(accountId, refused), signal);
      const stale = first.ok && first.value.kind === 'oauth' && first.value.accessToken === refused;
      // Joined one that had no reason to renew.
      return stale ? orAborted(join(accountId, refused), signal) : first;
    },
  };
}

/** One renewal, which belongs to all who wait for it: nobody's signal ends it. */
async function renew(secret: OauthSecret, now: () => number): Promise<Outcome> {
  const grant = { grant_type: 'refresh_token', refresh_token: secret.refreshToken };
  const given = await askForTokens(secret, grant, new AbortController().signal);
  if (!given.ok) return given;
  const { accessToken, refreshToken, livesMs } = given.value;
  return ok({
    ...secret,
    accessToken,
    refreshToken: refreshToken ?? secret.refreshToken,
    expiresAtMs: now() + livesMs,
  });
}

/** Whoever stops waiting leaves; the others go on. */
function orAborted(flight: Promise<Outcome>, signal: AbortSignal): Promise<Outcome> {
  const aborted = err(appError('timeout', { aborted: 1 }));
  if (signal.aborted) return Promise.resolve(aborted);
  return new Promise((resolve, reject) => {
    const leave = (): void => resolve(aborted);
    signal.addEventListener('abort', leave, { once: true });
    flight.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
  });
}
