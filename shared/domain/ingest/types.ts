import type { Attachment, Author, ConversationKind } from '../conversation/types.ts';

/** A message as the platform shows it now. */
export interface ObservedMessage {
  readonly externalId: string;
  /** The thread it belongs to: a top-level comment's id, a visitor post's id. */
  readonly conversationExternalId: string;
  readonly conversationKind: ConversationKind;
  readonly contextExternalId: string | null;
  readonly parentExternalId: string | null;
  readonly author: Author;
  /** Written by the page itself. */
  readonly byBrand: boolean;
  readonly text: string;
  readonly createdAtMs: number;
  readonly permalink: string | null;
  readonly hidden: boolean;
  readonly attachments: readonly Attachment[];
  /** Platform ids of people tagged in it. */
  readonly addressees: readonly string[];
}

/** Something was read to its end: every known message of it that is not in `seen` has vanished. */
export interface CompleteListing {
  /** A post's id: all its comments, nested ones too; a visitor post itself counts as seen. */
  readonly rootExternalId: string;
  readonly seen: readonly string[];
}
