import { connect, type Socket } from 'node:net';
import { appError, type AppError } from '../../../../../shared/kernel/app-error.ts';
import { err, ok, type Result } from '../../../../../shared/kernel/result.ts';
import type { MailServer } from '../../../../../shared/domain/mail/types.ts';

const LOOPBACK = /^(127\.\d{1,3}\.\d{1,3}\.\d{1,3}|::1)$/;

/** `localhost` is this computer whatever a name server says. */
const hostOf = (host: string): string => (host.toLowerCase() === 'localhost' ? '127.0.0.1' : host);

/** Returns whether the server is on this computer, the only one that is spoken to in the clear. */
const isLoopback = (host: string): boolean => LOOPBACK.test(hostOf(host));

/** Without a name Node would connect to this computer, and for a port that is none it throws. */
function unusable(host: string, port: number): 'host' | 'port' | null {
  if (!/^[^\s\p{Cc}]{1,253}$/u.test(host)) return 'host';
  return Number.isInteger(port) && port > 0 && port < 65_536 ? null : 'port';
}

/**
 * Opens a line to a server by the system's own way to find hosts (nodemailer has one of its own,
 * which does not see a network's change). Errors: `bad_input` (no encryption towards another
 * computer, no host, no port), `offline`, `timeout` (also when `signal` aborts, then with `aborted: 1`).
 */
export async function openLine(
  { host, port, security }: MailServer,
  connectMs: number,
  signal: AbortSignal,
): Promise<Result<Socket, AppError>> {
  if (security === 'none' && !isLoopback(host))
    return err(appError('bad_input', { field: 'security' }));
  if (signal.aborted) return err(appError('timeout', { aborted: 1 }));
  const field = unusable(host, port);
  if (field !== null) return err(appError('bad_input', { field }));
  const socket = connect({ host: hostOf(host), port });
  return new Promise((resolve) => {
    const settle = (result: Result<Socket, AppError>): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
      socket.removeAllListeners('connect');
      if (!result.ok) socket.destroy();
      resolve(result);
    };
    const onAbort = (): void => settle(err(appError('timeout', { aborted: 1 })));
    const timer = setTimeout(
      () => settle(err(appError('timeout', { afterMs: connectMs }))),
      connectMs,
    );
    signal.addEventListener('abort', onAbort, { once: true });
    // Stays: a line that breaks between two owners must not end the process.
    socket.on('error', (cause) => settle(err(appError('offline', { cause: codeOf(cause) }))));
    socket.once('connect', () => settle(ok(socket)));
  });
}

/** Returns an error's code (`ECONNREFUSED`), never its words. */
export const codeOf = (cause: unknown): string =>
  cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : 'none';
