import type { OutboxAction } from '../action/types.ts';
import type { Channel } from '../conversation/types.ts';
import type { SourceId } from './types.ts';

const READ_PAGE = 'pages_read_engagement';
const READ_PEOPLE = 'pages_read_user_content';

/**
 * Permissions of a Facebook login that each source needs (facebook.md §2). Where the documentation
 * is silent (what advertisements need beyond reading the page), the platform's refusal names it.
 */
export const SOURCE_PERMISSIONS: Readonly<Record<SourceId, readonly string[]>> = {
  posts: [READ_PAGE],
  comments: [READ_PAGE, READ_PEOPLE],
  visitor_posts: [READ_PAGE, READ_PEOPLE],
  mentions: [READ_PAGE, READ_PEOPLE],
  ads: [READ_PAGE, READ_PEOPLE],
  reels: [READ_PAGE, READ_PEOPLE],
  reviews: [READ_PEOPLE],
  messenger: ['pages_messaging', 'pages_manage_metadata'],
  instagram: ['instagram_basic', 'instagram_manage_comments'],
  mail: [],
};

const ACT_ON_PAGE: readonly string[] = ['pages_manage_engagement'];
const WRITE_PRIVATELY: readonly string[] = ['pages_messaging', 'pages_manage_metadata'];
const ACT_ON_INSTAGRAM: readonly string[] = ['instagram_manage_comments'];

/** Permissions that each action needs on Facebook (facebook.md §2); a customer's comment goes only with the right to read people. */
export const ACTION_PERMISSIONS: Readonly<Record<OutboxAction, readonly string[]>> = {
  reply: ACT_ON_PAGE,
  private_reply: WRITE_PRIVATELY,
  message: WRITE_PRIVATELY,
  edit: ACT_ON_PAGE,
  delete: [...ACT_ON_PAGE, READ_PEOPLE],
  hide: ACT_ON_PAGE,
  unhide: ACT_ON_PAGE,
  like: ACT_ON_PAGE,
  unlike: ACT_ON_PAGE,
  block: ACT_ON_PAGE,
  unblock: ACT_ON_PAGE,
};

/** Returns what a source needs and `scopes` lack; nothing where it is not known what was granted. */
export const missingFor = (source: SourceId, scopes: readonly string[] | null): readonly string[] =>
  lacking(SOURCE_PERMISSIONS[source], scopes);

/** The same for an action on a message of `channel`. */
export const missingForAction = (
  action: OutboxAction,
  channel: Channel,
  scopes: readonly string[] | null,
): readonly string[] => {
  const publicly = channel === 'instagram' && ACTION_PERMISSIONS[action] !== WRITE_PRIVATELY;
  return lacking(publicly ? ACT_ON_INSTAGRAM : ACTION_PERMISSIONS[action], scopes);
};

const lacking = (needed: readonly string[], scopes: readonly string[] | null): readonly string[] =>
  scopes === null ? [] : needed.filter((permission) => !scopes.includes(permission));
