import type { BouncedRecipient, MailFacts } from '../mail/types.ts';

/** The nouns of the inbox (domain.md §1), free of any channel's own shapes. */

/** Where a conversation came in. */
export type Channel = 'facebook' | 'instagram' | 'messenger' | 'email' | 'helpdesk';

/** What kind of thread it is; decides its icon, its routing and which replies it allows. */
export type ConversationKind =
  'comment' | 'visitor_post' | 'mention' | 'direct_message' | 'email' | 'ticket';

/** Who speaks. `other`: a third person in somebody else's thread. */
export type AuthorKind = 'customer' | 'brand' | 'other' | 'system';

export type Visibility = 'public' | 'private';

/** Where a brand message was written; `native`: on the platform itself, not here. */
export type MessageSource = 'riscontro' | 'native' | 'automation';

/** A person or page as the platform names it. A platform may withhold either. */
export interface Author {
  readonly externalId: string | null;
  readonly name: string | null;
}

export interface Attachment {
  readonly kind: 'photo' | 'video' | 'sticker' | 'share' | 'file';
  readonly url: string | null;
  readonly title: string | null;
}

/** What a conversation stands under and the customer did not write: the brand post. */
export interface Context {
  readonly externalId: string;
  readonly author: Author;
  readonly text: string;
  readonly createdAtMs: number;
  readonly permalink: string | null;
  readonly reactionCount: number | null;
  readonly commentCount: number | null;
  readonly shareCount: number | null;
}

/** `visible` · `hidden` by the page · `gone`: deleted by its author or the platform (a tombstone). */
export type Presence = 'visible' | 'hidden' | 'gone';

/** One utterance. An earlier text is kept in `versions`, oldest first, when it was edited. */
export interface Message {
  readonly id: string;
  readonly conversationId: string;
  readonly externalId: string | null;
  readonly parentExternalId: string | null;
  readonly author: Author;
  readonly authorKind: AuthorKind;
  readonly text: string;
  readonly createdAtMs: number;
  readonly observedAtMs: number;
  readonly visibility: Visibility;
  readonly source: MessageSource | null;
  readonly presence: Presence;
  readonly presenceAtMs: number | null;
  readonly versions: readonly { readonly text: string; readonly untilMs: number }[];
  readonly attachments: readonly Attachment[];
  readonly permalink: string | null;
  /**
   * Names of the people whom this brand message answered; none when it answered nobody. A person
   * whose name is withheld stands as the platform's id, or as an empty string without either.
   */
  readonly answered: readonly string[];
  /** Left out: it is no mail. */
  readonly mail?: MailFacts;
  /** Whom it did not reach, as their servers say; left out: nobody said so. */
  readonly bounced?: readonly BouncedRecipient[];
}

/** An internal note. Notes are not messages and end no obligation. */
export interface Note {
  readonly id: string;
  readonly conversationId: string;
  readonly text: string;
  readonly author: string;
  readonly createdAtMs: number;
}

/** `pending`: we owe an answer · `waiting`: the customer's turn · `closed`: solved. */
export type ConversationStatus = 'pending' | 'waiting' | 'closed';

/** What somebody did with a conversation, for its history. */
export interface Activity {
  readonly opId: string;
  readonly kind:
    | 'handed_over'
    | 'assigned'
    | 'no_answer_needed'
    | 'reopened'
    | 'closed'
    | 'reply_cancelled'
    | 'reply_failed'
    | 'action_failed';
  readonly atMs: number;
  readonly actor: string;
  readonly detail: string | null;
}
