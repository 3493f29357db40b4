import type { OutboxItem } from '../../../shared/domain/outbox/types.ts';
import type { Inbox } from '../usecases/inbox.ts';
import { heads } from '../usecases/outbox-queue.ts';
import { reconcileReply, recoverOutbox } from '../usecases/reconcile-reply.ts';
import { sendReply } from '../usecases/send-reply.ts';
import type { Scheduler } from './scheduler.ts';

const WAKE = 'outbox';
/** After a failure of our own (a full disk): not at once again. */
const AFTER_FAULT_MS = 30_000;

/**
 * Moves replies on their way: per conversation in the order they were written, conversations side by
 * side. What it does next follows from the stored states alone, so that it can begin anywhere.
 */
export class OutboxLoop {
  readonly #inbox: Inbox;
  readonly #scheduler: Scheduler;
  readonly #signal: AbortSignal;
  readonly #busy = new Map<string, Promise<void>>();
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
    const dueAtMs = this.#waiting().map((item) => this.#dueAtMs(item));
    const next = Math.min(...dueAtMs);
    if (Number.isFinite(next)) this.#scheduler.plan(WAKE, next, () => this.#pass());
    else this.#scheduler.cancel(WAKE);
  }

  #waiting(): readonly OutboxItem[] {
    return heads(this.#inbox.store.outboxOpen()).filter((item) => !this.#busy.has(item.id));
  }

  /** Infinity: nothing to do until something changes. */
  #dueAtMs(item: OutboxItem): number {
    const { holds, network } = this.#inbox;
    const restMs = this.#restingUntilMs.get(item.id) ?? 0;
    if (item.state === 'queued') return Math.max(restMs, holds.wakeAtMs(item));
    if (item.state === 'sending' || item.state === 'reconciling') return restMs;
    if (!network.online) return Infinity;
    // The way is open again: no need to sit out a wait that was for its absence.
    if (item.state === 'deferred' && item.reason === 'offline' && this.#cameOnline(item)) {
      return restMs;
    }
    return Math.max(restMs, item.notBeforeMs);
  }

  #cameOnline(item: OutboxItem): boolean {
    const sinceMs = this.#inbox.network.onlineSinceMs;
    return sinceMs !== null && sinceMs >= item.changedAtMs;
  }

  #pass(): void {
    if (!this.#running) return;
    const nowMs = this.#inbox.clock.now();
    for (const item of this.#waiting()) {
      if (this.#dueAtMs(item) > nowMs) continue;
      const work = this.#move(item)
        .catch((cause: unknown) => {
          this.#inbox.logger.error('outbox.failed', cause, { outboxId: item.id });
          this.#restingUntilMs.set(item.id, this.#inbox.clock.now() + AFTER_FAULT_MS);
        })
        .finally(() => {
          this.#busy.delete(item.id);
          this.#plan();
        });
      this.#busy.set(item.id, work);
    }
    this.#plan();
  }

  async #move(item: OutboxItem): Promise<void> {
    switch (item.state) {
      case 'queued':
      case 'deferred':
        return sendReply(this.#inbox, item.id, this.#signal);
      case 'unknown':
        return reconcileReply(this.#inbox, item.id, this.#signal);
      case 'sending':
      case 'reconciling':
        // Nobody works on it: its end could not be committed.
        return recoverOutbox(this.#inbox, new Set(this.#busy.keys()));
      default:
        return undefined;
    }
  }
}
