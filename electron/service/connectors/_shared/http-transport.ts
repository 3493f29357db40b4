import { appError, type AppError } from '../../../../shared/kernel/app-error.ts';

/** No usable answer. `reached`: the request may have arrived, so a write may have happened. */
export interface HttpFailure {
  readonly error: AppError;
  readonly reached: boolean;
}

/** Codes that say there is no way to the host at all. */
const NO_WAY = new Set([
  'ENOTFOUND',
  'EAI_AGAIN',
  'EAI_NODATA',
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENETDOWN',
  'EADDRNOTAVAIL',
  'ETIMEDOUT',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** System calls that come before the first byte of a request. */
const BEFORE_SENDING = new Set(['connect', 'getaddrinfo']);

/**
 * Says what a thrown transport failure means, by the codes of Node and undici, never by words.
 * Only a failure to connect is certain not to have delivered anything; a connection that broke
 * later may have. `answering`: the answer had begun.
 */
export function classifyTransport(cause: unknown, answering: boolean): HttpFailure {
  if (answering) return { error: appError('cut_answer'), reached: true };
  const codes = causes(cause);
  const before = codes.some(
    ({ code, syscall }) =>
      code === 'UND_ERR_CONNECT_TIMEOUT' ||
      (NO_WAY.has(code) && syscall !== null && BEFORE_SENDING.has(syscall)),
  );
  const code = codes[0]?.code ?? 'none';
  if (before) return { error: appError('offline', { cause: code }), reached: false };
  // The host was there and hung up without a word: an answer cut before its beginning.
  const away = codes.some((one) => NO_WAY.has(one.code));
  return { error: appError(away ? 'offline' : 'cut_answer', { cause: code }), reached: true };
}

interface Cause {
  readonly code: string;
  readonly syscall: string | null;
}

/** All coded errors inside a failure of `fetch`: it wraps them, and one per address it tried. */
function causes(failure: unknown, depth = 0): readonly Cause[] {
  if (!(failure instanceof Error) || depth > 4) return [];
  const inner = failure instanceof AggregateError ? [...failure.errors] : [];
  const own = 'code' in failure && typeof failure.code === 'string' ? [failure.code] : [];
  const syscall =
    'syscall' in failure && typeof failure.syscall === 'string' ? failure.syscall : null;
  return [
    ...own.map((code) => ({ code, syscall })),
    ...[failure.cause, ...inner].flatMap((next) => causes(next, depth + 1)),
  ];
}
