/** The allowance of a page with a single engaged user in a day (facebook.md §3): never less is known. */
const SMALLEST_ALLOWANCE = 4_800;
/** Of the allowance, this share is planned: people and other programs use the same token. */
const PLANNED_SHARE = 0.8;
/** As many calls fit one batch. */
const BATCH = 50;

/**
 * Returns how many messages that wait may be read anew in one round, 1–50. Each costs a call of the
 * page's allowance; the round takes what the other reads have left of an hour's share, so that a day
 * stays within the smallest allowance there is, whatever the page's own may be.
 */
export function openBatchSize(callsLastHour: number): number {
  const leftThisHour = (SMALLEST_ALLOWANCE * PLANNED_SHARE) / 24 - callsLastHour;
  return Math.max(1, Math.min(BATCH, Math.floor(leftThisHour)));
}
