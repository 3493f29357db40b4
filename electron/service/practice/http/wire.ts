import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Answer } from './answers.ts';
import type { Fault } from './faults.ts';
import type { GraphRequest } from './query.ts';

/** No request of a Graph client comes near this; more is cut off. */
const MAX_BODY_BYTES = 1_000_000;

/** One request as it came in, with its address still readable. */
export interface WireRequest extends GraphRequest {
  /** Path and query as sent. */
  readonly address: string;
  readonly json: unknown;
}

async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size <= MAX_BODY_BYTES) parts.push(part);
  }
  return size <= MAX_BODY_BYTES ? Buffer.concat(parts).toString('utf8') : '';
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function bodyParameters(type: string, text: string): Iterable<[string, string]> {
  if (!type.includes('json')) return new URLSearchParams(text);
  const json = parseJson(text);
  const pairs = typeof json === 'object' && json !== null ? Object.entries(json) : [];
  return pairs.map(([name, value]) => [
    name,
    typeof value === 'string' ? value : JSON.stringify(value),
  ]);
}

function safeDecode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** The bearer of the header counts like the parameter. */
function headerToken(request: IncomingMessage): readonly [string, string][] {
  const match = /^(?:Bearer|OAuth)\s+(\S+)$/i.exec(request.headers.authorization ?? '');
  return match?.[1] === undefined ? [] : [['access_token', match[1]]];
}

/** Takes a request apart; the version in front of the path may be missing. */
export async function readRequest(request: IncomingMessage): Promise<WireRequest> {
  const address = request.url ?? '/';
  const [pathname = '/', search = ''] = address.split('?', 2);
  const text = await readBody(request);
  const type = request.headers['content-type'] ?? '';
  const path = pathname.split('/').filter((segment) => segment !== '');
  if (/^v\d+\.\d+$/.test(path[0] ?? '')) path.shift();
  const query = new Map([
    ...headerToken(request),
    ...new URLSearchParams(search),
    ...bodyParameters(type, text),
  ]);
  const spoken = query.get('method')?.toUpperCase() ?? request.method ?? 'GET';
  const method = spoken === 'POST' || spoken === 'DELETE' ? spoken : 'GET';
  return { method, path: path.map(safeDecode), query, address, json: parseJson(text) };
}

function send(response: ServerResponse, answer: Answer, text: string): void {
  const bytes = Buffer.from(text, 'utf8');
  const type = typeof answer.body === 'string' ? 'text/html' : 'application/json';
  response.writeHead(answer.status, {
    'Content-Type': `${type}; charset=UTF-8`,
    'Content-Length': bytes.length,
    'Cache-Control': 'private, no-cache, no-store, must-revalidate',
    ...answer.headers,
  });
  response.end(bytes);
}

/** Declares the whole length and stops in the middle. */
function sendCut(response: ServerResponse, text: string): void {
  const bytes = Buffer.from(text, 'utf8');
  const type = 'application/json; charset=UTF-8';
  response.writeHead(200, { 'Content-Type': type, 'Content-Length': bytes.length });
  response.write(bytes.subarray(0, Math.ceil(bytes.length / 2)), () => response.destroy());
}

/** Sends the answer, or what the fault makes of it. */
export function sendAnswer(response: ServerResponse, answer: Answer, fault: Fault | null): void {
  const text = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body);
  switch (fault?.kind) {
    case 'accept_then_drop':
    case 'drop':
      response.destroy();
      return;
    case 'cut':
      return sendCut(response, text);
    case 'half_json':
      return send(response, answer, text.slice(0, Math.floor(text.length / 2)));
    case 'empty':
      return send(response, answer, '');
    default:
      return send(response, answer, text);
  }
}
