import type { Clock, Ids } from '../ports/clock.ts';
import type { PageChoice } from '../ports/login.ts';

/** A login whose pages have not been chosen yet. It holds tokens: it lives in memory only. */
export interface PendingLogin {
  readonly baseUrl: string;
  /** The app that the person logged in by; null: a pasted token. */
  readonly app: { readonly appId: string; readonly appSecret: string } | null;
  readonly pages: readonly PageChoice[];
}

/** So long a login waits for the person's choice, in milliseconds. */
export const LOGIN_LIFE_MS = 10 * 60_000;

interface Kept<Login> {
  readonly login: Login;
  readonly expiresAtMs: number;
  readonly stopTimer: () => void;
}

/** Logins between the platform's answer and the person's choice; each is forgotten after its time. */
export class PendingLogins<Login> {
  readonly #clock: Clock;
  readonly #ids: Ids;
  readonly #kept = new Map<string, Kept<Login>>();

  constructor(clock: Clock, ids: Ids) {
    this.#clock = clock;
    this.#ids = ids;
  }

  /** Keeps a login for {@link LOGIN_LIFE_MS}; returns its id. */
  keep(login: Login): string {
    const id = this.#ids.next();
    const expiresAtMs = this.#clock.now() + LOGIN_LIFE_MS;
    const stopTimer = this.#clock.after(LOGIN_LIFE_MS, () => void this.#kept.delete(id));
    this.#kept.set(id, { login, expiresAtMs, stopTimer });
    return id;
  }

  /** Returns a login that is still good, or null. A computer that slept keeps none beyond its time. */
  get(id: string): Login | null {
    const kept = this.#kept.get(id);
    if (kept === undefined) return null;
    if (this.#clock.now() < kept.expiresAtMs) return kept.login;
    this.forget(id);
    return null;
  }

  forget(id: string): void {
    this.#kept.get(id)?.stopTimer();
    this.#kept.delete(id);
  }

  /** Forgets all of them; the service ends. */
  close(): void {
    for (const { stopTimer } of this.#kept.values()) stopTimer();
    this.#kept.clear();
  }
}
