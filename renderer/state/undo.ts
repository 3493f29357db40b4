import type { AbilityReason, OutboxAction } from '../../shared/domain/action/types.ts';
import type { MessageId } from '../lib/i18n/i18n.ts';
import type { WrittenReply } from './drafts.ts';

/** What is done when it is asked for. */
export type DoneAtOnce = 'conversation' | 'customer';

/** What comes back to the page with something that is taken back. */
export type Returned =
  /** The words of a reply, to the composer. */
  | { readonly kind: 'reply'; readonly reply: WrittenReply }
  /** Nothing: the service keeps it as the conversation's draft. */
  | { readonly kind: 'kept' }
  /** The new words of a message, to the field below it. */
  | { readonly kind: 'edit'; readonly messageId: string; readonly text: string };

/** Something that can still be taken back. */
export interface UndoEntry {
  /** The `outboxId` of what waits to be sent, or the `opId` of what was done at once. */
  readonly id: string;
  /**
   * What waits in the outbox: its time is the service's. `conversation`, `customer`: something done to
   * the conversation, or said of its customer, at once, whose time is the page's.
   */
  readonly what: OutboxAction | DoneAtOnce;
  readonly conversationId: string;
  readonly label: MessageId;
  /** Whom or what it concerns, for the words. */
  readonly name: string;
  readonly returned: Returned | null;
  /** The conversation is done with: its row is greyed and the selection does not go there. */
  readonly leaves: boolean;
  readonly expiresAtMs: number;
}

export interface UndoState {
  /** Oldest first; the newest one is shown and taken back first. */
  readonly entries: readonly UndoEntry[];
  /** The instant since when the pointer holds the slot; null when nothing is held. */
  readonly heldSinceMs: number | null;
  /** Why the last thing that was asked for cannot be done. */
  readonly refusal: AbilityReason | null;
  /** What did not work at the last attempt to do or undo something: an error code. */
  readonly error: string | null;
}

/** Nothing to take back. */
export const initialUndo: UndoState = {
  entries: [],
  heldSinceMs: null,
  refusal: null,
  error: null,
};
