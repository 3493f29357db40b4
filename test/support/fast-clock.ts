import type { Clock } from '../../electron/service/ports/clock.ts';

/**
 * A clock that runs `factor` times as fast as the machine's, from the machine's `epochMs` on. Every
 * process with the same two numbers reads the same time.
 */
export function fastClock(epochMs: number, factor: number): Clock {
  const sinceMs = (): number => (Date.now() - epochMs) * factor;
  return {
    now: () => epochMs + sinceMs(),
    monotonic: sinceMs,
    after: (delayMs, task) => {
      const timer = setTimeout(task, delayMs / factor);
      return () => clearTimeout(timer);
    },
  };
}
