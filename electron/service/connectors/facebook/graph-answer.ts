import { appError, type AppError } from '../../../../shared/kernel/app-error.ts';
import { err, ok, type Result } from '../../../../shared/kernel/result.ts';
import type { DeliveryFailure } from '../../ports/connector.ts';
import type { HttpAnswer } from '../_shared/http.ts';
import { asksForLess, faultIn, mayPass, readError, writeError } from './graph-errors.ts';
import { usageOf } from './usage.ts';

/** One answer of Graph, and what it says of our allowance. */
export interface GraphAnswer {
  readonly body: unknown;
  readonly headers: Headers;
  readonly usagePercent: number | null;
}

export interface GraphReadFailure {
  readonly error: AppError;
  /** The same read may succeed with a smaller page. */
  readonly smaller: boolean;
  /** The same read may succeed in a moment. */
  readonly again: boolean;
}

/** Facebook says how long to stay away; when it does not, this long (its pages speak of minutes). */
const THROTTLE_HOLD_MS = 15 * 60_000;

/** Says what an answer to a read is worth. */
export function judgeRead(answer: HttpAnswer): Result<GraphAnswer, GraphReadFailure> {
  const fault = faultIn(answer.body);
  const error = fault === null ? statusError(answer.status) : readError(fault);
  if (error === null) return ok(graphAnswer(answer));
  return err({
    error: withHold(error, answer),
    smaller: fault !== null && asksForLess(fault),
    again: fault !== null && mayPass(fault),
  });
}

/** A throttle with how long to stay away, where Facebook says it. */
function withHold(error: AppError, { headers }: HttpAnswer): AppError {
  const { regainMs } = usageOf(headers);
  if (error.code !== 'throttled' || regainMs === null) return error;
  return appError('throttled', { ...error.details, retryAfterMs: regainMs });
}

/** Says what an answer to a write is worth. */
export function judgeWrite(answer: HttpAnswer): Result<GraphAnswer, DeliveryFailure> {
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

const graphAnswer = ({ body, headers }: HttpAnswer): GraphAnswer => ({
  body,
  headers,
  usagePercent: usageOf(headers).percent,
});

/** A failing status without Graph's own error beside it: some proxy speaks, or the server is ill. */
function statusError(status: number): AppError | null {
  if (status < 300) return null;
  if (status >= 500) return appError('server_error', { status });
  return appError(status === 429 ? 'throttled' : 'bad_shape', { status });
}
