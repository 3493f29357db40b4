import { messageWindow } from '../../../shared/domain/action/windows.ts';
import type { ConversationProjection } from '../../../shared/domain/conversation/projection.ts';
import type { OutboxItem } from '../../../shared/domain/outbox/types.ts';
import { assertNever } from '../../../shared/kernel/assert-never.ts';
import type { ActionRequest, ImageFile } from '../ports/action.ts';

/** What a request is made of beside its item. */
export interface RequestParts {
  readonly conversation: ConversationProjection;
  readonly image: ImageFile | null;
  readonly nowMs: number;
}

/** Returns what the connector is asked to do for an item of the outbox. */
export function requestOf(
  item: OutboxItem,
  { conversation, image, nowMs }: RequestParts,
): ActionRequest {
  const { action, targetExternalId, text } = item;
  const about = { channel: conversation.row.channel, targetExternalId };
  switch (action) {
    case 'reply':
      return { action, ...about, text, image };
    case 'message': {
      const window = messageWindow(conversation.messages, nowMs);
      return { action, ...about, text, image, humanAgent: window?.humanAgent ?? false };
    }
    case 'private_reply':
    case 'edit':
      return { action, ...about, text };
    case 'delete':
    case 'hide':
    case 'unhide':
    case 'like':
    case 'unlike':
    case 'block':
    case 'unblock':
      return { action, ...about };
    default:
      return assertNever(action);
  }
}
