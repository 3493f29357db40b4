import type { Clock } from '../../electron/service/ports/clock.ts';

/** A clock that stands still until a test moves it. */
export interface ManualClock extends Clock {
  /** Moves on and runs what falls due on the way, in order. */
  advance(ms: number): void;
  /** Sets the wall clock alone, back or forth, as a person or NTP would. */
  setWall(atMs: number): void;
}

/** Returns a clock whose wall shows `startMs`. */
export function manualClock(startMs: number): ManualClock {
  let wallMs = startMs;
  let monotonicMs = 0;
  const tasks = new Set<{ readonly dueMs: number; readonly run: () => void }>();
  return {
    now: () => wallMs,
    monotonic: () => monotonicMs,
    after: (delayMs, run) => {
      const task = { dueMs: monotonicMs + delayMs, run };
      tasks.add(task);
      return () => tasks.delete(task);
    },
    advance: (ms) => {
      const endMs = monotonicMs + ms;
      for (;;) {
        const next = [...tasks].toSorted((a, b) => a.dueMs - b.dueMs)[0];
        if (next === undefined || next.dueMs > endMs) break;
        tasks.delete(next);
        wallMs += next.dueMs - monotonicMs;
        monotonicMs = next.dueMs;
        next.run();
      }
      wallMs += endMs - monotonicMs;
      monotonicMs = endMs;
    },
    setWall: (atMs) => {
      wallMs = atMs;
    },
  };
}
