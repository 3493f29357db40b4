const FIRST_MS = 5_000;
const LONGEST_MS = 15 * 60_000;

/**
 * Returns how many milliseconds a reply that certainly was not sent waits before the next attempt:
 * doubling from 5 s to 15 min, of which a random half, and never less than the platform asked for.
 * `attempt` counts from 1; `random` returns 0 ≤ r < 1.
 */
export function backoffMs(input: {
  readonly attempt: number;
  readonly retryAfterMs: number | null;
  readonly random: () => number;
}): number {
  const full = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(20, Math.max(0, input.attempt - 1)));
  const jittered = Math.round(full * (0.5 + input.random() / 2));
  return Math.max(jittered, input.retryAfterMs ?? 0);
}
