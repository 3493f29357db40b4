import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { appError, type AppError } from '../../../../../shared/kernel/app-error.ts';
import { err, ok, type Result } from '../../../../../shared/kernel/result.ts';
import { ANSWER_HEADERS, answerPage } from './answer-page.ts';
import { isSameKey } from './question.ts';

/** Where one login's answer is waited for. */
export interface RedirectServer {
  /** `http://127.0.0.1:PORT`. */
  readonly redirectUrl: string;
  /**
   * The code. Errors: `login_cancelled` (the person said no, or `signal` aborted), `login_failed`
   * (refused by the issuer, or nobody came in time).
   */
  readonly code: Promise<Result<string, AppError>>;
  close(): void;
}

const ignore = (): void => {};

interface Waiting {
  readonly host: '127.0.0.1' | 'localhost';
  readonly state: string;
  readonly withinMs: number;
}

/**
 * Listens on a free port of 127.0.0.1 for the answer to one login. Whoever brings another `state` is
 * told so and changes nothing: any page in the browser could call here. Rejects when no port is free.
 */
export async function startRedirectServer(
  { host, state, withinMs }: Waiting,
  signal: AbortSignal,
): Promise<RedirectServer> {
  let settle: (result: Result<string, AppError>) => void = ignore;
  const code = new Promise<Result<string, AppError>>((resolve) => {
    settle = resolve;
  });
  const server = createServer((request, response) => {
    const answer = isOutsider(request) ? null : readAnswer(request.url ?? '/', state);
    if (answer === null) return send(response, request.url === '/' ? 400 : 404, 'foreign');
    send(response, answer.ok ? 200 : 400, answer.ok ? 'taken' : 'refused');
    return settle(answer);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const cancel = (): void => settle(err(appError('login_cancelled')));
  const timer = setTimeout(() => settle(failed('time')), withinMs);
  signal.addEventListener('abort', cancel, { once: true });
  if (signal.aborted) cancel();
  const { port } = server.address() as AddressInfo;
  return {
    redirectUrl: `http://${host}:${port}`,
    code,
    close: () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', cancel);
      cancel();
      server.close();
    },
  };
}

/** Answers come as plain GET to this computer by its own names; a name that was rebound is another. */
const isOutsider = ({ method, headers }: IncomingMessage): boolean =>
  method !== 'GET' || !/^(127\.0\.0\.1|localhost):\d+$/.test(headers.host ?? '');

/** Returns the code or the issuer's refusal; null for what is no answer to this question. */
function readAnswer(target: string, state: string): Result<string, AppError> | null {
  const url = URL.parse(target, 'http://127.0.0.1');
  if (url?.pathname !== '/') return null;
  const { searchParams: params } = url;
  if (!isSameKey(params.get('state') ?? '', state)) return null;
  const refusal = params.get('error');
  if (refusal === 'access_denied') return err(appError('login_cancelled'));
  if (refusal !== null) return failed('issuer');
  const code = params.get('code') ?? '';
  return code === '' ? failed('code') : ok(code);
}

const failed = (reason: string): Result<never, AppError> =>
  err(appError('login_failed', { reason }));

function send(
  response: ServerResponse,
  status: number,
  kind: Parameters<typeof answerPage>[0],
): void {
  response.writeHead(status, ANSWER_HEADERS).end(answerPage(kind));
}
