import { SPOKEN } from '../action/types.ts';
import type { Message } from '../conversation/types.ts';
import { canonicalText } from '../ingest/canonical-text.ts';
import { CLOCK_TOLERANCE_MS } from './reconcile.ts';
import type { OutboxItem } from './types.ts';

/**
 * Delivered or not: nobody knows. A person who was asked may still be spared the answer. `sending`
 * is one too: reads and deliveries take turns, so a read meets it only when the fact of its end
 * could not be committed.
 */
export const isInDoubt = ({ state, reason }: Pick<OutboxItem, 'state' | 'reason'>): boolean =>
  state === 'sending' ||
  state === 'unknown' ||
  state === 'reconciling' ||
  (state === 'needs_human' && (reason === 'unknown_outcome' || reason === 'duplicate'));

/**
 * Returns what we wrote at the platform with the same words as something whose fate is unknown and
 * that belongs to nothing else of ours: any of it may be the delivery. Oldest first.
 */
export function copiesOf(
  item: OutboxItem,
  messages: readonly Message[],
  outbox: readonly OutboxItem[],
): readonly Message[] {
  if (!SPOKEN.has(item.action) || !isInDoubt(item)) return [];
  const bound = new Set(outbox.map((other) => other.externalId));
  const begunAtMs = item.sentAtMs ?? item.queuedAtMs;
  const earliestMs = item.reason === 'duplicate' ? -Infinity : begunAtMs - CLOCK_TOLERANCE_MS;
  const text = canonicalText(item.text);
  return messages.filter(
    (message) =>
      message.authorKind === 'brand' &&
      message.externalId !== null &&
      !bound.has(message.externalId) &&
      message.createdAtMs >= earliestMs &&
      canonicalText(message.text) === text,
  );
}
