import { ImapFlow } from 'imapflow';
import type { MailSecret, MailServer } from '../../../../../shared/domain/mail/types.ts';
import { appError, type AppError } from '../../../../../shared/kernel/app-error.ts';
import { err, ok, type Result } from '../../../../../shared/kernel/result.ts';
import type { RemoteMailbox } from '../../../ports/mail.ts';
import { imapAuth } from '../library-auth.ts';
import { imapError } from './errors.ts';
import type { ImapLimits } from './limits.ts';

/** What a talk needs to know of its surroundings. */
export interface LineDeps {
  readonly limits: ImapLimits;
  /** PEM certificates that are trusted instead of the built-in ones. */
  readonly trust?: readonly string[];
}

/** How far a talk came before it failed. */
export type LineStage = 'reach' | 'secure' | 'login';

/** A talk with an IMAP server, logged in. Once closed, all that was asked fails. */
export interface ImapLine {
  readonly client: ImapFlow;
  /** What a failure of `client` means; bugs are thrown on. */
  error(cause: unknown): AppError;
  close(): void;
}

/** Opens a line and logs in; `signal` drops it at once, whenever it aborts. To be closed. */
export async function openLine(
  { settings: { imap: server }, secret }: RemoteMailbox,
  { limits, trust }: LineDeps,
  signal: AbortSignal,
): Promise<Result<ImapLine, { readonly stage: LineStage; readonly error: AppError }>> {
  if (signal.aborted) return err({ stage: 'reach', error: ABORTED });
  const client = new ImapFlow({
    host: server.host,
    port: server.port,
    ...encryption(server),
    tls: {
      minVersion: 'TLSv1.2',
      rejectUnauthorized: true,
      ...(trust === undefined ? {} : { ca: [...trust] }),
    },
    auth: imapAuth(server.user, secret),
    // Nobody learns what we are or logs what we say.
    clientInfo: { name: 'Riscontro' },
    logger: false,
    qresync: true,
    disableAutoIdle: true,
    disableCompression: true,
    connectionTimeout: limits.connectMs,
    greetingTimeout: limits.greetingMs,
    socketTimeout: limits.silenceMs,
    maxIdleTime: limits.idleMs,
    maxLiteralSize: limits.mailBytes + ROOM_BYTES,
    maxLineLength: MOST_LINE_BYTES,
    maxResponseSize: limits.mailBytes + MOST_LINE_BYTES,
  });
  // Whoever asked is only told that the line is gone; why it went is said here, once.
  let broken: unknown = null;
  client.on('error', (cause) => {
    broken ??= cause;
  });
  const drop = (): void => client.close();
  signal.addEventListener('abort', drop, { once: true });
  const close = (): void => {
    signal.removeEventListener('abort', drop);
    client.close();
  };
  const error = (cause: unknown): AppError => {
    if (signal.aborted) return ABORTED;
    const told = imapError(cause);
    return told.code === 'offline' && broken !== null ? imapError(broken) : told;
  };
  try {
    await client.connect();
    return ok({ client, error, close });
  } catch (cause) {
    close();
    const failure = withoutPassword(error(cause), secret);
    return err({ stage: stageOf(client, failure), error: failure });
  }
}

const ABORTED = appError('timeout', { aborted: 1 });

const ROOM_BYTES = 64 * 1024;
/** The UIDs of a mailbox of a million mails come in one line of 8 MB. */
const MOST_LINE_BYTES = 16 * 1024 * 1024;

/** TLS as the settings say. Nothing here ever goes on in the clear when TLS fails. */
const encryption = ({ security }: MailServer): { secure: boolean; doSTARTTLS?: boolean } => {
  switch (security) {
    case 'tls':
      return { secure: true };
    case 'starttls':
      return { secure: false, doSTARTTLS: true };
    case 'none':
      return { secure: false, doSTARTTLS: false };
  }
};

/** A refused token is no wrong password: it is renewed, or the login is gone through again. */
function withoutPassword(error: AppError, secret: MailSecret): AppError {
  if (secret.kind === 'password' || error.code !== 'token_dead') return error;
  return appError('token_dead', { reason: 'token_refused' });
}

function stageOf(client: ImapFlow, error: AppError): LineStage {
  if (error.code === 'not_secure') return 'secure';
  return client.greeting === undefined ? 'reach' : 'login';
}
