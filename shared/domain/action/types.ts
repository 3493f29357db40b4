/**
 * What can be done at the platform; each goes through the outbox. `reply`: in public, below a message ·
 * `private_reply`: one private message to the author of a comment or post · `message`: in a private
 * conversation · the others change one message or, `block`, one person.
 */
export const OUTBOX_ACTIONS = [
  'reply',
  'private_reply',
  'message',
  'edit',
  'delete',
  'hide',
  'unhide',
  'like',
  'unlike',
  'block',
  'unblock',
] as const;

export type OutboxAction = (typeof OUTBOX_ACTIONS)[number];

/** Actions that put new words before somebody: delivered at most once, never repeated in doubt. */
export const SPOKEN: ReadonlySet<OutboxAction> = new Set<OutboxAction>([
  'reply',
  'private_reply',
  'message',
]);

/** Actions on one message, as a menu beside it offers them. */
export const MESSAGE_ACTIONS = [
  'reply',
  'private_reply',
  'edit',
  'delete',
  'hide',
  'unhide',
  'like',
  'unlike',
  'block',
  'unblock',
] as const satisfies readonly OutboxAction[];

export type MessageAction = (typeof MESSAGE_ACTIONS)[number];

/** Why an action is not offered; the words are the page's (`reason.<code>`). */
export const ABILITY_REASONS = [
  'permission_missing',
  'platform_refuses',
  'not_ours',
  'ours',
  'gone',
  'already_hidden',
  'not_hidden',
  'already_liked',
  'not_liked',
  'already_blocked',
  'not_blocked',
  'already_replied_privately',
  'private_window_over',
  'message_window_over',
  'no_author',
  'not_on_this_channel',
  'already_under_way',
] as const;

export type AbilityReason = (typeof ABILITY_REASONS)[number];

/** Whether something may be done; where not, why. */
export type Ability =
  { readonly allowed: true } | { readonly allowed: false; readonly reason: AbilityReason };

/**
 * What the platform last said of one message beyond its words: what we may do with it, and how it is
 * liked. Local to this machine, made anew by any read; null where the platform did not say.
 */
export interface PlatformState {
  readonly canReply: boolean | null;
  readonly canHide: boolean | null;
  readonly canDelete: boolean | null;
  readonly canLike: boolean | null;
  readonly canReplyPrivately: boolean | null;
  readonly likeCount: number | null;
  /** The page itself likes it. */
  readonly liked: boolean | null;
}
