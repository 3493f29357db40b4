import { textLimit } from '../../../shared/domain/action/limits.ts';
import { replyTarget } from '../../../shared/domain/outbox/reply-target.ts';
import type { ConversationProjection } from '../../../shared/domain/conversation/projection.ts';
import type { OutboxItem } from '../../../shared/domain/outbox/types.ts';
import { appError, type AppError } from '../../../shared/kernel/app-error.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { agentActor, commit, type Inbox } from './inbox.ts';
import { isMoving } from './outbox-queue.ts';

/** What somebody wants to say, and what they had read when they wrote it. */
export interface NewReply {
  readonly conversationId: string;
  readonly text: string;
  readonly seenThroughMs: number;
  readonly closeAfter: boolean;
  /** The message it answers; default: the conversation's first. */
  readonly parentExternalId?: string | undefined;
  /** Time to take it back; default: the workspace's. */
  readonly undoMs?: number;
}

/**
 * Commits a reply to the outbox: from here on it is not lost, whatever happens. The same words said
 * again while they are still on their way are the reply that is there already: who did not hear that
 * it was accepted (the service stopped in between) sends it once more. Errors: `not_found`
 * (conversation or message), `message_vanished`, `text_empty`, `text_too_long` (with `limit`).
 */
export function queueReply(inbox: Inbox, reply: NewReply): Result<OutboxItem, AppError> {
  const conversation = inbox.store.conversation(reply.conversationId);
  if (conversation === null) return err(appError('not_found'));
  const parent = parentOf(conversation, reply.parentExternalId);
  if (!parent.ok) return parent;
  const text = checkText(conversation, reply.text);
  if (!text.ok) return text;
  const written = { ...reply, text: text.value, parentExternalId: parent.value };
  const item = alreadyOnItsWay(inbox, written) ?? accept(inbox, conversation, written);
  inbox.store.saveDraft(reply.conversationId, null);
  return ok(item);
}

type Written = NewReply & { readonly parentExternalId: string };

const alreadyOnItsWay = ({ store }: Inbox, reply: Written): OutboxItem | undefined =>
  store
    .outboxOpen()
    .find(
      (item) =>
        isMoving(item) &&
        item.conversationId === reply.conversationId &&
        item.parentExternalId === reply.parentExternalId &&
        item.text === reply.text,
    );

function accept(inbox: Inbox, { row }: ConversationProjection, reply: Written): OutboxItem {
  const nowMs = inbox.clock.now();
  const outboxId = inbox.ids.next();
  commit(inbox, [
    {
      kind: 'reply.queued',
      actor: agentActor(inbox),
      accountId: row.accountId,
      conversationId: row.id,
      happenedAtMs: nowMs,
      payload: {
        outboxId,
        parentExternalId: reply.parentExternalId,
        text: reply.text,
        notBeforeMs: nowMs + (reply.undoMs ?? inbox.undoMs),
        seenThroughMs: reply.seenThroughMs,
        closeAfter: reply.closeAfter,
      },
    },
  ]);
  const item = inbox.store.outboxItem(outboxId);
  if (item === null) throw new Error('A committed reply is not in the outbox.');
  return item;
}

function parentOf(
  { row, messages }: ConversationProjection,
  wanted: string | undefined,
): Result<string, AppError> {
  const externalId = wanted ?? row.externalId;
  const message = messages.find((one) => one.externalId === externalId);
  if (message === undefined && externalId !== row.externalId) return err(appError('not_found'));
  if (message?.presence === 'gone') return err(appError('message_vanished'));
  return ok(replyTarget(row, messages, externalId));
}

function checkText({ row }: ConversationProjection, text: string): Result<string, AppError> {
  if (text.trim() === '') return err(appError('text_empty'));
  const limit = textLimit(row.channel, 'reply');
  return text.length > limit ? err(appError('text_too_long', { limit })) : ok(text);
}
