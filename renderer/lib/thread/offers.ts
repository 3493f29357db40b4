import type { MessageView, OutboxView } from '../../../shared/contract/schemas.ts';
import type {
  AbilityReason,
  MessageAction,
  OutboxAction,
} from '../../../shared/domain/action/types.ts';
import { afterDeeds, isUnderWay } from './deeds.ts';

/** The places of a message's menu; two of them hold an action or its opposite. */
export const SLOTS = [
  'reply',
  'private_reply',
  'like',
  'hide',
  'edit',
  'delete',
  'block',
] as const satisfies readonly MessageAction[];

export type Slot = (typeof SLOTS)[number];

/** What a place offers now; `reason` says why it cannot be done, null where it can. */
export interface Offer {
  readonly slot: Slot;
  readonly action: MessageAction;
  readonly reason: AbilityReason | null;
}

/** Which of the two a place holds, by how the message will stand. */
function actionOf(slot: Slot, { liked, presence, abilities }: MessageView): MessageAction {
  if (slot === 'like' && liked === true) return 'unlike';
  if (slot === 'hide' && presence === 'hidden') return 'unhide';
  // Only the service knows whether a person is blocked already.
  if (slot === 'block' && abilities.unblock.allowed) return 'unblock';
  return slot;
}

const OPPOSITES: Readonly<Partial<Record<OutboxAction, MessageAction>>> = {
  like: 'unlike',
  unlike: 'like',
  hide: 'unhide',
  unhide: 'hide',
  block: 'unblock',
  unblock: 'block',
};

/** Not begun: its opposite is done by taking it back. */
const canBeTakenBack = ({ state }: OutboxView): boolean =>
  state === 'queued' || state === 'deferred';

function reasonOf(
  action: MessageAction,
  message: MessageView,
  deeds: readonly OutboxView[],
): AbilityReason | null {
  const moving = deeds.filter(isUnderWay);
  if (moving.some((deed) => deed.action === action)) return 'already_under_way';
  const opposite = moving.find((deed) => OPPOSITES[deed.action] === action);
  if (opposite !== undefined) return canBeTakenBack(opposite) ? null : 'already_under_way';
  const ability = message.abilities[action];
  return ability.allowed ? null : ability.reason;
}

/** Returns what one place of the menu offers for a message, given what is under way with it. */
export function offerOf(slot: Slot, message: MessageView, deeds: readonly OutboxView[]): Offer {
  const action = actionOf(slot, afterDeeds(message, deeds));
  return { slot, action, reason: reasonOf(action, message, deeds) };
}

/** Returns the whole menu of a message: every place, always in the same order. */
export const offersOf = (message: MessageView, deeds: readonly OutboxView[]): readonly Offer[] =>
  SLOTS.map((slot) => offerOf(slot, message, deeds));

/** The places of the small toolbar, by who wrote; the menu has the rest. */
const TOOLBAR = {
  ours: ['like', 'reply', 'edit', 'delete'],
  theirs: ['like', 'reply', 'private_reply', 'hide'],
} as const satisfies Readonly<Record<string, readonly Slot[]>>;

/** Returns what stands beside a message at once; what its channel does not know at all is left out. */
export function toolbarOf(message: MessageView, deeds: readonly OutboxView[]): readonly Offer[] {
  const slots: readonly Slot[] = TOOLBAR[message.authorKind === 'brand' ? 'ours' : 'theirs'];
  return slots
    .map((slot) => offerOf(slot, message, deeds))
    .filter(({ reason }) => reason !== 'not_on_this_channel');
}
