import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Answer } from './answers.ts';
import { answerBatch } from './batch.ts';
import { createCalls, type CallSource } from './calls.ts';
import { control, type ControlSource } from './control.ts';
import { answerInstead, bend } from './fault-answers.ts';
import type { FaultKind } from './faults.ts';
import { loginDialog } from './login-page.ts';
import { exchange } from './oauth.ts';
import { postPage } from './post-page.ts';
import { readRequest, sendAnswer, type WireRequest } from './wire.ts';

/** What a server is made of. */
export interface ServerSource extends ControlSource, CallSource {
  /** 0 for any free one. */
  readonly port: number;
}

export interface RunningServer {
  /** `http://127.0.0.1:PORT`. */
  readonly origin: string;
  close(): Promise<void>;
}

/**
 * Only programs on this machine may talk to the page: a web page that the user happens to visit
 * sends an `Origin`, and a name that was rebound to loopback shows up as `Host`.
 */
function isOutsider({ headers }: IncomingMessage): boolean {
  const host = headers.host?.replace(/:\d+$/, '');
  return headers.origin !== undefined || (host !== '127.0.0.1' && host !== 'localhost');
}

/** Binds to the wanted port; when that is taken, to a free one. */
async function listen(server: Server, port: number): Promise<number> {
  const bind = (wanted: number): Promise<number> =>
    new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen(wanted, '127.0.0.1', () => {
        server.off('error', reject);
        resolve((server.address() as AddressInfo).port);
      });
    });
  try {
    return await bind(port);
  } catch (cause) {
    if (port === 0 || (cause as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw cause;
    server.removeAllListeners('error');
    return bind(0);
  }
}

/** Of a call inside a batch these leave nothing to answer with. */
const SILENT: readonly FaultKind[] = ['drop', 'accept_then_drop', 'cut', 'empty', 'half_json'];

/** What is answered without a token: control, login, a post in a browser; null for the rest. */
function openAnswer(source: ServerSource, request: WireRequest): Answer | null {
  const [first, second] = request.path;
  if (first === '__practice') return control(source, request);
  if (first === 'dialog' && second === 'oauth') return loginDialog(source, request);
  if (first === 'oauth' && second === 'access_token') return exchange(source, request.query);
  if (second === 'posts' && request.path.length === 3) return postPage(source.state, request.path);
  return null;
}

/** Starts to answer on loopback. Rejects when not even a free port can be had. */
export async function startServer(source: ServerSource): Promise<RunningServer> {
  const { state, faults } = source;
  const calls = createCalls(source);
  let origin = '';

  const inBatch = async (request: WireRequest): Promise<Answer | null> => {
    const { answer, fault } = await calls.answer(request, origin);
    return fault !== null && SILENT.includes(fault.kind) ? null : answer;
  };

  const answerCall = async (request: WireRequest, response: ServerResponse): Promise<void> => {
    if (request.method === 'POST' && request.path.length === 0 && request.query.has('batch')) {
      const met = faults.take('POST', '/');
      const given = answerInstead(met.call) ?? (await answerBatch(request, inBatch));
      return sendAnswer(response, bend(given, met, request.address), met.call);
    }
    const { answer, fault } = await calls.answer(request, origin);
    return sendAnswer(response, answer, fault);
  };

  const handle = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (isOutsider(incoming)) return sendAnswer(response, { status: 403, body: {} }, null);
    const request = await readRequest(incoming);
    state.advance();
    const open = openAnswer(source, request);
    return open === null ? answerCall(request, response) : sendAnswer(response, open, null);
  };

  const server = createServer((incoming, response) => {
    handle(incoming, response).catch(() => response.destroy());
  });
  server.keepAliveTimeout = 30_000;
  origin = `http://127.0.0.1:${String(await listen(server, source.port))}`;
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { origin, close };
}
