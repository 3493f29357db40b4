import { backoffMs } from '../../../shared/domain/outbox/backoff.ts';
import type { OutboxItem } from '../../../shared/domain/outbox/types.ts';
import type { AppError } from '../../../shared/kernel/app-error.ts';
import type { Inbox } from './inbox.ts';

const FIRST_MS = 5_000;

/**
 * Returns when a reply that certainly did not leave is tried again. Its age stands for the number of
 * tries, so that nothing but its facts is needed: each wait about doubles what it has waited.
 */
export function retryAtMs(
  { clock, random }: Pick<Inbox, 'clock' | 'random'>,
  item: OutboxItem,
  error: AppError,
  retryAfterMs: number | null,
): number {
  const nowMs = clock.now();
  const ageMs = Math.max(0, nowMs - item.queuedAtMs);
  const attempt = 1 + Math.floor(Math.log2(1 + ageMs / FIRST_MS));
  return nowMs + backoffMs({ attempt, retryAfterMs: retryAfterMs ?? askedWaitMs(error), random });
}

/** How long the platform asked to be left alone, or null: `retryAfterMs` of a throttle's details. */
export function askedWaitMs(error: AppError): number | null {
  const asked = error.details?.['retryAfterMs'];
  return typeof asked === 'number' && asked > 0 ? asked : null;
}
