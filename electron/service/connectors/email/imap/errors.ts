import type { ImapFlowError } from 'imapflow';
import {
  appError,
  AppFailure,
  type AppError,
  type ErrorCode,
} from '../../../../../shared/kernel/app-error.ts';

interface Meaning {
  readonly code: ErrorCode;
  readonly reason?: string;
}

/** What a server's response code means (RFC 5530, 7889, 9051); its words never decide anything. */
const RESPONSES: Readonly<Record<string, Meaning>> = {
  NONEXISTENT: { code: 'object_gone' },
  TRYCREATE: { code: 'object_gone' },
  NOPERM: { code: 'permission_missing' },
  LIMIT: { code: 'throttled' },
  THROTTLED: { code: 'throttled' },
  INUSE: { code: 'throttled' },
  UNAVAILABLE: { code: 'server_error' },
  SERVERBUG: { code: 'server_error' },
  CONTACTADMIN: { code: 'server_error' },
  CORRUPTION: { code: 'server_error' },
  OVERQUOTA: { code: 'refused', reason: 'mailbox_full' },
  APPENDLIMIT: { code: 'refused', reason: 'too_large' },
  TOOBIG: { code: 'refused', reason: 'too_large' },
};

const LATE = new Set([
  'CONNECT_TIMEOUT',
  'GREETING_TIMEOUT',
  'UPGRADE_TIMEOUT',
  'ETIMEOUT',
  'ETIMEDOUT',
]);

/** Answers that are not IMAP, or more than anybody would send. */
const SHAPELESS = new Set([
  'UnexpectedTag',
  'MissingTag',
  'InvalidResponse',
  'ResponseProcessingFailed',
  'COMPRESS_TRAILING_DATA',
  'MAX_IMAP_NESTING_REACHED',
  'LineTooLarge',
  'LiteralTooLarge',
  'ResponseTooLarge',
  'TooManyTokens',
  'TooManyResponses',
]);

/** How OpenSSL and Node name a line that cannot be secured or a certificate that is not trusted. */
const INSECURE =
  /^(ERR_TLS_|ERR_SSL_|CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|HOSTNAME_MISMATCH|EPROTO$)/;

/**
 * Says what an error of imapflow means, by its codes. A bug of ours is thrown on. Codes: `token_dead`
 * (with `reason`), `not_secure`, `object_gone`, `permission_missing`, `throttled`, `server_error`,
 * `refused` (`mailbox_full`, `too_large`), `timeout`, `bad_shape`, `offline`.
 */
export function imapError(cause: unknown): AppError {
  if (cause instanceof AppFailure) return cause.error;
  if (!(cause instanceof Error) || isBug(cause)) throw cause;
  const { code = '', responseStatus, ...known } = fields(cause);
  if (known.tlsFailed === true || INSECURE.test(code)) return appError('not_secure', named(code));
  const answered = RESPONSES[known.serverResponseCode ?? ''];
  if (known.authenticationFailed === true && answered === undefined) {
    return appError('token_dead', {
      reason: known.serverResponseCode === 'EXPIRED' ? 'expired' : 'wrong_password',
    });
  }
  if (known.mailboxMissing === true) return appError('object_gone');
  if (code === 'ETHROTTLE') {
    return appError('throttled', { retryAfterMs: Math.max(0, known.throttleReset ?? 0) });
  }
  if (answered !== undefined) {
    return appError(answered.code, {
      response: known.serverResponseCode ?? '',
      ...(answered.reason === undefined ? {} : { reason: answered.reason }),
    });
  }
  if (LATE.has(code)) return appError('timeout', named(code));
  if (SHAPELESS.has(code) || code.startsWith('ParserError')) {
    return appError('bad_shape', named(code));
  }
  if (responseStatus === 'NO' || responseStatus === 'BAD') {
    return appError('refused', { response: responseStatus });
  }
  return appError('offline', named(code));
}

/** Whether a command was answered with a refusal, so that the line stands. */
export const isRefusal = (cause: unknown): boolean =>
  cause instanceof Error && fields(cause).responseStatus === 'NO';

const fields = (cause: Error): Partial<ImapFlowError> => cause as ImapFlowError;

const isBug = (cause: Error): boolean =>
  (cause instanceof TypeError || cause instanceof RangeError || cause instanceof ReferenceError) &&
  !('code' in cause);

const named = (code: string): AppError['details'] => (code === '' ? undefined : { cause: code });
