import { abilityOf, targetOf } from '../../../shared/domain/action/abilities.ts';
import { textLimit } from '../../../shared/domain/action/limits.ts';
import type { MessageAction } from '../../../shared/domain/action/types.ts';
import type { ConversationProjection } from '../../../shared/domain/conversation/projection.ts';
import type { Message } from '../../../shared/domain/conversation/types.ts';
import type { NewEvent } from '../../../shared/domain/event.ts';
import { contraryOf, isCancellable, underWay } from '../../../shared/domain/outbox/moving.ts';
import type { OutboxItem } from '../../../shared/domain/outbox/types.ts';
import { appError, type AppError } from '../../../shared/kernel/app-error.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { abilityError } from './ability-error.ts';
import { circumstancesOf } from './circumstances.ts';
import { agentActor, commit, type Inbox } from './inbox.ts';
import { moved } from './outbox-events.ts';
import { queueItem } from './queue-item.ts';

/** What somebody wants done with a message, other than saying something new. */
export interface WantedAction {
  readonly conversationId: string;
  readonly messageId: string;
  readonly action: Exclude<MessageAction, 'reply' | 'private_reply'>;
  /** The new words of an edit. */
  readonly text?: string | undefined;
  /** A person was asked: needed to delete what a customer wrote, and to block. */
  readonly confirmed?: boolean | undefined;
}

/**
 * Commits an action to the outbox. What is under way already is that item; what takes back an action
 * that has not been done yet only drops that one, and is it. An edit that has not left is replaced by
 * the next. Errors: `not_found`, `bad_input` (not confirmed), `text_empty`, `text_too_long`,
 * `message_vanished`, `permission_missing`, `conflict`, `not_allowed` (with `reason`).
 */
export function actOnMessage(inbox: Inbox, wanted: WantedAction): Result<OutboxItem, AppError> {
  const conversation = inbox.store.conversation(wanted.conversationId);
  const message = conversation?.messages.find((one) => one.id === wanted.messageId);
  if (conversation === null || message === undefined) return err(appError('not_found'));
  const { action } = wanted;
  if (needsAsking(action, message) && wanted.confirmed !== true) {
    return err(appError('bad_input', { field: 'confirmed' }));
  }
  const text = checkText(conversation, wanted);
  if (!text.ok) return text;
  const target = targetOf(action, message) ?? '';
  const before = underWay(conversation.outbox, action, target);
  if (before !== undefined && before.text === text.value) return ok(before);
  const contrary = contraryOf(conversation.outbox, action, target);
  if (contrary !== undefined) return ok(drop(inbox, contrary));
  const replaced = before !== undefined && isCancellable(before) ? before : null;
  const ability = abilityOf(action, message, without(inbox, conversation, replaced));
  if (!ability.allowed) return err(abilityError(ability.reason));
  return ok(accept(inbox, conversation, { action, target, text: text.value, replaced }));
}

const needsAsking = (action: MessageAction, message: Message): boolean =>
  action === 'block' || (action === 'delete' && message.authorKind !== 'brand');

function checkText(
  { row }: ConversationProjection,
  wanted: WantedAction,
): Result<string, AppError> {
  if (wanted.action !== 'edit') return ok('');
  const text = wanted.text ?? '';
  if (text.trim() === '') return err(appError('text_empty'));
  const limit = textLimit(row.channel, 'edit');
  return text.length > limit ? err(appError('text_too_long', { limit })) : ok(text);
}

const without = (
  inbox: Inbox,
  conversation: ConversationProjection,
  replaced: OutboxItem | null,
): ReturnType<typeof circumstancesOf> =>
  circumstancesOf(inbox, {
    ...conversation,
    outbox: conversation.outbox.filter((item) => item.id !== replaced?.id),
  });

function drop(inbox: Inbox, item: OutboxItem): OutboxItem {
  commit(inbox, [cancelled(inbox, item)]);
  inbox.holds.forget(item.id);
  return inbox.store.outboxItem(item.id) ?? item;
}

const cancelled = (inbox: Inbox, item: OutboxItem): NewEvent =>
  moved(item, { state: 'cancelled' }, { nowMs: inbox.clock.now(), actor: agentActor(inbox) });

interface Accepted {
  readonly action: WantedAction['action'];
  readonly target: string;
  readonly text: string;
  readonly replaced: OutboxItem | null;
}

function accept(
  inbox: Inbox,
  { row }: ConversationProjection,
  { action, target, text, replaced }: Accepted,
): OutboxItem {
  const nowMs = inbox.clock.now();
  const outboxId = inbox.ids.next();
  return queueItem(inbox, outboxId, [
    ...(replaced === null ? [] : [cancelled(inbox, replaced)]),
    {
      kind: 'action.queued',
      actor: agentActor(inbox),
      accountId: row.accountId,
      conversationId: row.id,
      happenedAtMs: nowMs,
      payload: {
        outboxId,
        action,
        targetExternalId: target,
        text,
        notBeforeMs: nowMs + inbox.undoMs,
      },
    },
  ]);
}
