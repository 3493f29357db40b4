import type { MailSecret } from '../../../../../shared/domain/mail/types.ts';
import { appError, type AppError } from '../../../../../shared/kernel/app-error.ts';
import type { DeliveryFailure } from '../../../ports/connector.ts';

/**
 * How far a talk came. `reach`: line, greeting and EHLO · `secure`: TLS · `login` · `envelope`: sender,
 * recipients and DATA · `content`: the server said 354 and the mail is on its way.
 */
export type SmtpStage = 'reach' | 'secure' | 'login' | 'envelope' | 'content';

/** Why a talk ended before its end. */
export interface SmtpFault {
  readonly stage: SmtpStage;
  /** The server's whole last answer where it is the reason, else null. */
  readonly reply: string | null;
  /** The code of what went wrong on the way (`ETIMEDOUT`, a certificate's), never words. */
  readonly cause: string;
  /** We gave up: too slow, or told to stop. */
  readonly timedOut: boolean;
  /** What we logged in with; null before the login. */
  readonly secret: MailSecret['kind'] | null;
}

/** Greylisting asks for five minutes nearly everywhere; SMTP has no way to say how long. */
export const RETRY_AFTER_MS = 5 * 60_000;

/**
 * Returns what became of a mail whose talk ended with `fault` (decision 0116). After the 354 only a
 * refusal is certain; before it nothing was delivered, whatever happened.
 */
export function failureOf(fault: SmtpFault): DeliveryFailure {
  const error = errorOf(fault);
  const code = replyCode(fault.reply);
  if (fault.stage === 'secure' || fault.stage === 'login') return later(error, code);
  if (code >= 500 && code < 600) return { outcome: 'rejected', error };
  if (code >= 400 && code < 500) return later(error, code);
  return fault.stage === 'content' ? { outcome: 'unknown', error } : later(error, code);
}

const later = (error: AppError, code: number): DeliveryFailure => ({
  outcome: 'not_sent',
  error,
  retryAfterMs: code >= 400 && code < 500 ? RETRY_AFTER_MS : null,
});

/**
 * Returns the error of a talk that ended with `fault`. Codes: `refused`, `server_error` (for now),
 * `token_dead` (the login, with `reason`), `not_secure`, `timeout`, `offline`, `bad_shape` (whoever answers speaks no
 * SMTP), `unknown_outcome`.
 */
export function errorOf(fault: SmtpFault): AppError {
  const { stage, reply, cause, timedOut } = fault;
  const code = replyCode(reply);
  const details = { stage, ...replyDetails(reply), ...(cause === '' ? {} : { cause }) };
  if (timedOut && stage !== 'content') return appError('timeout', details);
  switch (stage) {
    case 'secure':
      return appError('not_secure', details);
    case 'login':
      // A refusal whose code was lost comes with the library's own `EAUTH`.
      if (code >= 500 || (code === 0 && cause === 'EAUTH')) {
        const reason = fault.secret === 'oauth' ? 'token_refused' : 'wrong_password';
        return appError('token_dead', { ...details, reason });
      }
      break;
    case 'content':
      if (code < 400 || code > 599) return appError('unknown_outcome', details);
      break;
    case 'reach':
    case 'envelope':
      break;
  }
  if (code >= 500 && code < 600) return appError('refused', details);
  if (code >= 400) return appError('server_error', details);
  return appError(NO_SMTP.has(cause) ? 'bad_shape' : 'offline', details);
}

/** An answer too many, one without an end, one that is none; content that had to be held back. */
const NO_SMTP: ReadonlySet<string> = new Set(['EPROTOCOL', 'ESTREAM']);

/** The three digits of an answer, 0 where there is none. */
export const replyCode = (reply: string | null): number =>
  Number(/^[2-5]\d\d/.exec(reply ?? '')?.[0] ?? 0);

/** Enhanced status code (RFC 3463), or null. */
export const enhancedStatus = (reply: string | null): string | null =>
  /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})(?![\d.])/.exec(reply ?? '')?.[1] ?? null;

/** One line of what a server said, without its codes. */
export const replyWords = (reply: string): string =>
  (reply.split('\n').at(-1) ?? '')
    .replace(/^\d{3}[ -](\d\.\d{1,3}\.\d{1,3} ?)?/, '')
    .replace(/\p{Cc}+/gu, ' ')
    .trim();

const LONGEST_WORDS = 100;

/**
 * What of an answer may be logged: its codes, and its words only where they are few and plain. No
 * addresses, hosts, ids or links: such words have an `@`, a dot within, a colon or many digits.
 */
function replyDetails(reply: string | null): Record<string, string | number> {
  const status = replyCode(reply);
  if (reply === null || status === 0) return {};
  const enhanced = enhancedStatus(reply);
  const said = replyWords(reply);
  const plain = /^[A-Za-z][A-Za-z ,'()-]*[.!]?$/.test(said) && said.length <= LONGEST_WORDS;
  return { status, ...(enhanced === null ? {} : { enhanced }), ...(plain ? { said } : {}) };
}
