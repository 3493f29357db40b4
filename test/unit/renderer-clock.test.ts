import { expect, test } from 'vitest';
import { createClock, type Timers } from '../../renderer/lib/clock/clock.ts';

/** Timers that a test moves. Timeouts run on; the wall clock can be set, as people and laptops do. */
function manualTimers() {
  let runningMs = 0;
  let wallMs = 1_000_000;
  let planned: { readonly atMs: number; readonly run: () => void } | null = null;
  const timers: Timers = {
    now: () => wallMs,
    set: (run, afterMs) => {
      planned = { atMs: runningMs + afterMs, run };
      return 1;
    },
    clear: () => {
      planned = null;
    },
  };
  const advance = (toMs: number): void => {
    wallMs += toMs - runningMs;
    runningMs = toMs;
  };
  const move = (byMs: number): void => {
    const end = runningMs + byMs;
    while (planned !== null && planned.atMs <= end) {
      const { atMs, run } = planned;
      planned = null;
      advance(atMs);
      run();
    }
    advance(end);
  };
  const setWall = (byMs: number): void => {
    wallMs += byMs;
  };
  return { timers, move, setWall, isIdle: () => planned === null };
}

test('a listener is told at once and then exactly when it asked', () => {
  const { timers, move } = manualTimers();
  const clock = createClock(timers);
  const told: number[] = [];
  clock.subscribe((nowMs) => {
    told.push(nowMs);
    return nowMs + 7_000;
  });
  move(21_000);
  expect(told).toEqual([1_000_000, 1_007_000, 1_014_000, 1_021_000]);
});

test('who asks for nothing more costs no timeout', () => {
  const { timers, isIdle } = manualTimers();
  createClock(timers).subscribe(() => null);
  expect(isIdle()).toBe(true);
});

test.each([
  ['slept', 8 * 3_600_000],
  ['had its clock set back', -4 * 3_600_000],
])('after the machine %s everyone is told within half a minute', (_name, byMs) => {
  const { timers, move, setWall } = manualTimers();
  let told = 0;
  createClock(timers).subscribe((nowMs) => {
    told += 1;
    return nowMs + 24 * 3_600_000;
  });
  setWall(byMs);
  move(30_000);
  expect(told).toBe(2);
});

test('a listener that stopped is told nothing, not even within the same tick', () => {
  const { timers, move } = manualTimers();
  const clock = createClock(timers);
  let told = 0;
  const stop = clock.subscribe((nowMs) => {
    told += 1;
    return nowMs + 1_000;
  });
  stop();
  move(60_000);
  expect(told).toBe(1);
});
