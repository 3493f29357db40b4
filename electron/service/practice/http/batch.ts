import { answer, badParameter, type Answer } from './answers.ts';
import type { WireRequest } from './wire.ts';
import { isObject, type Json } from './render.ts';
import { parseTarget } from './wire.ts';

/** The platform takes at most this many at once [D19]. */
const MAX_BATCH = 50;

function callsOf(text: string): readonly Json[] | null {
  try {
    const calls: unknown = JSON.parse(text);
    return Array.isArray(calls) && calls.every(isObject) ? calls : null;
  } catch {
    return null;
  }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** One call of a batch as a request of its own; the batch's token stands in where it names none. */
function requestOf(call: Json, batch: WireRequest): WireRequest {
  const address = `/${textOf(call['relative_url']).replace(/^\//, '')}`;
  const { path, query } = parseTarget(address);
  const token = batch.query.get('access_token');
  const parameters = new Map([
    ...(token === undefined ? [] : [['access_token', token] as const]),
    ...query,
    ...new URLSearchParams(textOf(call['body'])),
  ]);
  const spoken = textOf(call['method']).toUpperCase();
  const method = spoken === 'POST' || spoken === 'DELETE' ? spoken : 'GET';
  return { method, path, query: parameters, address, json: null };
}

function inside({ status, body, headers }: Answer, withHeaders: boolean): object {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  if (!withHeaders) return { code: status, body: text };
  const type = { 'Content-Type': 'text/javascript; charset=UTF-8', ...headers };
  const list = Object.entries(type).map(([name, value]) => ({ name, value }));
  return { code: status, headers: list, body: text };
}

/**
 * Answers `POST /` with `batch`: each call goes its own way and counts as one. A call that got no
 * answer (`one` gives null) is null, as the platform has it for calls that took too long.
 */
export async function answerBatch(
  batch: WireRequest,
  one: (request: WireRequest) => Promise<Answer | null>,
): Promise<Answer> {
  const calls = callsOf(batch.query.get('batch') ?? '');
  if (calls === null) return badParameter('The parameter batch is no list of calls.');
  if (calls.length > MAX_BATCH) return badParameter('Too many requests in batch message.');
  const withHeaders = batch.query.get('include_headers') !== 'false';
  const answers: (object | null)[] = [];
  for (const call of calls) {
    // In order, one after the other: a later call may depend on what an earlier one did.
    const given = await one(requestOf(call, batch));
    answers.push(given === null ? null : inside(given, withHeaders));
  }
  return answer(answers);
}
