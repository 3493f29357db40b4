import type { Channel, ConversationKind } from '../conversation/types.ts';

/**
 * What accounts are read from, in the order in which people think of it. Each can be switched off,
 * fails by itself and has its own coverage. Of a Facebook account:
 * `posts`: the page's feed, its own posts and what stands on its wall · `comments`: what people write
 * below the page's posts · `visitor_posts` and `mentions`: their own lists, since a feed is a ranked
 * choice · `ads`: posts that only run as ads · `reels` · `reviews` · `messenger` · `instagram`: the
 * comments of the linked account. Of a mailbox: `mail`.
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
  'mail',
] as const;

export type SourceId = (typeof SOURCES)[number];

/** Returns the sources of an account of this channel. */
export const sourcesOfChannel = (channel: Channel): readonly SourceId[] =>
  channel === 'email' ? ['mail'] : SOURCES.filter((source) => source !== 'mail');

/** Returns the source that a conversation is read from when its facts do not name one. */
export function usualSource(channel: Channel, kind: ConversationKind): SourceId {
  if (channel === 'email') return 'mail';
  if (channel === 'instagram') return 'instagram';
  if (channel === 'messenger' || kind === 'direct_message') return 'messenger';
  if (kind === 'visitor_post') return 'posts';
  return kind === 'mention' ? 'mentions' : 'comments';
}
