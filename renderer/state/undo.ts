import type { MessageId } from '../lib/i18n/i18n.ts';

/** Something that can still be taken back. */
export interface UndoEntry {
  /** The `outboxId` of a reply, or the `opId` of an action. */
  readonly id: string;
  readonly kind: 'reply' | 'action';
  readonly conversationId: string;
  readonly label: MessageId;
  /** Whom or what it concerns, for the words. */
  readonly name: string;
  /** The text of a reply: it returns to the composer. */
  readonly text: string;
  readonly expiresAtMs: number;
}

export interface UndoState {
  /** Oldest first; the newest one is shown and taken back first. */
  readonly entries: readonly UndoEntry[];
  /** The instant since when the pointer holds the slot; null when nothing is held. */
  readonly heldSinceMs: number | null;
  /** What did not work at the last attempt to undo: an error code. */
  readonly error: string | null;
}

/** Nothing to take back. */
export const initialUndo: UndoState = { entries: [], heldSinceMs: null, error: null };
