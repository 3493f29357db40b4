import type { Socket } from 'node:net';
import { Readable } from 'node:stream';
import SMTPConnection, {
  type SMTPConnectionEnvelope,
  type SMTPConnectionSendInfo,
  type SMTPEnvelope,
} from 'nodemailer/lib/smtp-connection';
import type { MailSecret, MailServer } from '../../../../../shared/domain/mail/types.ts';
import { err, ok, type Result } from '../../../../../shared/kernel/result.ts';
import { smtpAuth, XOAUTH2 } from '../library-auth.ts';
import type { SmtpLimits } from './limits.ts';
import { codeOf } from './line.ts';
import type { SmtpFault, SmtpStage } from './outcome.ts';

/** What a talk needs to know of its surroundings. */
export interface SmtpTalkDeps {
  readonly limits: SmtpLimits;
  /** PEM certificates that are trusted instead of the built-in ones. */
  readonly trust?: readonly string[];
}

/** The envelope as it goes in, and what the library notes on it as answers arrive. */
export type NotedEnvelope = SMTPEnvelope &
  Partial<Pick<SMTPConnectionEnvelope, 'accepted' | 'rejectedErrors'>>;

type Step<T> = (done: (error: Error | null | undefined, value?: T) => void) => void;

/** An answer line needs 512 bytes (RFC 5321 §4.5.3.1.5); EHLO has many. */
const MOST_ANSWER_BYTES = 64 * 1024;

/**
 * One talk with an SMTP server over an open line, step by step, which always knows how far it came:
 * the library itself reports a line that broke before MAIL and one that broke after the final dot
 * with the same error. Every way in which a step can end comes out as a value.
 */
export class SmtpTalk {
  readonly #connection: SMTPConnection;
  readonly #line: Socket;
  readonly #server: MailServer;
  readonly #limits: SmtpLimits;
  readonly #signal: AbortSignal;
  #stage: SmtpStage = 'reach';
  #timer: NodeJS.Timeout | undefined;
  #secret: MailSecret['kind'] | null = null;
  #begun = false;
  #failed = false;

  constructor(server: MailServer, line: Socket, deps: SmtpTalkDeps, signal: AbortSignal) {
    this.#server = server;
    this.#line = line;
    this.#limits = deps.limits;
    this.#signal = signal;
    this.#connection = new SMTPConnection({
      ...encryption(server),
      host: server.host,
      port: server.port,
      connection: line,
      // Nobody learns the name of this computer.
      name: '[127.0.0.1]',
      connectionTimeout: deps.limits.greetingMs,
      greetingTimeout: deps.limits.greetingMs,
      // Of silence. All steps but the last have a time of their own, which no dripping line prolongs.
      socketTimeout: deps.limits.finalReplyMs,
      maxResponseSize: MOST_ANSWER_BYTES,
      customAuth: { XOAUTH2 },
      logger: false,
      tls: {
        minVersion: 'TLSv1.2',
        rejectUnauthorized: true,
        ...(deps.trust === undefined ? {} : { ca: [...deps.trust] }),
      },
    });
    // Each step listens for itself; one that comes between two steps is met by the next.
    this.#connection.on('error', () => {});
  }

  /** Greeting, EHLO, and TLS where it is not there from the first byte. */
  begin(): Promise<Result<void, SmtpFault>> {
    return this.#step<void>(this.#limits.greetingMs, (done) => {
      this.#begun = true;
      this.#connection.connect(done);
    });
  }

  /** Logs in, unless the server asks nobody who he is. */
  async logIn(secret: MailSecret): Promise<Result<void, SmtpFault>> {
    this.#stage = 'login';
    this.#secret = secret.kind;
    if (!this.#connection.allowsAuth) return ok(undefined);
    const auth = smtpAuth(this.#server.user, secret);
    return this.#step<void>(this.#limits.replyMs, (done) =>
      this.#connection.login(auth, (error) => done(error)),
    );
  }

  /**
   * Sends a mail. `mayGo` is asked after the server said 354 and before the first byte: `false` hangs
   * up without a final dot, so that nothing is delivered to anybody (RFC 5321 §4.1.1.4).
   */
  send(
    envelope: NotedEnvelope,
    raw: Uint8Array,
    mayGo: () => boolean,
  ): Promise<Result<SMTPConnectionSendInfo, SmtpFault>> {
    this.#stage = 'envelope';
    // Not read before the library pipes it, and that it does after the 354.
    const content = Readable.from(this.#content(raw, mayGo), { objectMode: false });
    return this.#step<SMTPConnectionSendInfo>(this.#limits.replyMs, (done) =>
      this.#connection.send(envelope, content, (error, info) => done(error, info)),
    );
  }

  async *#content(raw: Uint8Array, mayGo: () => boolean): AsyncGenerator<Buffer> {
    if (!mayGo()) throw new Error('nobody to write to');
    // The library takes a 250 for it too, as after an answer too many; whose answer is whose is open then.
    const { lastServerResponse: go } = this.#connection;
    if (go === false || !go.startsWith('354')) throw new Error('no 354');
    // Whoever was told "not sent" meanwhile (too late, stopped) must be right.
    if (this.#failed) throw new Error('given up');
    this.#stage = 'content';
    clearTimeout(this.#timer);
    yield Buffer.from(raw);
  }

  /** Hangs up, with a goodbye where all went well: after a 354 it would be content. Waits for nothing. */
  close(): void {
    if (!this.#begun) this.#line.destroy();
    else if (!this.#failed && !this.#connection.destroyed) this.#connection.quit();
    this.#connection.close();
  }

  /** Runs one step to its end: its own, the line's, its time's or `signal`'s. */
  #step<T>(withinMs: number, start: Step<T>): Promise<Result<T, SmtpFault>> {
    const connection = this.#connection;
    return new Promise((resolve) => {
      const settle = (result: Result<T, SmtpFault>): void => {
        clearTimeout(this.#timer);
        connection.off('error', onError);
        connection.off('end', onEnd);
        this.#line.off('close', onEnd);
        this.#signal.removeEventListener('abort', onAbort);
        resolve(result);
      };
      const fail = (fault: Pick<SmtpFault, 'reply' | 'cause' | 'timedOut'>, tls = false): void => {
        this.#failed = true;
        const stage = tls && this.#stage === 'reach' ? 'secure' : this.#stage;
        settle(err({ ...fault, stage, secret: this.#secret }));
      };
      const onError = (error: Error): void => {
        const tls = connection.upgrading === true || codeOf(error) === 'ETLS';
        fail(readError(error), tls);
      };
      // A server that hangs up answers a last time, which is heard after the end.
      const onEnd = (): void => void setImmediate(() => fail(HUNG_UP));
      const onAbort = (): void => fail({ reply: null, cause: 'aborted', timedOut: true });
      const onLate = (): void =>
        fail({ reply: null, cause: 'ETIMEDOUT', timedOut: true }, connection.upgrading === true);
      connection.on('error', onError);
      connection.on('end', onEnd);
      // Of a line that breaks at once the library, which listens later, would never hear.
      if (this.#stage === 'reach') this.#line.once('close', onEnd);
      this.#signal.addEventListener('abort', onAbort, { once: true });
      if (this.#signal.aborted) return onAbort();
      if (this.#line.destroyed) return fail(HUNG_UP);
      this.#timer = setTimeout(onLate, withinMs);
      return start((error, value) => {
        if (error) onError(error);
        else settle(ok(value as T));
      });
    });
  }
}

const HUNG_UP = { reply: null, cause: 'ECONNECTION', timedOut: false } as const;

/** TLS as the settings say. Nothing here ever goes on in the clear when TLS fails. */
const encryption = ({ security }: MailServer) => {
  switch (security) {
    case 'tls':
      return { secure: true };
    case 'starttls':
      return { secure: false, requireTLS: true };
    case 'none':
      return { secure: false, ignoreTLS: true };
  }
};

/** What RFC 1870 §6.1 has a server say of a mail that is larger than its SIZE. */
const TOO_LARGE = '552 5.3.4 Message size exceeds fixed maximum message size';

/** Reads an error of the library by its fields, never by its words. */
function readError(error: Error): Pick<SmtpFault, 'reply' | 'cause' | 'timedOut'> {
  const { response, command, originalCode } = error as Error & Record<string, unknown>;
  const code = codeOf(error);
  const tooLarge = code === 'EMESSAGE' && command === 'MAIL FROM';
  const answered = typeof response === 'string' ? response : null;
  return {
    reply: tooLarge ? TOO_LARGE : answered,
    cause: typeof originalCode === 'string' ? originalCode : code,
    timedOut: code === 'ETIMEDOUT',
  };
}
