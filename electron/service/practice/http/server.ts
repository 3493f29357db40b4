import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { graphError, type Answer } from './answers.ts';
import { control, type ControlSource } from './control.ts';
import { answerInstead, bend } from './fault-answers.ts';
import type { Fault } from './faults.ts';
import { postPage } from './post-page.ts';
import { read } from './reads.ts';
import { createUsage } from './usage.ts';
import type { View } from './view.ts';
import { readRequest, sendAnswer, type WireRequest } from './wire.ts';
import { write } from './writes.ts';

/** What a server is made of. */
export interface ServerSource extends Omit<ControlSource, 'requests'> {
  readonly token: string;
  readonly version: string;
  /** 0 for any free one. */
  readonly port: number;
}

export interface RunningServer {
  /** `http://127.0.0.1:PORT`. */
  readonly origin: string;
  readonly requests: () => number;
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

function tokenTrouble(view: View, { query }: WireRequest): Answer | null {
  const token = query.get('access_token');
  if (token === view.token) return null;
  return token === undefined
    ? graphError({ code: 190, status: 400, message: 'An access token is required.' })
    : graphError({ code: 190, message: 'This access token is not valid.' });
}

function graphAnswer(view: View, request: WireRequest): Answer {
  const trouble = tokenTrouble(view, request);
  if (trouble !== null) return trouble;
  return request.method === 'GET' ? read(view, request) : write(view, request);
}

const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });

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

/** Starts to answer on loopback. Rejects when not even a free port can be had. */
export async function startServer(source: ServerSource): Promise<RunningServer> {
  const { state, faults, token, version } = source;
  const usage = createUsage();
  const requests = (): number => usage.requests;
  let origin = '';

  const answerGraph = async (request: WireRequest, response: ServerResponse): Promise<void> => {
    usage.count(state.nowMs());
    const fault: Fault | null = faults.take(request.method, `/${request.path.join('/')}`);
    if (fault?.kind === 'slow') await pause(fault.delayMs ?? 2000);
    const view: View = { state, origin, version, token };
    const given = answerInstead(fault) ?? graphAnswer(view, request);
    const bent = bend(given, fault, `${origin}${request.address}`);
    const headers = { ...usage.headers(state.info.id, fault), ...bent.headers };
    sendAnswer(response, { ...bent, headers }, fault);
  };

  const handle = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (isOutsider(incoming)) return sendAnswer(response, { status: 403, body: {} }, null);
    const request = await readRequest(incoming);
    state.advance();
    if (request.path[0] === '__practice') {
      return sendAnswer(response, control({ ...source, requests }, request), null);
    }
    if (request.path[1] === 'posts' && request.path.length === 3) {
      return sendAnswer(response, postPage(state, request.path), null);
    }
    return answerGraph(request, response);
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
  return { origin, requests, close };
}
