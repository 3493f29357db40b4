import { attempt, type Inbox } from '../usecases/inbox.ts';
import { hasWayTo } from '../usecases/network.ts';
import { refreshThread } from '../usecases/refresh-thread.ts';

/** A thread that was read this recently is not read again because somebody looks at it. */
const FRESH_MS = 60_000;
/** More than anybody opens within {@link FRESH_MS}; then the oldest marks go. */
const REMEMBERED = 200;

/** Reads a conversation anew when somebody opens it: edits and deletions move no post's mark. */
export class ThreadRefresh {
  readonly #inbox: Inbox;
  readonly #signal: AbortSignal;
  /** By the clock that is never set. */
  readonly #readAtMs = new Map<string, number>();

  constructor(inbox: Inbox, signal: AbortSignal) {
    this.#inbox = inbox;
    this.#signal = signal;
  }

  /** Begins to read, unless it is fresh or there is no way; what is new arrives as a change. */
  soon(conversationId: string): void {
    const nowMs = this.#inbox.clock.monotonic();
    const readAtMs = this.#readAtMs.get(conversationId) ?? -Infinity;
    if (this.#signal.aborted || nowMs - readAtMs < FRESH_MS || !this.#hasWay(conversationId))
      return;
    this.#readAtMs.delete(conversationId);
    this.#readAtMs.set(conversationId, nowMs);
    const [oldest] = this.#readAtMs.keys();
    if (this.#readAtMs.size > REMEMBERED && oldest !== undefined) this.#readAtMs.delete(oldest);
    void this.#read(conversationId);
  }

  #hasWay(conversationId: string): boolean {
    if (this.#inbox.network.online) return true;
    const conversation = this.#inbox.store.conversation(conversationId);
    return conversation !== null && hasWayTo(this.#inbox, conversation.row.accountId);
  }

  async #read(conversationId: string): Promise<void> {
    try {
      const read = await attempt(() => refreshThread(this.#inbox, conversationId, this.#signal));
      const result = read.ok ? read.value : read;
      // The account's own reads tell people of a lasting failure.
      if (!result.ok) this.#inbox.logger.info('thread.refresh', { code: result.error.code });
    } catch (cause) {
      this.#inbox.logger.error('thread.refresh', cause);
    }
  }
}
