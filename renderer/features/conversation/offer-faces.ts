import type { MessageView } from '../../../shared/contract/schemas.ts';
import type { MessageAction } from '../../../shared/domain/action/types.ts';
import type { CommandId } from '../../commands/registry.ts';
import type { MessageId } from '../../lib/i18n/i18n.ts';
import type { Offer, Slot } from '../../lib/thread/offers.ts';
import type { IconName } from '../../ui/icon/icon.tsx';

const ICONS: Readonly<Record<MessageAction, IconName>> = {
  reply: 'reply',
  private_reply: 'lock',
  like: 'heart',
  unlike: 'heartFull',
  hide: 'eyeOff',
  unhide: 'eye',
  edit: 'pencil',
  delete: 'trash',
  block: 'block',
  unblock: 'user',
};

/** The command that does the same by its key. */
export const COMMAND_OF: Readonly<Record<Slot, CommandId>> = {
  reply: 'message.reply',
  private_reply: 'message.private',
  like: 'message.like',
  hide: 'message.hide',
  edit: 'message.edit',
  delete: 'message.delete',
  block: 'message.block',
};

/** Returns the icon and the words of what a place of the menu offers. */
export function faceOf(
  { action }: Offer,
  message: MessageView,
): { readonly icon: IconName; readonly label: MessageId } {
  const theirs = action === 'delete' && message.authorKind !== 'brand';
  return { icon: ICONS[action], label: theirs ? 'action.deleteTheirs' : `action.${action}` };
}
