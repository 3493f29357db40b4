import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Answer } from './answers.ts';
import type { Fault } from './faults.ts';
import type { GraphRequest } from './query.ts';

/** Pictures of comments are smaller than this; more is cut off. */
const MAX_BODY_BYTES = 12_000_000;

/** One request as it came in, with its address still readable. */
export interface WireRequest extends GraphRequest {
  /** Path and query as sent. */
  readonly address: string;
  readonly json: unknown;
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size <= MAX_BODY_BYTES) parts.push(part);
  }
  return size <= MAX_BODY_BYTES ? Buffer.concat(parts) : Buffer.alloc(0);
}

/** Of an uploaded file only its name matters here. */
async function multipartParameters(type: string, body: Buffer): Promise<[string, string][]> {
  const headers = { 'content-type': type };
  const form = await new Response(new Uint8Array(body), { headers }).formData().catch(() => null);
  return [...(form ?? [])].map(([name, value]) => [
    name,
    typeof value === 'string' ? value : value.name,
  ]);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function bodyParameters(type: string, body: Buffer): Promise<Iterable<[string, string]>> {
  if (type.includes('multipart/form-data')) return multipartParameters(type, body);
  if (!type.includes('json')) return new URLSearchParams(body.toString('utf8'));
  const json = parseJson(body.toString('utf8'));
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

/** Takes an address apart; the version in front of the path may be missing. */
export function parseTarget(address: string): {
  readonly path: readonly string[];
  readonly query: Iterable<[string, string]>;
} {
  const at = address.indexOf('?');
  const [pathname, search] = at < 0 ? [address, ''] : [address.slice(0, at), address.slice(at)];
  const path = pathname.split('/').filter((segment) => segment !== '');
  if (/^v\d+\.\d+$/.test(path[0] ?? '')) path.shift();
  return { path: path.map(safeDecode), query: new URLSearchParams(search) };
}

/** Takes a request apart. */
export async function readRequest(request: IncomingMessage): Promise<WireRequest> {
  const address = request.url ?? '/';
  const target = parseTarget(address);
  const body = await readBody(request);
  const type = request.headers['content-type'] ?? '';
  const query = new Map([
    ...headerToken(request),
    ...target.query,
    ...(await bodyParameters(type, body)),
  ]);
  const spoken = query.get('method')?.toUpperCase() ?? request.method ?? 'GET';
  const method = spoken === 'POST' || spoken === 'DELETE' ? spoken : 'GET';
  const json = type.includes('multipart') ? null : parseJson(body.toString('utf8'));
  return { method, path: target.path, query, address, json };
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
