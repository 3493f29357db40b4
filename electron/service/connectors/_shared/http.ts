import { appError, type AppError } from '../../../../shared/kernel/app-error.ts';
import { err, ok, type Result } from '../../../../shared/kernel/result.ts';
import { parseBody } from './http-body.ts';
import { classifyTransport, type HttpFailure } from './http-transport.ts';

/** A file that goes along with a form, which is then sent as `multipart/form-data`. */
export interface HttpFile {
  readonly field: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly url: URL;
  /**
   * Goes into the `Authorization` header, never into the address: addresses end up in logs. Null for
   * the calls of a login, which have no token yet.
   */
  readonly bearer: string | null;
  /** Sent form-encoded. */
  readonly form?: Readonly<Record<string, string>>;
  readonly file?: HttpFile;
  readonly signal: AbortSignal;
}

/** A whole answer whose body is JSON, whatever its status says. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

export interface HttpLimits {
  /** From the first attempt to connect to the last byte. Connecting alone ends after 10 s (Node's). */
  readonly totalMs: number;
  readonly bodyBytes: number;
}

/** 30 s in all, and a body of 32 MB: a page of a hundred comments of 8,000 emoji has 5 MB. */
export const HTTP_LIMITS: HttpLimits = { totalMs: 30_000, bodyBytes: 32 * 1024 * 1024 };

/**
 * Sends one request, once, and follows no redirect (a token goes to one host only). Every way in
 * which that can fail is classified here and in the two modules beside it, nowhere else.
 * Errors: `offline`, `timeout` (also when `signal` aborts, then with `aborted: 1`), `server_error`,
 * `not_json`, `empty_answer`, `cut_answer`, `bad_shape` (a body beyond the limit), `bad_input` (an
 * address to which no token is sent).
 */
export async function requestJson(
  request: HttpRequest,
  limits: HttpLimits = HTTP_LIMITS,
): Promise<Result<HttpAnswer, HttpFailure>> {
  if (!isConfidential(request.url)) {
    return err({
      error: appError('bad_input', { protocol: request.url.protocol }),
      reached: false,
    });
  }
  const deadline = AbortSignal.timeout(limits.totalMs);
  const signal = AbortSignal.any([request.signal, deadline]);
  let response: Response | null = null;
  try {
    response = await fetch(request.url, init(request, signal));
    const bytes = await readLimited(response, limits.bodyBytes);
    if (bytes === null) return failed(appError('bad_shape', { over: limits.bodyBytes }));
    const body = parseBody(response.status, bytes);
    if (!body.ok) return failed(body.error);
    return ok({ status: response.status, headers: response.headers, body: body.value });
  } catch (cause) {
    if (request.signal.aborted) return failed(appError('timeout', { aborted: 1 }));
    if (deadline.aborted) return failed(appError('timeout', { afterMs: limits.totalMs }));
    return err(classifyTransport(cause, response !== null));
  }
}

/** A token leaves this computer encrypted or not at all. */
const isConfidential = (url: URL): boolean =>
  url.protocol === 'https:' ||
  (url.protocol === 'http:' && /^(127\.\d+\.\d+\.\d+|localhost|\[::1\])$/.test(url.hostname));

const failed = (error: AppError): Result<never, HttpFailure> => err({ error, reached: true });

function init(request: HttpRequest, signal: AbortSignal): RequestInit {
  const { method, bearer } = request;
  const headers = {
    accept: 'application/json',
    ...(bearer === null ? {} : { authorization: `Bearer ${bearer}` }),
  };
  const body = bodyOf(request);
  const common = { method, headers, signal, redirect: 'manual' } as const;
  return body === null ? common : { ...common, body };
}

function bodyOf({ form, file }: HttpRequest): URLSearchParams | FormData | null {
  if (file === undefined) return form === undefined ? null : new URLSearchParams(form);
  const parts = new FormData();
  for (const [name, value] of Object.entries(form ?? {})) parts.set(name, value);
  // A copy: the bytes may be a view into a larger buffer, of which the rest must stay here.
  const blob = new Blob([new Uint8Array(file.bytes)], { type: file.mediaType });
  parts.set(file.field, blob, file.name);
  return parts;
}

/** Returns the body, or null when it is larger than `limit` (the rest is then not read). */
async function readLimited(response: Response, limit: number): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > limit) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
