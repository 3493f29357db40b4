import type { SourceId } from '../../../shared/domain/source/types.ts';
import type { IconName } from './paths.tsx';

/** The icon of each source of an account. */
export const SOURCE_ICONS: Readonly<Record<SourceId, IconName>> = {
  posts: 'post',
  comments: 'comment',
  visitor_posts: 'user',
  mentions: 'at',
  ads: 'share',
  reels: 'video',
  reviews: 'heart',
  messenger: 'messenger',
  instagram: 'image',
  mail: 'mail',
};
