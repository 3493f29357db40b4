import type { ImageType } from '../../../shared/domain/action/image.ts';
import type { BouncedRecipient } from '../../../shared/domain/mail/types.ts';
import type { Channel } from '../../../shared/domain/conversation/types.ts';

/** A picture as it is handed to the platform. */
export interface ImageFile {
  readonly name: string;
  readonly mediaType: ImageType;
  readonly bytes: Uint8Array;
}

/** What is to be done at the platform. `targetExternalId` names the message, post or person. */
export type ActionRequest =
  | {
      readonly action: 'reply';
      readonly channel: Channel;
      readonly targetExternalId: string;
      readonly text: string;
      readonly image: ImageFile | null;
    }
  /** One private message to the author of the comment or post `targetExternalId`. */
  | {
      readonly action: 'private_reply';
      readonly channel: Channel;
      readonly targetExternalId: string;
      readonly text: string;
    }
  /** In a private conversation; `targetExternalId` is the person. */
  | {
      readonly action: 'message';
      readonly channel: Channel;
      readonly targetExternalId: string;
      readonly text: string;
      readonly image: ImageFile | null;
      /** After the ordinary window of 24 hours, up to 7 days, a person may still write. */
      readonly humanAgent: boolean;
    }
  | {
      readonly action: 'edit';
      readonly channel: Channel;
      readonly targetExternalId: string;
      readonly text: string;
    }
  | {
      readonly action: 'delete' | 'hide' | 'unhide' | 'like' | 'unlike' | 'block' | 'unblock';
      readonly channel: Channel;
      readonly targetExternalId: string;
    };

/** What a delivery left behind. */
export interface Delivered {
  /** The platform's id of what was written; null for actions that write nothing. */
  readonly externalId: string | null;
  /** Whom the server did not take a mail for; left out: it took it for all. */
  readonly refused?: readonly BouncedRecipient[];
}

/** How the platform stands toward an action; `impossible`: its target is gone. */
export type ActionState = 'done' | 'not_done' | 'impossible';
