import { createHash } from 'node:crypto';

/** What goes back over the wire. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What an error of the platform says besides its code. */
export interface ErrorSource {
  readonly code: number;
  readonly subcode?: number;
  readonly message?: string;
  readonly status?: number;
}

/** Wraps a body that went well. */
export const answer = (body: unknown): Answer => ({ status: 200, body });

/** The trace id looks random to a client and is the same for the same trouble. */
const traceId = (seed: string): string =>
  `A${createHash('sha256').update(seed).digest('base64url').slice(0, 22)}`;

const TRANSIENT = new Set([1, 2, 4, 17, 32, 341, 613, 80001, 80002, 80006]);

/**
 * Returns the platform's error envelope. Throttles and bad parameters come as HTTP 400, a dead
 * token as 401, service trouble as 500: a client must decide by `code`.
 */
export function graphError(source: ErrorSource): Answer {
  const { code, subcode, message = 'The request could not be carried out.' } = source;
  const status = source.status ?? (code === 190 ? 401 : code === 1 || code === 2 ? 500 : 400);
  const error = {
    message:
      code === 10 || code === 12 || code === 100 || code >= 200
        ? `(#${String(code)}) ${message}`
        : message,
    type: code === 100 && subcode === 33 ? 'GraphMethodException' : 'OAuthException',
    ...(TRANSIENT.has(code) ? { is_transient: true } : {}),
    code,
    ...(subcode === undefined ? {} : { error_subcode: subcode }),
    fbtrace_id: traceId(`${String(code)}/${String(subcode)}/${message}`),
  };
  if (status !== 401) return { status, body: { error } };
  const challenge = `OAuth "Facebook Platform" "invalid_token" "${message}"`;
  return { status, body: { error }, headers: { 'WWW-Authenticate': challenge } };
}

/** Code 100: a parameter does not fit. */
export const badParameter = (message: string): Answer => graphError({ code: 100, message });

/** Code 100, subcode 33: no such object, or none that this token may see. */
export const noSuchObject = (id: string): Answer =>
  graphError({
    code: 100,
    subcode: 33,
    message: `No object with the id '${id}' exists, or this token cannot see it.`,
  });
