import type { AppendResult } from '../ports/store.ts';

/** Which rows changed, never their content: the same shape as the contract's `changeRecord`. */
export type Change =
  | { readonly type: 'conversations'; readonly ids: string[]; readonly arrivedIds: string[] }
  | { readonly type: 'accounts'; readonly ids: string[] }
  | { readonly type: 'settings' }
  | { readonly type: 'everything' };

/** So many rows at once are better asked for anew. */
const MANY_ROWS = 500;

/** Announces committed changes to whoever listens in this process. Events only, no commands. */
export class ChangeHub {
  readonly #listeners = new Set<(change: Change) => void>();

  publish(change: Change): void {
    for (const listener of this.#listeners) listener(change);
  }

  /** Calls `listener` at each change; returns the way to stop. */
  listen(listener: (change: Change) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** How many listen now: none is left behind when pages go. */
  get listeners(): number {
    return this.#listeners.size;
  }

  /**
   * Yields changes until `signal` aborts. What happens while the consumer is busy is folded into
   * one record per type, so that a slow page costs no memory.
   */
  stream(signal: AbortSignal): AsyncGenerator<Change, void, undefined> {
    const waiting = new FoldedChanges();
    let wake: (() => void) | null = null;
    const stop = this.listen((change) => {
      waiting.add(change);
      wake?.();
    });
    const end = (): void => {
      stop();
      wake?.();
    };
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, { once: true });
    async function* changes(): AsyncGenerator<Change, void, undefined> {
      try {
        while (!signal.aborted) {
          const change = waiting.take();
          if (change !== null) yield change;
          else await new Promise<void>((resolve) => (wake = resolve));
        }
      } finally {
        stop();
      }
    }
    return changes();
  }
}

/** Changes that wait for a reader, one record per type at most. */
export class FoldedChanges {
  #everything = false;
  #settings = false;
  #accounts = new Set<string>();
  #conversations = new Set<string>();
  #arrived = new Set<string>();

  add(change: Change): void {
    switch (change.type) {
      case 'everything':
        this.#everything = true;
        return;
      case 'settings':
        this.#settings = true;
        return;
      case 'accounts':
        for (const id of change.ids) this.#accounts.add(id);
        return;
      case 'conversations':
        for (const id of change.ids) this.#conversations.add(id);
        for (const id of change.arrivedIds) this.#arrived.add(id);
    }
  }

  /** Returns the next record and forgets it; null when nothing waits. */
  take(): Change | null {
    if (this.#everything || this.#conversations.size > MANY_ROWS) {
      this.#everything = false;
      this.#conversations = new Set();
      this.#arrived = new Set();
      return { type: 'everything' };
    }
    if (this.#settings) {
      this.#settings = false;
      return { type: 'settings' };
    }
    if (this.#accounts.size > 0) {
      const ids = [...this.#accounts];
      this.#accounts = new Set();
      return { type: 'accounts', ids };
    }
    if (this.#conversations.size === 0) return null;
    const ids = [...this.#conversations];
    const arrivedIds = [...this.#arrived];
    this.#conversations = new Set();
    this.#arrived = new Set();
    return { type: 'conversations', ids, arrivedIds };
  }
}

/** Announces what one append changed. `arrivals`: new customer messages are worth a notice. */
export function publishAppend(hub: ChangeHub, result: AppendResult, arrivals = false): void {
  if (result.settings) hub.publish({ type: 'settings' });
  if (result.accountIds.length > 0) {
    hub.publish({ type: 'accounts', ids: [...result.accountIds] });
  }
  if (result.conversationIds.length === 0) return;
  hub.publish({
    type: 'conversations',
    ids: [...result.conversationIds],
    arrivedIds: arrivals ? conversationsWithNews(result) : [],
  });
}

function conversationsWithNews(result: AppendResult): string[] {
  const ids = new Set<string>();
  for (const event of result.events) {
    const news = event.kind === 'message.observed' && event.payload.authorKind === 'customer';
    if (news && event.conversationId !== null) ids.add(event.conversationId);
  }
  return [...ids];
}
