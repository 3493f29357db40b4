import type { Clock } from '../ports/clock.ts';

/** The wall clock may be corrected by this much without anybody having slept. */
const CORRECTION_MS = 2 * 60_000;

/**
 * Notices that the machine slept although nobody said so: the wall clock went on, the other one stood
 * still. A clock that was set ahead looks the same, and is treated the same.
 */
export class SleepWatch {
  readonly #clock: Pick<Clock, 'now' | 'monotonic'>;
  #wallMs: number;
  #monotonicMs: number;

  constructor(clock: Pick<Clock, 'now' | 'monotonic'>) {
    this.#clock = clock;
    this.#wallMs = clock.now();
    this.#monotonicMs = clock.monotonic();
  }

  /** Whether it slept since this was last asked. */
  slept(): boolean {
    const [wallMs, monotonicMs] = [this.#clock.now(), this.#clock.monotonic()];
    const aheadMs = wallMs - this.#wallMs - (monotonicMs - this.#monotonicMs);
    this.#wallMs = wallMs;
    this.#monotonicMs = monotonicMs;
    return aheadMs > CORRECTION_MS;
  }
}
