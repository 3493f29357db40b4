import { appError, type AppError } from '../../../../shared/kernel/app-error.ts';
import { err, ok, type Result } from '../../../../shared/kernel/result.ts';
import type { DeliveryFailure, RemoteAccount } from '../../ports/connector.ts';
import { requestJson, type HttpAnswer, type HttpLimits } from '../_shared/http.ts';
import { asksForLess, faultIn, readError, writeError } from './graph-errors.ts';
import { usageOf } from './usage.ts';

/** One answer of Graph, and what it says of our allowance. */
export interface GraphAnswer {
  readonly body: unknown;
  readonly usagePercent: number | null;
}

export interface GraphReadFailure {
  readonly error: AppError;
  /** The same read may succeed with a smaller page. */
  readonly smaller: boolean;
}

/** Facebook says how long to stay away; when it does not, this long (its pages speak of minutes). */
const THROTTLE_HOLD_MS = 15 * 60_000;

export interface GraphClient {
  readonly get: (url: URL, signal: AbortSignal) => Promise<Result<GraphAnswer, GraphReadFailure>>;
  readonly post: (
    url: URL,
    form: Readonly<Record<string, string>>,
    signal: AbortSignal,
  ) => Promise<Result<GraphAnswer, DeliveryFailure>>;
}

/** Returns the address of a node or edge below the account's interface. */
export function graphUrl(
  account: RemoteAccount,
  path: readonly string[],
  params: Readonly<Record<string, string>> = {},
): URL {
  const base = account.baseUrl.endsWith('/') ? account.baseUrl : `${account.baseUrl}/`;
  const url = new URL(path.map(encodeURIComponent).join('/'), base);
  for (const [name, value] of Object.entries(params)) url.searchParams.set(name, value);
  return url;
}

/** Returns a client that speaks Graph's error language for one account. */
export function createGraphClient(account: RemoteAccount, limits: HttpLimits): GraphClient {
  const common = { bearer: account.token };
  return {
    get: async (url, signal) => {
      const answer = await requestJson({ ...common, method: 'GET', url, signal }, limits);
      return answer.ok ? read(answer.value) : err({ error: answer.error.error, smaller: false });
    },
    post: async (url, form, signal) => {
      const answer = await requestJson({ ...common, method: 'POST', url, form, signal }, limits);
      if (answer.ok) return written(answer.value);
      const { error, reached } = answer.error;
      return err(
        reached
          ? { outcome: 'unknown', error }
          : { outcome: 'not_sent', error, retryAfterMs: null },
      );
    },
  };
}

function read(answer: HttpAnswer): Result<GraphAnswer, GraphReadFailure> {
  const fault = faultIn(answer.body);
  const error = fault === null ? statusError(answer.status) : readError(fault);
  if (error === null) return ok(graphAnswer(answer));
  return err({ error: withHold(error, answer), smaller: fault !== null && asksForLess(fault) });
}

/** A throttle with how long to stay away: what Facebook says, else {@link THROTTLE_HOLD_MS}. */
function withHold(error: AppError, { headers }: HttpAnswer): AppError {
  if (error.code !== 'throttled') return error;
  const retryAfterMs = usageOf(headers).regainMs ?? THROTTLE_HOLD_MS;
  return appError('throttled', { ...error.details, retryAfterMs });
}

function written(answer: HttpAnswer): Result<GraphAnswer, DeliveryFailure> {
  const fault = faultIn(answer.body);
  if (fault === null) {
    const error = statusError(answer.status);
    return error === null ? ok(graphAnswer(answer)) : err({ outcome: 'unknown', error });
  }
  const { outcome, error } = writeError(fault);
  if (outcome !== 'not_sent') return err({ outcome, error });
  const hold = error.code === 'throttled' ? THROTTLE_HOLD_MS : null;
  return err({ outcome, error, retryAfterMs: usageOf(answer.headers).regainMs ?? hold });
}

const graphAnswer = (answer: HttpAnswer): GraphAnswer => ({
  body: answer.body,
  usagePercent: usageOf(answer.headers).percent,
});

/** A failing status without Graph's own error beside it: some proxy speaks, or the server is ill. */
function statusError(status: number): AppError | null {
  if (status < 300) return null;
  if (status >= 500) return appError('server_error', { status });
  return appError(status === 429 ? 'throttled' : 'bad_shape', { status });
}
