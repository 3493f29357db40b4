import type { SlaClock } from './clocks.ts';
import { countedIn } from './segments.ts';

/** What a clock shows at an instant. */
export interface ClockReading {
  readonly state: 'running' | 'paused' | 'ended' | 'unpromised';
  /** Milliseconds counted so far, in business or calendar time as promised. */
  readonly elapsedMs: number;
  /** Milliseconds of the target that are left, negative beyond it; null without a target. */
  readonly remainingMs: number | null;
  readonly breached: boolean;
}

/** Returns what a clock shows at `nowMs`. The due instant itself is in time. */
export function readClock(clock: SlaClock, nowMs: number): ClockReading {
  const elapsedMs = clock.segments.reduce((sum, segment) => sum + countedIn(segment, nowMs), 0);
  const { targetMs, breachedAtMs } = clock;
  return {
    state: stateOf(clock, nowMs),
    elapsedMs,
    remainingMs: targetMs === null ? null : targetMs - elapsedMs,
    breached: breachedAtMs !== null && breachedAtMs < nowMs,
  };
}

function stateOf({ endedAtMs, segments }: SlaClock, nowMs: number): ClockReading['state'] {
  if (endedAtMs !== null && endedAtMs <= nowMs) return 'ended';
  const current = segments.findLast(({ fromMs }) => fromMs <= nowMs) ?? segments[0];
  if (current === undefined || current.target === null) return 'unpromised';
  return current.runs ? 'running' : 'paused';
}
