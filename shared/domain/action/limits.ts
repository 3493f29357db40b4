import { assertNever } from '../../kernel/assert-never.ts';
import type { Channel } from '../conversation/types.ts';
import type { OutboxAction } from './types.ts';

/** Longest comment that Facebook takes, in UTF-16 units (told by several clients, not by Meta). */
const FACEBOOK_COMMENT = 8_000;
/** Longest text of the Send interface, in UTF-16 units. */
const PRIVATE_MESSAGE = 2_000;
/** Longest comment on Instagram, in UTF-16 units ("IG Media Comments"; where others say 2,200 the lower holds). */
const INSTAGRAM_COMMENT = 300;

/** Longest text of a mail that somebody types, in UTF-16 units: ours, no server's. */
const MAIL = 200_000;

/** The largest picture that is sent, in bytes. */
export const MAX_IMAGE_BYTES = 10 * 1024 * 1024;

/** Returns the longest text that an action may carry on a channel, in UTF-16 units; 0: it carries none. */
export function textLimit(channel: Channel, action: OutboxAction): number {
  switch (action) {
    case 'reply':
    case 'edit':
      return channel === 'instagram' ? INSTAGRAM_COMMENT : FACEBOOK_COMMENT;
    case 'private_reply':
    case 'message':
      return channel === 'email' ? MAIL : PRIVATE_MESSAGE;
    case 'delete':
    case 'hide':
    case 'unhide':
    case 'like':
    case 'unlike':
    case 'block':
    case 'unblock':
      return 0;
    default:
      return assertNever(action);
  }
}
