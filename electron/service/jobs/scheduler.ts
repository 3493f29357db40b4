import type { Clock } from '../ports/clock.ts';
import type { Logger } from '../ports/logger.ts';

/** A clock that jumped or a machine that slept is noticed after this long at the latest. */
const LONGEST_SLEEP_MS = 60_000;

interface Entry {
  readonly atMs: number;
  readonly task: () => void | Promise<void>;
}

/**
 * Runs named tasks at instants of the wall clock, with one timer for the earliest. Instants are
 * stored, never counted: after a sleep what is overdue runs at once, and once.
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
    this.#entries.set(key, { atMs, task });
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
    const next = Math.min(...[...this.#entries.values()].map((entry) => entry.atMs));
    if (!Number.isFinite(next)) return;
    const delayMs = Math.min(Math.max(0, next - this.#clock.now()), LONGEST_SLEEP_MS);
    this.#stopTimer = this.#clock.after(delayMs, () => this.#wake());
  }

  #wake(): void {
    const nowMs = this.#clock.now();
    const due = [...this.#entries].filter(([, entry]) => entry.atMs <= nowMs);
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
