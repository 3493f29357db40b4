/**
 * The page's one clock. A listener is told the time and answers when it wants to be told next, so
 * that a hundred visible timers cost one timeout, and a timer at "38 min" sleeps until it is 37.
 */

/** Gets the instant; returns the next instant it cares for, or null when nothing will change. */
export type Tick = (nowMs: number) => number | null;

export interface Clock {
  now(): number;
  /** Calls `tick` at once and then whenever it asked. Returns the way to stop. */
  subscribe(tick: Tick): () => void;
}

export interface Timers {
  now(): number;
  set(run: () => void, afterMs: number): number;
  clear(id: number): void;
}

/** A machine that slept or whose clock was set is noticed after at most this long. */
const LONGEST_SLEEP_MS = 30_000;
/** A listener that asks for an instant of the past is told again after this long, never in a loop. */
const SHORTEST_SLEEP_MS = 50;

/** Returns a clock on these timers. */
export function createClock(timers: Timers): Clock {
  const due = new Map<Tick, number | null>();
  let timeout: number | null = null;

  const plan = (): void => {
    if (timeout !== null) timers.clear(timeout);
    timeout = null;
    const instants = [...due.values()].filter((at) => at !== null);
    if (instants.length === 0) return;
    const wait = Math.min(LONGEST_SLEEP_MS, Math.min(...instants) - timers.now());
    timeout = timers.set(run, Math.max(SHORTEST_SLEEP_MS, wait));
  };

  let lastMs = timers.now();
  const run = (): void => {
    const nowMs = timers.now();
    // Time that ran backwards or jumped ahead makes every shown text wrong: tell everyone.
    const jumped = nowMs < lastMs || nowMs - lastMs > 2 * LONGEST_SLEEP_MS;
    lastMs = nowMs;
    for (const [tick, at] of due) {
      if (jumped || (at !== null && at <= nowMs)) due.set(tick, tick(nowMs));
    }
    plan();
  };

  return {
    now: timers.now,
    subscribe(tick) {
      // A fresh closure per subscription: the same function may be subscribed twice.
      const own: Tick = (nowMs) => tick(nowMs);
      due.set(own, own(timers.now()));
      plan();
      return () => {
        due.delete(own);
        plan();
      };
    },
  };
}

/** The clock of the page. */
export const clock = createClock({
  now: () => Date.now(),
  set: (run, afterMs) => window.setTimeout(run, afterMs),
  clear: (id) => window.clearTimeout(id),
});
