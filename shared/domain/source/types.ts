import type { Channel, ConversationKind } from '../conversation/types.ts';

/**
 * The sources of a Facebook account, in the order in which people think of them. Each can be switched
 * off, fails by itself and has its own coverage.
 * `posts`: the page's feed, its own posts and what stands on its wall · `comments`: what people write
 * below the page's posts · `visitor_posts` and `mentions`: their own lists, since a feed is a ranked
 * choice · `ads`: posts that only run as ads · `reels` · `reviews` · `messenger` · `instagram`: the
 * comments of the linked account.
 */
export const SOURCES = [
  'posts',
  'comments',
  'visitor_posts',
  'mentions',
  'ads',
  'reels',
  'reviews',
  'messenger',
  'instagram',
] as const;

export type SourceId = (typeof SOURCES)[number];

/** Returns the source that a conversation is read from when its facts do not name one. */
export function usualSource(channel: Channel, kind: ConversationKind): SourceId {
  if (channel === 'instagram') return 'instagram';
  if (channel === 'messenger' || kind === 'direct_message') return 'messenger';
  if (kind === 'visitor_post') return 'posts';
  return kind === 'mention' ? 'mentions' : 'comments';
}
