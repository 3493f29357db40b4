import { appError, type AppError } from '../../../../shared/kernel/app-error.ts';
import { err, type Result } from '../../../../shared/kernel/result.ts';
import type { CallNote } from '../../ports/call-meter.ts';
import type { DeliveryFailure, RemoteAccount } from '../../ports/connector.ts';
import {
  requestJson,
  type HttpAnswer,
  type HttpFile,
  type HttpLimits,
  type HttpRequest,
} from '../_shared/http.ts';
import type { HttpFailure } from '../_shared/http-transport.ts';
import type { Wait } from '../_shared/wait.ts';
import { judgeRead, judgeWrite, type GraphAnswer, type GraphReadFailure } from './graph-answer.ts';
import { usageOf } from './usage.ts';

/** What one client is made of; it serves one read or one action. */
export interface GraphClientDeps {
  readonly account: RemoteAccount;
  readonly limits: HttpLimits;
  /** What its calls are counted as. */
  readonly purpose: CallNote['purpose'];
  readonly wait: Wait;
  /** Milliseconds between the beginnings of two calls; 0: as fast as the answers come. */
  readonly spacingMs: number;
  readonly now: () => number;
}

/** A write. */
export interface GraphWrite {
  readonly method: 'POST' | 'DELETE';
  readonly url: URL;
  readonly form?: Readonly<Record<string, string>>;
  readonly file?: HttpFile;
}

export interface GraphClient {
  /**
   * Reads. What Graph calls a passing fault is tried three times more; `shrinks`: not one that asks
   * for a smaller page, since the caller has one.
   */
  get(
    url: URL,
    signal: AbortSignal,
    options?: { readonly shrinks: boolean },
  ): Promise<Result<GraphAnswer, GraphReadFailure>>;
  /** A read that is asked for by POST (a batch); its calls are counted by `note` alone. */
  ask(
    url: URL,
    form: Readonly<Record<string, string>>,
    signal: AbortSignal,
  ): Promise<Result<GraphAnswer, GraphReadFailure>>;
  /** Writes, once. */
  write(write: GraphWrite, signal: AbortSignal): Promise<Result<GraphAnswer, DeliveryFailure>>;
  /** Tells of one call. */
  note(headers: Headers, purpose?: CallNote['purpose']): void;
}

/** What asking anything needs. */
export interface Asking {
  readonly client: GraphClient;
  readonly account: RemoteAccount;
  readonly signal: AbortSignal;
}

/** Waits before the second, third and fourth attempt of a read, in milliseconds. */
export const READ_AGAIN_MS: readonly number[] = [1_000, 2_000, 4_000];

/** Returns the address of a node or edge below the account's interface. */
export function graphUrl(
  account: Pick<RemoteAccount, 'baseUrl'>,
  path: readonly string[],
  params: Readonly<Record<string, string>> = {},
): URL {
  const base = account.baseUrl.endsWith('/') ? account.baseUrl : `${account.baseUrl}/`;
  const url = new URL(path.map(encodeURIComponent).join('/'), base);
  for (const [name, value] of Object.entries(params)) url.searchParams.set(name, value);
  return url;
}

/** Returns a client that speaks Graph's error language for one account. */
export function createGraphClient(deps: GraphClientDeps): GraphClient {
  const { account, limits, purpose, wait } = deps;
  const space = spacer(deps);
  const note: GraphClient['note'] = (headers, as = purpose) => {
    const { percent, regainMs } = usageOf(headers);
    account.onCall?.({ purpose: as, usagePercent: percent, regainMs });
  };
  const send = async (
    request: Omit<HttpRequest, 'bearer'>,
  ): Promise<Result<HttpAnswer, HttpFailure>> => {
    await space(request.signal);
    return requestJson({ ...request, bearer: account.token }, limits);
  };
  /** A call that may have arrived counts, answered or not. */
  const counted = async (
    request: Omit<HttpRequest, 'bearer'>,
  ): Promise<Result<HttpAnswer, HttpFailure>> => {
    const answer = await send(request);
    if (answer.ok) note(answer.value.headers);
    else if (answer.error.reached) note(new Headers());
    return answer;
  };
  const patiently = async (
    once: () => Promise<Result<HttpAnswer, HttpFailure>>,
    signal: AbortSignal,
    shrinks: boolean,
  ): Promise<Result<GraphAnswer, GraphReadFailure>> => {
    for (let attempt = 0; ; attempt += 1) {
      const answer = await once();
      const read = answer.ok ? judgeRead(answer.value) : err(unanswered(answer.error.error));
      const waitMs = READ_AGAIN_MS[attempt];
      if (read.ok || !read.error.again || waitMs === undefined) return read;
      if (shrinks && read.error.smaller) return read;
      await wait(waitMs, signal);
    }
  };
  return {
    get: (url, signal, options = { shrinks: false }) =>
      patiently(() => counted({ method: 'GET', url, signal }), signal, options.shrinks),
    ask: (url, form, signal) =>
      patiently(() => send({ method: 'POST', url, form, signal }), signal, false),
    write: async (write, signal) => {
      const answer = await counted({ ...write, signal });
      if (answer.ok) return judgeWrite(answer.value);
      const { error, reached } = answer.error;
      return err(
        reached
          ? { outcome: 'unknown', error }
          : { outcome: 'not_sent', error, retryAfterMs: null },
      );
    },
    note,
  };
}

const unanswered = (error: AppError): GraphReadFailure => ({ error, smaller: false, again: false });

/** Keeps calls apart where the platform counts them by the second. */
function spacer({ spacingMs, wait, now }: GraphClientDeps): (signal: AbortSignal) => Promise<void> {
  let freeAtMs = -Infinity;
  return async (signal) => {
    if (spacingMs === 0) return;
    const restMs = Math.min(spacingMs, freeAtMs - now());
    freeAtMs = Math.max(now(), now() + restMs) + spacingMs;
    if (restMs > 0) await wait(restMs, signal);
  };
}

/** Returns the failure of a list or object whose shape is not what was asked for. */
export const badShape = (edge: string, field: string): AppError =>
  appError('bad_shape', { edge, field });
