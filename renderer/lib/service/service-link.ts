import type { ClientContext, ClientLink, ClientOptions } from '@orpc/client';
import { appError, AppFailure } from '../../../shared/kernel/app-error.ts';
import { toAppError } from './failures.ts';
import { isQuery } from './queries.ts';
import type { Session } from './session.ts';

interface Waiting {
  readonly resolve: (session: Session) => void;
  readonly reject: (failure: AppFailure) => void;
}

/**
 * The link that the client calls through: always the newest session. Every failure is thrown as an
 * {@link AppFailure}; `service_restarting` means that nothing was handed over, `unknown_outcome`
 * that the service went away with the command in its hands.
 */
export class ServiceLink implements ClientLink<ClientContext> {
  #session: Session | null = null;
  #stopped = false;
  #waiting: readonly Waiting[] = [];

  /** A new session is there: what waited goes on. */
  use(session: Session): void {
    this.#session = session;
    this.#stopped = false;
    for (const { resolve } of this.#takeWaiting()) resolve(session);
  }

  /** The session is gone. `stopped`: no other will come by itself, so nothing waits any longer. */
  lose(stopped: boolean): void {
    this.#session = null;
    this.#stopped = stopped;
    if (!stopped) return;
    for (const { reject } of this.#takeWaiting()) reject(unavailable(true));
  }

  /** The one method of oRPC's link. */
  async call(
    path: readonly string[],
    input: unknown,
    options: ClientOptions<ClientContext>,
  ): Promise<unknown> {
    const repeatable = isQuery(path);
    for (;;) {
      const session = repeatable ? await this.#nextSession() : this.#sessionNow();
      try {
        return await session.link.call(path, input, options);
      } catch (cause) {
        if (options.signal?.aborted === true) throw cause;
        if (!session.isGone()) throw new AppFailure(toAppError(cause), { cause });
        if (!repeatable) throw new AppFailure(appError('unknown_outcome'), { cause });
      }
    }
  }

  #sessionNow(): Session {
    if (this.#session === null) throw unavailable(this.#stopped);
    return this.#session;
  }

  #nextSession(): Promise<Session> {
    if (this.#session !== null) return Promise.resolve(this.#session);
    if (this.#stopped) return Promise.reject(unavailable(true));
    return new Promise((resolve, reject) => {
      this.#waiting = [...this.#waiting, { resolve, reject }];
    });
  }

  #takeWaiting(): readonly Waiting[] {
    const waiting = this.#waiting;
    this.#waiting = [];
    return waiting;
  }
}

const unavailable = (stopped: boolean): AppFailure =>
  new AppFailure(appError(stopped ? 'service_stopped' : 'service_restarting'));
