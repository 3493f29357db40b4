import { assertNever } from '../../kernel/assert-never.ts';
import { spokenAction } from '../conversation/outbox.ts';
import type { ConversationRow } from '../conversation/projection.ts';
import type { Channel, Message } from '../conversation/types.ts';
import { contraryOf, underWay } from '../outbox/moving.ts';
import type { OutboxItem } from '../outbox/types.ts';
import { missingForAction } from '../source/permissions.ts';
import type {
  Ability,
  AbilityReason,
  MessageAction,
  OutboxAction,
  PlatformState,
} from './types.ts';
import { MESSAGE_ACTIONS } from './types.ts';
import { messageWindow, PRIVATE_REPLY_WINDOW_MS } from './windows.ts';

/** What abilities are computed from. */
export interface Circumstances {
  readonly conversation: Pick<ConversationRow, 'channel' | 'kind' | 'externalId' | 'starter'>;
  readonly messages: readonly Message[];
  readonly outbox: readonly OutboxItem[];
  /** What the platform last said of each message, by its id there. */
  readonly states: ReadonlyMap<string, PlatformState>;
  /** Permissions of the token; null: not known, and then none is taken for missing. */
  readonly scopes: readonly string[] | null;
  readonly nowMs: number;
}

/** Says what may be done with a message and, where not, why; the first reason that holds. */
export const abilitiesOf = (
  message: Message,
  around: Circumstances,
): Readonly<Record<MessageAction, Ability>> =>
  Object.fromEntries(
    MESSAGE_ACTIONS.map((action) => [action, abilityOf(action, message, around)]),
  ) as Record<MessageAction, Ability>;

/** The same for one action. */
export function abilityOf(action: MessageAction, message: Message, around: Circumstances): Ability {
  const target = targetOf(action, message);
  // Not done yet: the contrary is done by taking it back.
  if (target !== null && contraryOf(around.outbox, action, target) !== undefined) return ALLOWED;
  const reason =
    permissionReason(outwardAction(action, around), around) ??
    reasonAgainst(action, message, around) ??
    (target !== null && !isRepeatable(action) && underWay(around.outbox, action, target)
      ? 'already_under_way'
      : null);
  return reason === null ? ALLOWED : { allowed: false, reason };
}

const ALLOWED: Ability = { allowed: true };

/** Returns the platform id that an action on this message is about; null where it has none. */
export const targetOf = (action: OutboxAction, message: Message): string | null =>
  action === 'block' || action === 'unblock' ? message.author.externalId : message.externalId;

/** Several answers to one message are nothing unusual. */
const isRepeatable = (action: MessageAction): boolean => action === 'reply';

const outwardAction = (action: MessageAction, { conversation }: Circumstances): OutboxAction =>
  action === 'reply' ? spokenAction(conversation.kind, 'public') : action;

function permissionReason(
  action: OutboxAction,
  { scopes, conversation }: Circumstances,
): AbilityReason | null {
  return missingForAction(action, conversation.channel, scopes).length === 0
    ? null
    : 'permission_missing';
}

/** Where the platforms have the action at all (facebook.md §4–5). */
const CHANNELS: Readonly<Record<MessageAction, readonly Channel[]>> = {
  reply: ['facebook', 'instagram', 'messenger', 'email'],
  private_reply: ['facebook'],
  edit: ['facebook'],
  delete: ['facebook', 'instagram'],
  hide: ['facebook', 'instagram'],
  unhide: ['facebook', 'instagram'],
  like: ['facebook'],
  unlike: ['facebook'],
  block: ['facebook', 'messenger'],
  unblock: ['facebook', 'messenger'],
};

function reasonAgainst(
  action: MessageAction,
  message: Message,
  around: Circumstances,
): AbilityReason | null {
  const isPrivate = message.visibility === 'private' || around.conversation.channel === 'messenger';
  const isPersonal = action === 'reply' || action === 'block' || action === 'unblock';
  if (!CHANNELS[action].includes(around.conversation.channel)) return 'not_on_this_channel';
  if (isPrivate && !isPersonal) return 'not_on_this_channel';
  // A person can be blocked also when what they wrote is gone.
  if (action === 'block' || action === 'unblock') return blockReason(action, message, around);
  if (around.conversation.kind === 'direct_message') return messageReason(around);
  if (message.presence === 'gone') return 'gone';
  if (message.externalId === null) return 'platform_refuses';
  return commentReason(action, message, around);
}

type OnMessage = Exclude<MessageAction, 'block' | 'unblock'>;

function commentReason(
  action: OnMessage,
  message: Message,
  around: Circumstances,
): AbilityReason | null {
  const ours = message.authorKind === 'brand';
  const state = around.states.get(message.externalId ?? '');
  switch (action) {
    case 'reply':
      return refusedBy(state?.canReply);
    case 'private_reply':
      return ours ? 'ours' : privateReplyReason(message, state, around);
    case 'edit':
      return ours ? null : 'not_ours';
    case 'delete':
      return refusedBy(state?.canDelete);
    case 'hide':
      if (ours) return 'ours';
      return message.presence === 'hidden' ? 'already_hidden' : refusedBy(state?.canHide);
    case 'unhide':
      return message.presence === 'hidden' ? refusedBy(state?.canHide) : 'not_hidden';
    case 'like':
      return state?.liked === true ? 'already_liked' : refusedBy(state?.canLike);
    case 'unlike':
      return state?.liked === true ? null : 'not_liked';
    default:
      return assertNever(action);
  }
}

const refusedBy = (can: boolean | null | undefined): AbilityReason | null =>
  can === false ? 'platform_refuses' : null;

/** In a private conversation one writes to the person, whichever message one answers. */
function messageReason({ conversation, messages, nowMs }: Circumstances): AbilityReason | null {
  if (conversation.starter.externalId === null) return 'no_author';
  return messageWindow(messages, nowMs) === null ? 'message_window_over' : null;
}

/** One message per comment or post, within its window (facebook.md §4). */
function privateReplyReason(
  message: Message,
  state: PlatformState | undefined,
  { outbox, nowMs }: Circumstances,
): AbilityReason | null {
  const sent = outbox.some(
    (item) =>
      item.action === 'private_reply' &&
      item.targetExternalId === message.externalId &&
      item.state === 'sent',
  );
  if (sent) return 'already_replied_privately';
  if (nowMs > message.createdAtMs + PRIVATE_REPLY_WINDOW_MS) return 'private_window_over';
  return refusedBy(state?.canReplyPrivately);
}

function blockReason(
  action: 'block' | 'unblock',
  message: Message,
  { outbox }: Circumstances,
): AbilityReason | null {
  if (message.authorKind === 'brand') return 'ours';
  const person = message.author.externalId;
  if (person === null) return 'no_author';
  const last = outbox.findLast(
    (item) =>
      (item.action === 'block' || item.action === 'unblock') &&
      item.targetExternalId === person &&
      item.state === 'sent',
  );
  const isBlocked = last?.action === 'block';
  if (action === 'block') return isBlocked ? 'already_blocked' : null;
  return isBlocked ? null : 'not_blocked';
}
