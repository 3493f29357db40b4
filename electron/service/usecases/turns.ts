/** Lets tasks of the same key run one after the other; different keys run side by side. */
export class Turns {
  readonly #last = new Map<string, Promise<unknown>>();

  /** Runs `task` when everything asked for before under `key` has ended; returns its result. */
  run<T>(key: string, task: () => Promise<T>): Promise<T> {
    const before = this.#last.get(key) ?? Promise.resolve();
    const turn = before.then(task, task);
    const forget = (): void => {
      if (this.#last.get(key) === settled) this.#last.delete(key);
    };
    const settled: Promise<void> = turn.then(forget, forget);
    this.#last.set(key, settled);
    return turn;
  }
}
