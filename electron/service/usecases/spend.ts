import type { Pace } from '../../../shared/domain/source/plan.ts';
import type { CallNote } from '../ports/call-meter.ts';
import type { AccountRow, CallTally } from '../ports/store.ts';
import { CALL_SLOT_MS } from './call-counter.ts';
import type { Inbox } from './inbox.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** From here on the platform's figure is worth a warning (facebook.md §5: it throttles at 100). */
export const USAGE_SLOW_PERCENT = 75;
/** From here on only conversations in which somebody waits are read. */
export const USAGE_OPEN_ONLY_PERCENT = 90;

/** Returns the pace that the platform's figure and a hold allow. */
export function paceOf(
  { usagePercent, heldUntilMs }: { usagePercent: number | null; heldUntilMs: number | null },
  nowMs: number,
): Pace {
  if (heldUntilMs !== null && heldUntilMs > nowMs) return 'held';
  if ((usagePercent ?? 0) >= USAGE_OPEN_ONLY_PERCENT) return 'open_only';
  return (usagePercent ?? 0) >= USAGE_SLOW_PERCENT ? 'slow' : 'usual';
}

/** What reading an account has cost. */
export interface Spend {
  readonly callsLastHour: number;
  readonly callsLastDay: number;
  readonly usagePercent: number | null;
  readonly pace: Pace;
  readonly heldUntilMs: number | null;
  /** By what they were made for. */
  readonly byPurpose: ReadonlyMap<CallNote['purpose'], CallCounts>;
}

/** Calls of the last hour and of the last day, to five minutes. */
export interface CallCounts {
  readonly lastHour: number;
  readonly lastDay: number;
}

/** Returns the cost of an account's calls, those not yet in the store included. */
export function spendOf({ store, calls, clock }: Inbox, { id }: AccountRow): Spend {
  const nowMs = clock.now();
  const { usagePercent: stored, heldUntilMs } = store.health(id);
  const usagePercent = calls.usageOf(id)?.percent ?? stored;
  const tallies = [...store.calls(id, nowMs - DAY_MS - CALL_SLOT_MS), ...calls.pending(id)];
  const byPurpose = new Map<CallNote['purpose'], CallCounts>();
  for (const tally of tallies) {
    const before = byPurpose.get(tally.purpose) ?? { lastHour: 0, lastDay: 0 };
    byPurpose.set(tally.purpose, added(before, tally, nowMs));
  }
  const all = [...byPurpose.values()];
  const held = heldUntilMs !== null && heldUntilMs > nowMs ? heldUntilMs : null;
  return {
    callsLastHour: all.reduce((sum, { lastHour }) => sum + lastHour, 0),
    callsLastDay: all.reduce((sum, { lastDay }) => sum + lastDay, 0),
    usagePercent,
    pace: paceOf({ usagePercent, heldUntilMs }, nowMs),
    heldUntilMs: held,
    byPurpose,
  };
}

const added = (before: CallCounts, { slotMs, calls }: CallTally, nowMs: number): CallCounts => ({
  lastHour: before.lastHour + (slotMs > nowMs - HOUR_MS - CALL_SLOT_MS ? calls : 0),
  lastDay: before.lastDay + (slotMs > nowMs - DAY_MS - CALL_SLOT_MS ? calls : 0),
});
