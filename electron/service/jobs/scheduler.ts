import type { Clock } from '../ports/clock.ts';
import type { Logger } from '../ports/logger.ts';

/** A clock that jumped or a machine that slept is noticed after this long at the latest. */
const LONGEST_SLEEP_MS = 60_000;

interface Entry {
  readonly atMs: number;
  /** The same instant as it was expected when it was planned, by the clock that is never set. */
  readonly atMonotonicMs: number;
  readonly task: () => void | Promise<void>;
}

/**
 * Runs named tasks at instants of the wall clock, with one timer for the earliest. Instants are
 * stored, never counted: after a sleep what is overdue runs at once, and once. A wall clock that was
 * set back holds nothing up: what was to run in a minute runs in a minute.
 */
export class Scheduler {
  readonly #clock: Clock;
  readonly #logger: Logger;
  readonly #entries = new Map<string, Entry>();
  readonly #running = new Set<Promise<void>>();
  #stopTimer: () => void = () => {};
  #closed = false;

  constructor(clock: Clock, logger: Logger) {
    this.#clock = clock;
    this.#logger = logger;
  }

  /** Plans `task` for `atMs` in place of what was planned under `key`. */
  plan(key: string, atMs: number, task: () => void | Promise<void>): void {
    if (this.#closed) return;
    const atMonotonicMs = this.#clock.monotonic() + atMs - this.#clock.now();
    this.#entries.set(key, { atMs, atMonotonicMs, task });
    this.#arm();
  }

  cancel(key: string): void {
    this.#entries.delete(key);
    this.#arm();
  }

  /** When `key` is planned for, or null. */
  plannedAtMs(key: string): number | null {
    return this.#entries.get(key)?.atMs ?? null;
  }

  /** Looks at the clock now: a machine that slept may have slept through its timer. */
  lookAgain(): void {
    if (!this.#closed) this.#arm();
  }

  /** Plans nothing more; resolves when the tasks under way have ended. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#entries.clear();
    this.#stopTimer();
    await Promise.all(this.#running);
  }

  #arm(): void {
    this.#stopTimer();
    const leftMs = Math.min(...[...this.#entries.values()].map((entry) => this.#leftMs(entry)));
    if (!Number.isFinite(leftMs)) return;
    const delayMs = Math.min(Math.max(0, leftMs), LONGEST_SLEEP_MS);
    this.#stopTimer = this.#clock.after(delayMs, () => this.#wake());
  }

  #leftMs({ atMs, atMonotonicMs }: Entry): number {
    return Math.min(atMs - this.#clock.now(), atMonotonicMs - this.#clock.monotonic());
  }

  #wake(): void {
    const due = [...this.#entries].filter(([, entry]) => this.#leftMs(entry) <= 0);
    for (const [key] of due) this.#entries.delete(key);
    for (const [key, entry] of due) this.#run(key, entry);
    this.#arm();
  }

  #run(key: string, { task }: Entry): void {
    const run = Promise.resolve()
      .then(task)
      .catch((cause: unknown) => this.#logger.error('job.failed', cause, { job: key }))
      .finally(() => this.#running.delete(run));
    this.#running.add(run);
  }
}
