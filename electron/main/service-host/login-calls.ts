import type { LoginAsk } from '../../../shared/contract/host.ts';

/** Lets a person log in; the address that it came back to, or null when closed or aborted. */
export type LogIn = (ask: LoginAsk, signal: AbortSignal) => Promise<string | null>;

/** The logins that a service asked for; they end with it. */
export class LoginCalls {
  readonly #logIn: LogIn;
  readonly #open = new Map<number, AbortController>();

  constructor(logIn: LogIn) {
    this.#logIn = logIn;
  }

  /** Lets the person log in and gives `answer` what came of it, unless nobody waits any more. */
  async open(
    id: number,
    { url, redirectUrl }: LoginAsk,
    answer: (value: string | null) => void,
  ): Promise<void> {
    const controller = new AbortController();
    this.#open.set(id, controller);
    const value = await this.#logIn({ url, redirectUrl }, controller.signal);
    if (this.#open.get(id) !== controller) return;
    this.#open.delete(id);
    answer(value);
  }

  /** The one who asked waits no longer. */
  close(id: number): void {
    this.#open.get(id)?.abort();
  }

  /** The service is gone: nobody hears the answers. */
  closeAll(): void {
    const open = [...this.#open.values()];
    this.#open.clear();
    for (const controller of open) controller.abort();
  }
}
