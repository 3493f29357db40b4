import type { CallMeter, CallNote } from '../ports/call-meter.ts';
import type { Clock } from '../ports/clock.ts';
import type { CallTally } from '../ports/store.ts';

/** Calls are counted in stretches this long. */
export const CALL_SLOT_MS = 5 * 60_000;

/** What the platform last said of how much of the allowance is used. */
export interface Usage {
  /** 0–100; null: nothing said yet. */
  readonly percent: number | null;
  readonly atMs: number;
}

/**
 * Counts the calls that are made for each account. They stay in memory until a read commits anyway:
 * a write to the disk per call would cost more than the call.
 */
export class CallCounter {
  readonly #clock: Pick<Clock, 'now'>;
  readonly #waiting = new Map<string, Map<string, CallTally>>();
  readonly #usage = new Map<string, Usage>();

  constructor(clock: Pick<Clock, 'now'>) {
    this.#clock = clock;
  }

  /** Returns the meter of one account, to hand to its connector. */
  meterOf(accountId: string): CallMeter {
    return (note) => this.#count(accountId, note);
  }

  /** Returns what was counted since the last time, and forgets it. */
  take(accountId: string): readonly CallTally[] {
    const calls = this.pending(accountId);
    this.#waiting.delete(accountId);
    return calls;
  }

  /** What was counted and is not in the store yet. */
  pending(accountId: string): readonly CallTally[] {
    return [...(this.#waiting.get(accountId)?.values() ?? [])];
  }

  /** The platform's latest figure since this program started, or null. */
  usageOf(accountId: string): Usage | null {
    return this.#usage.get(accountId) ?? null;
  }

  forget(accountId: string): void {
    this.#waiting.delete(accountId);
    this.#usage.delete(accountId);
  }

  #count(accountId: string, { purpose, usagePercent }: CallNote): void {
    const nowMs = this.#clock.now();
    if (usagePercent !== null) this.#usage.set(accountId, { percent: usagePercent, atMs: nowMs });
    const slotMs = nowMs - (nowMs % CALL_SLOT_MS);
    const counted = this.#waiting.get(accountId) ?? new Map<string, CallTally>();
    this.#waiting.set(accountId, counted);
    const key = `${purpose}/${slotMs}`;
    const calls = (counted.get(key)?.calls ?? 0) + 1;
    counted.set(key, { purpose, slotMs, calls });
  }
}
