import { t, type MessageId } from '../lib/i18n/i18n.ts';
import { oneLine } from '../lib/text/one-line.ts';
import type { Slot } from '../lib/thread/offers.ts';
import { runOffer } from '../state/message-actions.ts';
import { commandOffer, targetOf } from '../state/message-offers.ts';
import { openMenu } from '../state/thread-actions.ts';
import type { IconName } from '../ui/icon/icon.tsx';
import { command, type Command } from './command.ts';
import { selected, withSelected } from './selected.ts';

const offerNow = (slot: Slot) => {
  const id = selected();
  return id === null ? null : commandOffer(id, slot);
};

/** Which message the commands mean: who wrote it, and how it begins; null where there is none. */
export function meantMessage(slot: Slot = 'reply'): string | null {
  const found = offerNow(slot);
  if (found === null) return null;
  const { author, text } = found.message;
  return `${author.name ?? t('common.unknownPerson')}: ${oneLine(text)}`;
}

/** Said only where it is another one than the other commands mean. */
function asideOf(slot: Slot): string | null {
  const meant = meantMessage(slot);
  return meant === meantMessage() ? null : meant;
}

function blockedOf(slot: Slot): string | null {
  const reason = offerNow(slot)?.offer.reason ?? null;
  return reason === null ? null : t(`reason.${reason}`);
}

/** A command on the message with the focus, or on the one that waits for an answer. */
const onMessage = <const Id extends string>(declared: {
  readonly id: Id;
  readonly slot: Slot;
  readonly label: MessageId;
  readonly icon: IconName;
  readonly keys: readonly string[];
}): Command & { readonly id: Id } => {
  const { slot, ...rest } = declared;
  return command({
    ...rest,
    group: 'message',
    aside: () => asideOf(slot),
    blocked: () => blockedOf(slot),
    // Where it cannot be done, its key says why.
    canRun: () => offerNow(slot) !== null,
    run: withSelected((id) => runOffer(id, slot)),
  });
};

const menuTarget = () => {
  const id = selected();
  return id === null ? null : targetOf(id, 'reply');
};

/** What can be done to one message. */
export const messageCommands = [
  onMessage({
    id: 'message.reply',
    slot: 'reply',
    label: 'command.message.reply',
    icon: 'reply',
    keys: ['Shift+R'],
  }),
  onMessage({
    id: 'message.private',
    slot: 'private_reply',
    label: 'command.message.private',
    icon: 'lock',
    keys: ['P'],
  }),
  onMessage({
    id: 'message.like',
    slot: 'like',
    label: 'command.message.like',
    icon: 'heart',
    keys: ['L'],
  }),
  onMessage({
    id: 'message.hide',
    slot: 'hide',
    label: 'command.message.hide',
    icon: 'eyeOff',
    keys: ['H'],
  }),
  onMessage({
    id: 'message.edit',
    slot: 'edit',
    label: 'command.message.edit',
    icon: 'pencil',
    keys: ['F2'],
  }),
  onMessage({
    id: 'message.delete',
    slot: 'delete',
    label: 'command.message.delete',
    icon: 'trash',
    keys: ['Delete'],
  }),
  onMessage({
    id: 'message.block',
    slot: 'block',
    label: 'command.message.block',
    icon: 'block',
    keys: ['Shift+B'],
  }),
  command({
    id: 'message.menu',
    label: 'command.message.menu',
    group: 'message',
    icon: 'dots',
    keys: ['Shift+F10'],
    canRun: () => menuTarget() !== null,
    run: () => {
      const message = menuTarget();
      if (message !== null) openMenu(message.id);
    },
  }),
] as const;
