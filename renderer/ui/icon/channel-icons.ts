import type { Channel } from '../../../shared/domain/conversation/types.ts';
import type { IconName } from './paths.tsx';

/** The icon of each channel that a person writes in. */
export const CHANNEL_ICONS: Readonly<Record<Channel, IconName>> = {
  facebook: 'comment',
  instagram: 'instagram',
  messenger: 'messenger',
  email: 'mail',
  helpdesk: 'headset',
};
