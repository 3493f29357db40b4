import type { LoginAsk, ServiceToHost } from '../../../shared/contract/host.ts';

/** A question to the shell, before it has its number. */
type Question =
  | { readonly type: 'seal' | 'open' | 'browse'; readonly value: string }
  | ({ readonly type: 'login' } & LoginAsk);

/** Asks the shell (its keychain, a login in a window) and pairs its answers with the questions. */
export class ShellCalls {
  readonly #send: (message: ServiceToHost) => void;
  readonly #waiting = new Map<number, (value: string | null) => void>();
  #lastId = 0;

  constructor(send: (message: ServiceToHost) => void) {
    this.#send = send;
  }

  /** Returns the sealed or opened value, or null when the keychain cannot. */
  keychain(type: 'seal' | 'open', value: string): Promise<string | null> {
    return this.#ask({ type, value }).answer;
  }

  /** Shows an address in the person's browser; false when it cannot. */
  async browse(url: string): Promise<boolean> {
    return (await this.#ask({ type: 'browse', value: url }).answer) !== null;
  }

  /** Returns the address that a login came back to; null when its window was closed or `signal` aborts. */
  logIn({ url, redirectUrl }: LoginAsk, signal: AbortSignal): Promise<string | null> {
    if (signal.aborted) return Promise.resolve(null);
    const { id, answer } = this.#ask({ type: 'login', url, redirectUrl });
    const close = (): void => this.#send({ type: 'login.close', id });
    signal.addEventListener('abort', close, { once: true });
    return answer.finally(() => signal.removeEventListener('abort', close));
  }

  /** An answer of the shell arrived; one that nobody waits for is dropped. */
  answer(id: number, value: string | null): void {
    this.#waiting.get(id)?.(value);
    this.#waiting.delete(id);
  }

  #ask(question: Question): { readonly id: number; readonly answer: Promise<string | null> } {
    const id = ++this.#lastId;
    const answer = new Promise<string | null>((resolve) => {
      this.#waiting.set(id, resolve);
      this.#send({ ...question, id });
    });
    return { id, answer };
  }
}
