import { SPOKEN } from '../../../shared/domain/action/types.ts';
import type { OutboxItem } from '../../../shared/domain/outbox/types.ts';

/** Goes on by itself: not settled, and not waiting for a person. */
export const isMoving = (item: OutboxItem): boolean =>
  item.state !== 'needs_human' && item.state !== 'rejected';

/**
 * Returns, of what is open, the one per lane that may move: the oldest. Words leave in the order in
 * which they were written in their conversation, everything else in its order per message, beside
 * them: a hiding is not held up by a reply that waits. What waits for a person holds up nothing.
 */
export function heads(open: readonly OutboxItem[]): readonly OutboxItem[] {
  const first = new Map<string, OutboxItem>();
  for (const item of open) {
    const lane = laneOf(item);
    if (isMoving(item) && !first.has(lane)) first.set(lane, item);
  }
  return [...first.values()];
}

const laneOf = ({ action, conversationId, accountId, targetExternalId }: OutboxItem): string =>
  SPOKEN.has(action) ? `words/${conversationId}` : `${accountId}/${targetExternalId}`;

/** Corrections of a clock are smaller; what is more was set by somebody. */
const SET_BACK_MS = 60_000;

/**
 * Whether the clock was set back since the reply came to where it stands: its instants are then of
 * another time, and it must not wait for them, perhaps for a year.
 */
export const isFromLater = ({ changedAtMs }: OutboxItem, nowMs: number): boolean =>
  changedAtMs - nowMs > SET_BACK_MS;
