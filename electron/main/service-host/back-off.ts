/** After this many crashes within {@link CRASH_WINDOW_MS} a restart would only repeat them. */
export const CRASH_LIMIT = 5;
export const CRASH_WINDOW_MS = 5 * 60_000;

const FIRST_DELAY_MS = 250;
const LONGEST_DELAY_MS = 10_000;

/**
 * Returns how long to wait before the restart after the `crashes`-th crash in a row, in
 * milliseconds: doubled each time, and shortened by up to half by `random` (0 ≤ random < 1), so
 * that what crashed two together does not meet them together again.
 */
export function backOffMs(crashes: number, random: number): number {
  const full = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** Math.max(0, crashes - 1));
  return Math.round(full * (1 - random / 2));
}

/** Counts the crashes that still matter. */
export class CrashWindow {
  #atMs: readonly number[] = [];

  /** Notes a crash; returns how many fell into the window that ends now. */
  add(nowMs: number): number {
    this.#atMs = [...this.#atMs.filter((atMs) => nowMs - atMs < CRASH_WINDOW_MS), nowMs];
    return this.#atMs.length;
  }

  clear(): void {
    this.#atMs = [];
  }
}
