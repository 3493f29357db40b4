import type { ConversationKind } from '../../../shared/domain/conversation/types.ts';
import type { SourceId } from '../../../shared/domain/source/types.ts';
import type { IconName } from './paths.tsx';

/** The icon of each kind of conversation. */
export const KIND_ICONS: Readonly<Record<ConversationKind, IconName>> = {
  comment: 'comment',
  visitor_post: 'post',
  mention: 'at',
  direct_message: 'messenger',
  email: 'mail',
  ticket: 'headset',
};

/** Where a comment stands says more of it than that it is one. */
const SOURCE_ICONS: Readonly<Partial<Record<SourceId, IconName>>> = {
  ads: 'megaphone',
  reels: 'reel',
  reviews: 'star',
  messenger: 'messenger',
  instagram: 'instagram',
};

/** Returns the icon of a conversation: of its source where that has one, else of its kind. */
export const conversationIcon = (row: {
  readonly kind: ConversationKind;
  readonly source: SourceId;
}): IconName => SOURCE_ICONS[row.source] ?? KIND_ICONS[row.kind];
