import type { OutboxItem } from '../../../shared/domain/outbox/types.ts';
import type { Inbox } from '../usecases/inbox.ts';
import { hasWayTo } from '../usecases/network.ts';
import { heads, isFromLater } from '../usecases/outbox-queue.ts';
import { carryOut } from '../usecases/carry-out.ts';
import { lookForLost, recoverOutbox } from '../usecases/look-for-lost.ts';
import type { Scheduler } from './scheduler.ts';

const WAKE = 'outbox';
/** After a failure of our own (a full disk): not at once again. */
const AFTER_FAULT_MS = 30_000;

/**
 * Moves what is in the outbox on its way: words per conversation in the order they were written,
 * everything else per message, side by side. What it does next follows from the stored states alone, so that it can begin anywhere.
 */
export class OutboxLoop {
  readonly #inbox: Inbox;
  readonly #scheduler: Scheduler;
  readonly #signal: AbortSignal;
  readonly #busy = new Map<string, Promise<void>>();
  /** By the clock that is never set. */
  readonly #restingUntilMs = new Map<string, number>();
  readonly #stops: (() => void)[] = [];
  #running = false;

  constructor(inbox: Inbox, scheduler: Scheduler, signal: AbortSignal) {
    this.#inbox = inbox;
    this.#scheduler = scheduler;
    this.#signal = signal;
  }

  start(): void {
    this.#running = true;
    this.#stops.push(
      this.#inbox.changes.listen((change) => {
        if (change.type !== 'settings') this.#plan();
      }),
      this.#inbox.network.listen(() => this.#plan()),
    );
    this.#plan();
  }

  /** Begins nothing more; resolves when the deliveries under way have ended. */
  async close(): Promise<void> {
    this.#running = false;
    for (const stop of this.#stops) stop();
    this.#scheduler.cancel(WAKE);
    await Promise.all(this.#busy.values());
  }

  #plan(): void {
    if (!this.#running) return;
    const nextMs = this.#nextMs();
    if (Number.isFinite(nextMs)) this.#scheduler.plan(WAKE, nextMs, () => this.#pass());
    else this.#scheduler.cancel(WAKE);
  }

  #nextMs(): number {
    try {
      return Math.min(...this.#waiting().map((item) => this.#dueAtMs(item)));
    } catch (cause) {
      // Thrown on to who announced a commit, it would look as if the commit had failed.
      this.#inbox.logger.error('outbox.plan', cause);
      return this.#inbox.clock.now() + AFTER_FAULT_MS;
    }
  }

  #waiting(): readonly OutboxItem[] {
    return heads(this.#inbox.store.outboxOpen()).filter((item) => !this.#busy.has(item.id));
  }

  /** Infinity: nothing to do until something changes. */
  #dueAtMs(item: OutboxItem): number {
    const { holds, clock } = this.#inbox;
    const restMs = this.#restMs(item);
    const isLater = isFromLater(item, clock.now());
    if (item.state === 'queued') return isLater ? restMs : Math.max(restMs, holds.wakeAtMs(item));
    if (item.state === 'sending' || item.state === 'reconciling') return restMs;
    if (!hasWayTo(this.#inbox, item.accountId)) return Infinity;
    // The way is open again: no need to sit out a wait that was for its absence.
    if (item.state === 'deferred' && item.reason === 'offline' && this.#cameOnline(item)) {
      return restMs;
    }
    return isLater ? restMs : Math.max(restMs, item.notBeforeMs);
  }

  #restMs(item: OutboxItem): number {
    const { clock } = this.#inbox;
    const leftMs = (this.#restingUntilMs.get(item.id) ?? -Infinity) - clock.monotonic();
    return leftMs > 0 ? clock.now() + leftMs : 0;
  }

  #cameOnline(item: OutboxItem): boolean {
    const sinceMs = this.#inbox.network.onlineSinceMs;
    return sinceMs !== null && sinceMs >= item.changedAtMs;
  }

  #pass(): void {
    if (!this.#running) return;
    const nowMs = this.#inbox.clock.now();
    try {
      for (const item of this.#waiting()) if (this.#dueAtMs(item) <= nowMs) this.#begin(item);
    } finally {
      this.#plan();
    }
  }

  #begin(item: OutboxItem): void {
    const { clock, logger } = this.#inbox;
    const work = this.#move(item)
      .catch((cause: unknown) => {
        logger.error('outbox.failed', cause, { outboxId: item.id });
        this.#restingUntilMs.set(item.id, clock.monotonic() + AFTER_FAULT_MS);
      })
      .finally(() => {
        this.#busy.delete(item.id);
        this.#plan();
      });
    this.#busy.set(item.id, work);
  }

  async #move(item: OutboxItem): Promise<void> {
    switch (item.state) {
      case 'queued':
      case 'deferred':
        return carryOut(this.#inbox, item.id, this.#signal);
      case 'unknown':
        return lookForLost(this.#inbox, item.id, this.#signal);
      case 'sending':
      case 'reconciling':
        // Nobody works on it: its end could not be committed.
        return recoverOutbox(this.#inbox, new Set(this.#busy.keys()));
      default:
        return undefined;
    }
  }
}
