import type { OutboxAction } from '../action/types.ts';
import type { QueuedMail } from '../mail/types.ts';
import type { StagedImage } from '../action/image.ts';

/** The way out of what is to be done at the platform (domain.md §5). */
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

/** One thing to be done at the platform, on its way, or what became of it. */
export interface OutboxItem {
  readonly id: string;
  readonly conversationId: string;
  readonly accountId: string;
  readonly action: OutboxAction;
  /** The message or post it is about; of `message`, `block` and `unblock`: the person. */
  readonly targetExternalId: string;
  /** Empty where the action carries no words. */
  readonly text: string;
  readonly image: StagedImage | null;
  /** Its envelope; null: it is no mail. */
  readonly mail: QueuedMail | null;
  /** Under which name the mail's bytes are kept since its first attempt; null: none, or no mail. */
  readonly rawId: string | null;
  readonly state: OutboxState;
  /** How often a delivery was begun. */
  readonly attempt: number;
  /** Why it stands where it stands: an `ErrorCode`, or null. */
  readonly reason: string | null;
  readonly externalId: string | null;
  readonly queuedAtMs: number;
  /** Not begun before this instant: the undo window, or a back-off. */
  readonly notBeforeMs: number;
  readonly seenThroughMs: number;
  readonly closeAfter: boolean;
  /** When the latest delivery was begun, or null. */
  readonly sentAtMs: number | null;
  readonly changedAtMs: number;
}
