import type { OutboxItem } from '../../../shared/domain/outbox/types.ts';

/** A pointer that was left lying on the undo button does not hold a reply for ever. */
const LONGEST_HOLD_MS = 120_000;

interface Hold {
  /** What was left of the undo window when the hold began. */
  readonly leftMs: number;
  /** Null once released. */
  readonly heldAtMs: number | null;
  readonly notBeforeMs: number;
}

/**
 * Replies whose undo window stands still while somebody hovers over it. Of this process only: after
 * a restart a queued reply leaves at the instant that was committed.
 */
export class ReplyHolds {
  readonly #holds = new Map<string, Hold>();

  hold(item: OutboxItem, nowMs: number): void {
    const leftMs = Math.max(0, this.notBeforeMs(item, nowMs) - nowMs);
    const notBeforeMs = nowMs + LONGEST_HOLD_MS + leftMs;
    this.#holds.set(item.id, { leftMs, heldAtMs: nowMs, notBeforeMs });
  }

  /** Lets the window go on with what was left of it. */
  release(outboxId: string, nowMs: number): void {
    const hold = this.#holds.get(outboxId);
    if (hold === undefined || hold.heldAtMs === null) return;
    this.#holds.set(outboxId, { ...hold, heldAtMs: null, notBeforeMs: nowMs + hold.leftMs });
  }

  forget(outboxId: string): void {
    this.#holds.delete(outboxId);
  }

  /** Returns when the reply may leave, holds counted in. */
  notBeforeMs(item: OutboxItem, nowMs: number): number {
    const hold = this.#holds.get(item.id);
    if (hold === undefined || item.state !== 'queued') return item.notBeforeMs;
    if (hold.heldAtMs === null) return hold.notBeforeMs;
    return nowMs < hold.notBeforeMs ? nowMs + hold.leftMs : hold.notBeforeMs;
  }

  /** When the loop must look at it: the end of the longest hold while it is held. */
  wakeAtMs(item: OutboxItem): number {
    const hold = this.#holds.get(item.id);
    return hold === undefined || item.state !== 'queued' ? item.notBeforeMs : hold.notBeforeMs;
  }
}
