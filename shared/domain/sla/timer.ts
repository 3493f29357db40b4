import type { TimerState } from './types.ts';

/** What a timer is computed from; stored instants only, so that a sleeping machine changes nothing. */
export interface TimerInput {
  readonly pendingSinceMs: number | null;
  readonly warnAtMs: number | null;
  readonly dueAtMs: number | null;
  readonly answeredAtMs: number | null;
  readonly paused: boolean;
  /** A coverage gap touches its life: something may have happened that was not read. */
  readonly uncertain: boolean;
}

/** What a timer shows. */
export interface TimerReading {
  readonly state: TimerState;
  /** Wall-clock milliseconds to the deadline, negative after it; null where no deadline runs. */
  readonly remainingMs: number | null;
  /** Wall-clock share of the time that is left, 0–1; null where no deadline runs. */
  readonly share: number | null;
}

/**
 * Returns what a timer shows at `nowMs` (domain.md §4). The due instant itself is in time. Paused
 * says nothing of what is left; overdue wins over uncertain, uncertain over calm and warning.
 */
export function timerAt(facts: TimerInput, nowMs: number): TimerReading {
  const { pendingSinceMs, dueAtMs, warnAtMs } = facts;
  if (pendingSinceMs === null) return still(facts.answeredAtMs === null ? 'none' : 'answered');
  if (facts.paused) return still('paused');
  if (dueAtMs === null) return still('none');
  const remainingMs = dueAtMs - nowMs;
  const share = shareLeft(remainingMs, dueAtMs - pendingSinceMs);
  if (remainingMs < 0) return { state: 'overdue', remainingMs, share };
  if (facts.uncertain) return { state: 'uncertain', remainingMs, share };
  const warns = warnAtMs !== null && nowMs >= warnAtMs;
  return { state: warns ? 'warning' : 'calm', remainingMs, share };
}

const still = (state: TimerState): TimerReading => ({ state, remainingMs: null, share: null });

const shareLeft = (remainingMs: number, wholeMs: number): number =>
  wholeMs <= 0 ? 0 : Math.min(1, Math.max(0, remainingMs / wholeMs));
