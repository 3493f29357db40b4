/** The allowance of a page with a single engaged user in a day (facebook.md §3): never less is known. */
const SMALLEST_ALLOWANCE = 4_800;
/** Of the allowance, this share is spent at most: people and other programs use the same token. */
const SPENT_SHARE = 0.8;
/** As many calls fit one batch. */
const BATCH = 50;
/** Fewer calls than this in a day say nothing of how large the allowance is. */
const TELLING_CALLS = 500;

/** What was spent on a page, and what the platform says of it. */
export interface PageSpend {
  readonly callsLastHour: number;
  readonly callsLastDay: number;
  /** The platform's figure, 0–100, or null. */
  readonly usagePercent: number | null;
}

/**
 * Returns how many messages that wait may be read anew in one round, 1–50. Each costs a call of the
 * page's allowance; of an hour's share of it the round takes what the other reads have left. A page
 * whose own figure proves a larger allowance may spend more.
 */
export function openBatchSize({ callsLastHour, callsLastDay, usagePercent }: PageSpend): number {
  const proven =
    usagePercent === null || callsLastDay < TELLING_CALLS
      ? 0
      : // The figure is rounded: up to one percent more may be used.
        (callsLastDay * 100) / (usagePercent + 1);
  const allowance = Math.max(SMALLEST_ALLOWANCE, proven);
  const leftThisHour = (allowance * SPENT_SHARE) / 24 - callsLastHour;
  return Math.max(1, Math.min(BATCH, Math.floor(leftThisHour)));
}
