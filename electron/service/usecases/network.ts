import type { Clock } from '../ports/clock.ts';
import type { ReadableStore } from '../ports/store.ts';

/** Whether this computer is connected, as far as the shell and the page can tell. */
export class Network {
  readonly #clock: Pick<Clock, 'now'>;
  #online = true;
  #onlineSinceMs: number | null = null;
  readonly #listeners = new Set<(online: boolean) => void>();

  constructor(clock: Pick<Clock, 'now'>) {
    this.#clock = clock;
  }

  get online(): boolean {
    return this.#online;
  }

  /** When the way last opened again; null when it never was closed. */
  get onlineSinceMs(): number | null {
    return this.#onlineSinceMs;
  }

  set(online: boolean): void {
    if (online === this.#online) return;
    this.#online = online;
    if (online) this.#onlineSinceMs = this.#clock.now();
    for (const listener of this.#listeners) listener(online);
  }

  /** Calls `listener` when it changes; returns the way to stop. */
  listen(listener: (online: boolean) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }
}

/** Whether an account can be reached at all: a practice page is on this computer, and always can. */
export const hasWayTo = (
  { network, store }: { readonly network: Network; readonly store: Pick<ReadableStore, 'account'> },
  accountId: string,
): boolean => network.online || store.account(accountId)?.practice === true;
