import type { ServiceToHost } from '../../../shared/contract/host.ts';

/** Asks the shell's keychain and pairs its answers with the questions. */
export class KeychainCalls {
  readonly #send: (message: ServiceToHost) => void;
  readonly #waiting = new Map<number, (value: string | null) => void>();
  #lastId = 0;

  constructor(send: (message: ServiceToHost) => void) {
    this.#send = send;
  }

  /** Returns the sealed or opened value, or null when the keychain cannot. */
  ask(type: 'seal' | 'open', value: string): Promise<string | null> {
    const id = ++this.#lastId;
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      this.#send({ type, id, value });
    });
  }

  /** An answer of the shell arrived; one that nobody waits for is dropped. */
  answer(id: number, value: string | null): void {
    this.#waiting.get(id)?.(value);
    this.#waiting.delete(id);
  }
}
