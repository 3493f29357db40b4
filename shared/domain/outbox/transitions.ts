import { SPOKEN, type OutboxAction } from '../action/types.ts';
import type { OutboxItem, OutboxState } from './types.ts';

/**
 * Where a reply may go from where it stands (domain.md §5). There is no way from `unknown` to
 * `sending`: only a look at the page, or a person, takes a reply out of doubt.
 */
const NEXT: Readonly<Record<OutboxState, readonly OutboxState[]>> = {
  queued: ['sending', 'deferred', 'rejected', 'needs_human', 'cancelled'],
  // To a person at once: the platform blocks the page, and must be left alone.
  sending: ['sent', 'deferred', 'rejected', 'unknown', 'needs_human'],
  // To itself: once more put off, to another instant or for another reason.
  deferred: ['deferred', 'queued', 'sending', 'rejected', 'needs_human', 'cancelled'],
  unknown: ['reconciling', 'needs_human'],
  reconciling: ['sent', 'queued', 'unknown', 'needs_human'],
  needs_human: ['queued', 'sent', 'cancelled'],
  rejected: ['queued', 'cancelled'],
  sent: [],
  cancelled: [],
};

/** True when a reply may go from one state to the other. */
export const canGo = (from: OutboxState, to: OutboxState): boolean => NEXT[from].includes(to);

/**
 * Returns the state that a reply found at start-up must take, or null when it may stay. A delivery
 * or a look that the last run did not finish leaves doubt; it is never simply begun again.
 */
export const onStartup = (item: Pick<OutboxItem, 'state'>): OutboxState | null =>
  item.state === 'sending' || item.state === 'reconciling' ? 'unknown' : null;

/** Returns the kind of fact that tells where an action came to stand. */
export const stateKind = (action: OutboxAction): 'reply.state' | 'action.state' =>
  SPOKEN.has(action) ? 'reply.state' : 'action.state';
