import { graphError, type Answer } from './answers.ts';
import type { ALL_SCOPES } from './grants.ts';
import type { View } from './view.ts';

type Scope = (typeof ALL_SCOPES)[number];

/**
 * How the platform words a missing permission. 230 and 283 are what clients record for private
 * messages and for what people write; 10 and 200 are the general ones.
 */
const CODES: Readonly<Partial<Record<Scope, number>>> = {
  pages_messaging: 230,
  pages_read_user_content: 283,
  pages_read_engagement: 10,
  instagram_basic: 10,
  instagram_manage_comments: 10,
  instagram_manage_messages: 10,
};

/** Returns the refusal when the request's token lacks one of the permissions, or null. */
export function lacking({ grant }: View, ...scopes: readonly Scope[]): Answer | null {
  const missing = scopes.find((scope) => !grant.scopes.includes(scope));
  if (missing === undefined) return null;
  const message = `Requires ${missing} permission to manage the object`;
  return graphError({ code: CODES[missing] ?? 200, message });
}

/** What each list of a page needs. */
export const EDGE_SCOPES: Readonly<Record<string, readonly Scope[]>> = {
  feed: ['pages_read_engagement'],
  posts: ['pages_read_engagement'],
  published_posts: ['pages_read_engagement'],
  visitor_posts: ['pages_read_user_content'],
  tagged: ['pages_read_user_content'],
  ads_posts: ['ads_read'],
  video_reels: ['pages_read_engagement'],
};
