import type { OutboxItem } from '../../../shared/domain/outbox/types.ts';

/** Goes on by itself: not settled, and not waiting for a person. */
export const isMoving = (item: OutboxItem): boolean =>
  item.state !== 'needs_human' && item.state !== 'rejected';

/**
 * Returns, of the open replies, the one per conversation that may move: the oldest. Those behind it
 * wait, so that replies arrive in the order they were written; one that waits for a person does not
 * hold up the next.
 */
export function heads(open: readonly OutboxItem[]): readonly OutboxItem[] {
  const first = new Map<string, OutboxItem>();
  for (const item of open) {
    if (isMoving(item) && !first.has(item.conversationId)) first.set(item.conversationId, item);
  }
  return [...first.values()];
}

/** Corrections of a clock are smaller; what is more was set by somebody. */
const SET_BACK_MS = 60_000;

/**
 * Whether the clock was set back since the reply came to where it stands: its instants are then of
 * another time, and it must not wait for them, perhaps for a year.
 */
export const isFromLater = ({ changedAtMs }: OutboxItem, nowMs: number): boolean =>
  changedAtMs - nowMs > SET_BACK_MS;
