import type { PlatformState } from '../action/types.ts';
import type {
  Attachment,
  Author,
  Channel,
  Context,
  ConversationKind,
  Message,
  Visibility,
} from '../conversation/types.ts';
import type { MailFacts } from '../mail/types.ts';
import type { SourceId } from '../source/types.ts';

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
  /** Platform ids of people tagged in it, or, in private, of the one who gets it. */
  readonly addressees: readonly string[];
  /** Where it came in; left out: the account's own channel. */
  readonly channel?: Channel;
  /** What it was read from; left out: `usualSource` of its channel and kind. */
  readonly source?: SourceId;
  /** Left out: public. */
  readonly visibility?: Visibility;
  /** Left out: the platform said nothing of it. */
  readonly state?: PlatformState;
  /** A machine wrote it: kept and shown, owed nothing. */
  readonly automatic?: boolean;
  /** Left out: it is no mail. */
  readonly mail?: MailFacts;
  /** The mail in our outbox whose name it carries, now or before its server gave it another. Left out: none. */
  readonly outboxId?: string;
}

/**
 * Something was read to its end: every known message of it that is not in `seen` is suspected to be
 * gone, until the platform says so of the message itself.
 */
export interface CompleteListing {
  /**
   * A post's id: all its comments, nested ones too; a visitor post itself counts as seen. Or the id
   * of a top-level comment: that comment and its replies (one thread read anew).
   */
  readonly rootExternalId: string;
  readonly seen: readonly string[];
  /** Our clock when its reading began: what we recorded later cannot be missed by it. */
  readonly startedAtMs: number;
}

/** What is stored of a platform item: enough to tell whether a new read says anything new. */
export interface KnownMessage {
  readonly messageId: string;
  readonly conversationId: string;
  readonly externalId: string;
  readonly text: string;
  readonly presence: Message['presence'];
  /** Our clock when we recorded it. */
  readonly observedAtMs: number;
}

export interface KnownConversation {
  readonly conversationId: string;
  readonly externalId: string;
  readonly starterExternalId: string | null;
}

/** What the store knows of everything that one step names. */
export interface KnownFacts {
  /** Known messages among the step's `messages` and its `gone`. */
  readonly messages: readonly KnownMessage[];
  /** Known conversations among the step's `conversationExternalId`s. */
  readonly conversations: readonly KnownConversation[];
  /** Known contexts among the step's `contexts`. */
  readonly contexts: readonly Context[];
  /** Per root of a complete listing, and per id that is gone: the messages known below it. */
  readonly under: ReadonlyMap<string, readonly KnownMessage[]>;
}

/** The part of one read step that can hold news. */
export interface ObservedStep {
  readonly contexts: readonly Context[];
  readonly messages: readonly ObservedMessage[];
  readonly complete: readonly CompleteListing[];
  /** Platform ids of which the platform says that they are not there (any more). */
  readonly gone: readonly string[];
}
