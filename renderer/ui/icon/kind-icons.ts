import type { ConversationKind } from '../../../shared/domain/conversation/types.ts';
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
