import { z } from 'zod';
import { appError, type AppError } from '../../../../shared/kernel/app-error.ts';
import { err, ok, type Result } from '../../../../shared/kernel/result.ts';
import type { CallNote } from '../../ports/call-meter.ts';
import { parseBody } from '../_shared/http-body.ts';
import { judgeRead, type GraphAnswer } from './graph-answer.ts';
import { badShape, graphUrl, type Asking } from './graph-client.ts';

/** Graph takes at most this many calls at once. */
export const BATCH_LIMIT = 50;

/** One call of a batch: a node and the fields that are wanted of it. */
export interface BatchCall {
  readonly nodeId: string;
  readonly fields: string;
  /** What it is counted as. */
  readonly purpose: CallNote['purpose'];
}

/** The answer to one call, as it would have been alone; `null` from Graph is a `timeout`. */
export type BatchPart = Result<GraphAnswer, AppError>;

const part = z.object({
  code: z.number(),
  headers: z
    .array(z.object({ name: z.string(), value: z.string() }))
    .nullish()
    .catch(null),
  body: z.string(),
});

/**
 * Asks for several nodes with one request (decision 0053). Each call has its own code, counts in full
 * and is told by itself. Returns one part per call, in their order. Errors: those of a read, for the
 * request as a whole.
 */
export async function readBatch(
  { client, account, signal }: Asking,
  calls: readonly BatchCall[],
): Promise<Result<readonly BatchPart[], AppError>> {
  const batch = calls.map(({ nodeId, fields }) => ({
    method: 'GET',
    relative_url: `${encodeURIComponent(nodeId)}?${new URLSearchParams({ fields })}`,
  }));
  const answer = await client.ask(graphUrl(account, []), { batch: JSON.stringify(batch) }, signal);
  if (!answer.ok) {
    client.note(new Headers(), calls[0]?.purpose);
    return err(answer.error.error);
  }
  const { body, headers } = answer.value;
  if (!Array.isArray(body)) return err(badShape('batch', ''));
  const given: readonly unknown[] = body;
  return ok(
    calls.map(({ purpose }, index) => {
      const read = partOf(given[index], headers);
      client.note(read.headers, purpose);
      return read.part;
    }),
  );
}

/** One part, and the headers that tell what it cost. */
export interface ReadPart {
  readonly part: BatchPart;
  /** The call's own, or those of the whole answer. */
  readonly headers: Headers;
}

/** Says what one part of a batch is worth; `outer`: the headers of the whole answer. */
export function partOf(raw: unknown, outer: Headers): ReadPart {
  if (raw === null) return { part: err(appError('timeout')), headers: outer };
  const parsed = part.safeParse(raw);
  if (!parsed.success) return { part: err(badShape('batch', 'body')), headers: outer };
  const { code: status, headers: list } = parsed.data;
  const own = ownHeaders(list ?? []);
  const headers = own ?? outer;
  const body = parseBody(status, new TextEncoder().encode(parsed.data.body));
  if (!body.ok) return { part: body, headers };
  const read = judgeRead({ status, headers, body: body.value });
  return { part: read.ok ? read : err(read.error.error), headers };
}

const USAGE = /^(x-(app|business-use-case)-usage|retry-after)$/i;

function ownHeaders(
  list: readonly { readonly name: string; readonly value: string }[],
): Headers | null {
  const usage = list.filter(({ name }) => USAGE.test(name));
  return usage.length === 0 ? null : new Headers(usage.map(({ name, value }) => [name, value]));
}
