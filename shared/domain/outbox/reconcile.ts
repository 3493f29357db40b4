import { canonicalText } from '../ingest/canonical-text.ts';
import type { ObservedMessage } from '../ingest/types.ts';
import type { OutboxItem } from './types.ts';

/**
 * When a lost answer is looked for, in milliseconds after the sending. A comment shows up late at
 * times; after the last successful look without a find a person is asked.
 */
export const RECONCILE_AFTER_MS: readonly number[] = [5_000, 20_000, 60_000, 300_000];

/** The platform's clock and ours may differ: a copy this much older than the sending still counts. */
export const CLOCK_TOLERANCE_MS = 120_000;

/** What is looked at in a message of the thread that was read anew. */
export type ReconcileCandidate = Pick<
  ObservedMessage,
  'externalId' | 'byBrand' | 'text' | 'createdAtMs'
>;

/** What is looked at in a reply whose fate is unknown. */
export type UnknownReply = Pick<OutboxItem, 'id' | 'text' | 'sentAtMs' | 'queuedAtMs'>;

export interface ReconcileInput {
  readonly item: UnknownReply;
  /** Other replies of the same conversation whose fate is unknown too. */
  readonly rivals?: readonly UnknownReply[];
  readonly candidates: readonly ReconcileCandidate[];
  /** Platform ids that already belong to a reply of ours. */
  readonly bound: readonly string[];
  /** The platform says that it was said before: the copy may be of any age. */
  readonly anyAge?: boolean;
}

export type Reconciliation =
  | { readonly kind: 'match'; readonly externalId: string }
  | { readonly kind: 'none' }
  /** More equal copies than replies that could have made them: a person must say. */
  | { readonly kind: 'several'; readonly ids: readonly string[] };

/**
 * Looks for the copy that a reply with a lost answer left at the page: written by the page, the same
 * canonical text, not older than the sending, bound to no other reply. Replies with equal texts get
 * their copies one to one, in the order of time.
 */
export function reconcile({
  item,
  rivals = [],
  candidates,
  bound,
  anyAge = false,
}: ReconcileInput): Reconciliation {
  const text = canonicalText(item.text);
  const taken = new Set(bound);
  const claimants = [item, ...rivals.filter((rival) => rival.id !== item.id)]
    .filter((claimant) => canonicalText(claimant.text) === text)
    .toSorted((a, b) => begunAtMs(a) - begunAtMs(b) || (a.id < b.id ? -1 : 1));
  const copies = candidates
    .filter((copy) => copy.byBrand && !taken.has(copy.externalId))
    .filter((copy) => canonicalText(copy.text) === text)
    .toSorted((a, b) => a.createdAtMs - b.createdAtMs || (a.externalId < b.externalId ? -1 : 1));
  return claim(item, claimants, copies, (one) => (anyAge ? -Infinity : earliestMs(one)));
}

function claim(
  item: UnknownReply,
  claimants: readonly UnknownReply[],
  copies: readonly ReconcileCandidate[],
  fromMs: (reply: UnknownReply) => number,
): Reconciliation {
  const eligible = copies.filter((copy) => copy.createdAtMs >= fromMs(item));
  if (eligible.length > claimants.length) {
    return { kind: 'several', ids: eligible.map((copy) => copy.externalId) };
  }
  const left = [...copies];
  for (const claimant of claimants) {
    const index = left.findIndex((copy) => copy.createdAtMs >= fromMs(claimant));
    const [copy] = index < 0 ? [] : left.splice(index, 1);
    if (claimant === item) {
      return copy === undefined ? { kind: 'none' } : { kind: 'match', externalId: copy.externalId };
    }
  }
  return { kind: 'none' };
}

const begunAtMs = (reply: UnknownReply): number => reply.sentAtMs ?? reply.queuedAtMs;

const earliestMs = (reply: UnknownReply): number => begunAtMs(reply) - CLOCK_TOLERANCE_MS;
