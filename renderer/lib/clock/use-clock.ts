import { useEffect, useLayoutEffect, useState } from 'react';
import { clock, type Tick } from './clock.ts';

/** Runs `tick` after each paint that changed it, and whenever it asked to be told. */
export function useTick(tick: Tick): void {
  useLayoutEffect(() => clock.subscribe(tick), [tick]);
}

/**
 * Returns the time, and renders again at the instant that `nextAtMs` names: for what changes
 * rarely (a group's border, a day's name). Timers write their text themselves, see {@link useTick}.
 */
export function useNow(nextAtMs: (nowMs: number) => number | null): number {
  const [nowMs, setNowMs] = useState(() => clock.now());
  useEffect(
    () =>
      clock.subscribe((atMs) => {
        setNowMs(atMs);
        return nextAtMs(atMs);
      }),
    [nextAtMs],
  );
  return nowMs;
}

/** For {@link useNow}: the next full minute. */
export const nextMinute = (nowMs: number): number => (Math.floor(nowMs / 60_000) + 1) * 60_000;
