import type { OutboxItem } from './types.ts';

/** A page that writes on while it is blocked is blocked longer (facebook.md §3, code 368). */
export const BLOCK_HOLD_MS = 30 * 60_000;

/**
 * Returns until when nothing of an account may leave since the platform blocked it, in UTC
 * milliseconds; null when it did not. The one that was blocked waits for a person and tells.
 */
export function blockedUntilMs(open: readonly OutboxItem[], accountId: string): number | null {
  const blocked = open.filter(
    (item) =>
      item.accountId === accountId && item.state === 'needs_human' && item.reason === 'blocked',
  );
  return blocked.length === 0
    ? null
    : Math.max(...blocked.map((item) => item.changedAtMs)) + BLOCK_HOLD_MS;
}
