import type { AppError } from '../../../shared/kernel/app-error.ts';
import type { ReadPlan } from '../ports/connector.ts';
import type { AccountRow } from '../ports/store.ts';
import { askedWaitMs } from '../usecases/retry.ts';

const MINUTE_MS = 60_000;

/** How often what is read (facebook.md §5): cost per day and page stays below the smallest allowance. */
export const SYNC_PACE = {
  indexMs: MINUTE_MS,
  practiceIndexMs: 5_000,
  /** Finds comments on old posts. */
  deepIndexMs: 12 * MINUTE_MS,
  /** Finds edits and what vanished. */
  completeMs: 24 * 60 * MINUTE_MS,
  /** After a failure, doubling up to this. */
  longestWaitMs: 15 * MINUTE_MS,
  /** A part that fails again and again is still tried this often. */
  longestRepairMs: 4 * 60 * MINUTE_MS,
  /** When the platform throttles and does not say for how long. */
  throttleMs: 15 * MINUTE_MS,
  jitter: 0.1,
} as const;

/** What the loop remembers of an account; everything else is in the store. */
export interface Track {
  readonly account: AccountRow;
  /** Reads that failed as a whole, in a row. */
  failures: number;
  /** Complete reads in a row of which a part failed, and when the next is due. */
  repairs: number;
  repairAtMs: number;
  lastDeepAtMs: number;
  lastCompleteAtMs: number;
  /** Somebody asked for everything. */
  wanted: boolean;
  busy: boolean;
}

/** A program that just started has read nothing to its end: the first read is a complete one. */
export const newTrack = (account: AccountRow): Track => ({
  account,
  failures: 0,
  repairs: 0,
  repairAtMs: 0,
  lastDeepAtMs: -Infinity,
  lastCompleteAtMs: -Infinity,
  wanted: false,
  busy: false,
});

/** How a read went. */
export interface ReadDone {
  readonly depth: ReadPlan['depth'];
  readonly startedAtMs: number;
  readonly endedAtMs: number;
  /** Why it failed as a whole, or null. */
  readonly failure: AppError | null;
  /** Every part was read to its end. */
  readonly complete: boolean;
}

/** Remembers a read. A part that cannot be read is tried again ever more rarely: the rest goes on. */
export function noteRead(track: Track, read: ReadDone): void {
  track.failures = read.failure === null ? 0 : track.failures + 1;
  if (read.failure !== null) return;
  if (read.depth !== 'index') track.lastDeepAtMs = read.startedAtMs;
  if (read.depth !== 'complete') return;
  track.repairs = read.complete ? 0 : track.repairs + 1;
  if (read.complete) track.lastCompleteAtMs = read.startedAtMs;
  const pauseMs = Math.min(SYNC_PACE.longestRepairMs, MINUTE_MS * 2 ** Math.min(10, track.repairs));
  track.repairAtMs = read.complete ? 0 : read.endedAtMs + pauseMs;
}

/** Returns how far the next read goes. `lacking`: never read, or a gap is open. */
export function depthFor(track: Track, lacking: boolean, nowMs: number): ReadPlan['depth'] {
  const old = sinceMs(track.lastCompleteAtMs, nowMs) >= SYNC_PACE.completeMs;
  const rested = sinceMs(track.repairAtMs - SYNC_PACE.longestRepairMs, nowMs);
  const mayRepair = rested >= SYNC_PACE.longestRepairMs;
  if (track.wanted || ((lacking || old) && mayRepair)) return 'complete';
  return sinceMs(track.lastDeepAtMs, nowMs) >= SYNC_PACE.deepIndexMs ? 'deep_index' : 'index';
}

/** What lies in the future was noted before the clock was set back: nobody knows how long ago. */
const sinceMs = (atMs: number, nowMs: number): number => (atMs > nowMs ? Infinity : nowMs - atMs);

/** Returns the milliseconds to the next read, before jitter. */
export function waitMs(track: Track, failure: AppError | null): number {
  const usualMs = track.account.practice ? SYNC_PACE.practiceIndexMs : SYNC_PACE.indexMs;
  if (failure === null) return usualMs;
  if (failure.code === 'throttled') return askedWaitMs(failure) ?? SYNC_PACE.throttleMs;
  return Math.min(SYNC_PACE.longestWaitMs, usualMs * 2 ** Math.min(10, track.failures));
}
