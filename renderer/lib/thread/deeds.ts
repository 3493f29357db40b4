import type {
  ConversationDetail,
  MessageView,
  OutboxView,
} from '../../../shared/contract/schemas.ts';
import { SPOKEN } from '../../../shared/domain/action/types.ts';
import { assertNever } from '../../../shared/kernel/assert-never.ts';

/**
 * What is being done to the messages of a conversation, from its outbox. Nothing is kept apart: a
 * message changes at once because its action stands in the outbox, and is again what it was as soon
 * as that action was taken back or has failed.
 */

type State = OutboxView['state'];

/** On its way: the message is shown as it will be. */
const UNDER_WAY: ReadonlySet<State> = new Set<State>([
  'queued',
  'sending',
  'deferred',
  'unknown',
  'reconciling',
]);

/** Stopped: a person decides. */
const STOPPED: ReadonlySet<State> = new Set<State>(['rejected', 'needs_human']);

/** Whether an action may still happen. */
export const isUnderWay = ({ state }: OutboxView): boolean => UNDER_WAY.has(state);

/** Whether an action waits for a person's decision. */
export const isStopped = ({ state }: OutboxView): boolean => STOPPED.has(state);

/** Whether the page did not confirm it: it is looked for, and not done again meanwhile. */
export const isLookedUp = ({ state }: OutboxView): boolean =>
  state === 'unknown' || state === 'reconciling';

/** Whether an item puts words of ours before somebody; the others change a message or a person. */
export const isSpoken = ({ action }: OutboxView): boolean => SPOKEN.has(action);

const isDeed = (item: OutboxView): boolean =>
  !isSpoken(item) && (isUnderWay(item) || isStopped(item));

/** An action on a person stands at the newest message of that person. */
function targetOf(item: OutboxView, messages: readonly MessageView[]): MessageView | undefined {
  const { targetExternalId } = item;
  return (
    messages.find(({ externalId }) => externalId === targetExternalId) ??
    messages.findLast(({ author }) => author.externalId === targetExternalId)
  );
}

/** Returns, by message id, what is under way with it or has stopped, oldest first. */
export function deedsOf({
  messages,
  outbox,
}: Pick<ConversationDetail, 'messages' | 'outbox'>): ReadonlyMap<string, readonly OutboxView[]> {
  const deeds = new Map<string, OutboxView[]>();
  for (const item of outbox.filter(isDeed).toSorted((a, b) => a.queuedAtMs - b.queuedAtMs)) {
    const target = targetOf(item, messages);
    if (target === undefined) continue;
    deeds.set(target.id, [...(deeds.get(target.id) ?? []), item]);
  }
  return deeds;
}

function afterDeed(message: MessageView, { action, text }: OutboxView): MessageView {
  const likes = message.likeCount ?? 0;
  switch (action) {
    case 'hide':
      return { ...message, presence: 'hidden' };
    case 'unhide':
      return { ...message, presence: 'visible' };
    case 'delete':
      return { ...message, presence: 'gone' };
    case 'edit':
      return { ...message, text };
    case 'like':
      return { ...message, liked: true, likeCount: likes + (message.liked === true ? 0 : 1) };
    case 'unlike':
      return { ...message, liked: false, likeCount: likes - (message.liked === true ? 1 : 0) };
    case 'block':
    case 'unblock':
    case 'reply':
    case 'private_reply':
    case 'message':
      return message;
    default:
      return assertNever(action);
  }
}

/** Returns the message as it will be once all that is under way with it has happened. */
export const afterDeeds = (message: MessageView, deeds: readonly OutboxView[]): MessageView =>
  deeds.filter(isUnderWay).reduce(afterDeed, message);
