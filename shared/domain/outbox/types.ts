/** A reply's way out (domain.md §5). */
export type OutboxState =
  | 'queued'
  | 'sending'
  | 'sent'
  | 'deferred'
  | 'rejected'
  | 'unknown'
  | 'reconciling'
  | 'needs_human'
  | 'cancelled';

/** One reply on its way, or what became of it. */
export interface OutboxItem {
  readonly id: string;
  readonly conversationId: string;
  readonly accountId: string;
  readonly parentExternalId: string;
  readonly text: string;
  readonly state: OutboxState;
  /** How often a delivery was begun. */
  readonly attempt: number;
  /** Why it stands where it stands: an `ErrorCode`, or null. */
  readonly reason: string | null;
  readonly externalId: string | null;
  readonly queuedAtMs: number;
  /** Not sent before this instant: the undo window, or a back-off. */
  readonly notBeforeMs: number;
  readonly seenThroughMs: number;
  readonly closeAfter: boolean;
  /** When the latest delivery was begun, or null. */
  readonly sentAtMs: number | null;
  readonly changedAtMs: number;
}
