import type { Clock } from '../ports/clock.ts';

/** The longest delay a Node timer holds; a longer one would fire at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** The machine's clock. `after` holds any delay, also those beyond what one Node timer can. */
export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  after: (delayMs, task) => {
    const startedAtMs = performance.now();
    let timer = start();
    function start(): NodeJS.Timeout {
      const leftMs = Math.max(0, delayMs - (performance.now() - startedAtMs));
      return setTimeout(
        () => {
          if (leftMs > LONGEST_TIMER_MS) timer = start();
          else task();
        },
        Math.min(leftMs, LONGEST_TIMER_MS),
      );
    }
    return () => clearTimeout(timer);
  },
};
