import { abilityOf } from '../../../shared/domain/action/abilities.ts';
import { privateTarget } from '../../../shared/domain/action/composer-modes.ts';
import type { StagedImage } from '../../../shared/domain/action/image.ts';
import { textLimit } from '../../../shared/domain/action/limits.ts';
import { spokenAction } from '../../../shared/domain/conversation/outbox.ts';
import type { ConversationProjection } from '../../../shared/domain/conversation/projection.ts';
import type { Visibility } from '../../../shared/domain/conversation/types.ts';
import { replyTarget } from '../../../shared/domain/outbox/reply-target.ts';
import type { OutboxItem } from '../../../shared/domain/outbox/types.ts';
import { appError, type AppError } from '../../../shared/kernel/app-error.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { abilityError } from './ability-error.ts';
import { circumstancesOf } from './circumstances.ts';
import { agentActor, type Inbox } from './inbox.ts';
import { queueItem, sameOnItsWay } from './queue-item.ts';

/** What somebody wants to say, and what they had read when they wrote it. */
export interface NewReply {
  readonly conversationId: string;
  readonly text: string;
  readonly seenThroughMs: number;
  readonly closeAfter: boolean;
  /** Default: public. A private conversation has no other way than its own. */
  readonly visibility?: Visibility;
  /** The message it answers; default: the conversation's first, in private the newest that allows it. */
  readonly parentExternalId?: string | undefined;
  readonly image?: StagedImage | null;
  /** Time to take it back; default: the workspace's. */
  readonly undoMs?: number;
}

/**
 * Commits a reply to the outbox: from here on it is not lost, whatever happens. The same words said
 * again while they are still on their way are the reply that is there already: who did not hear that
 * it was accepted (the service stopped in between) sends it once more. Errors: `not_found`
 * (conversation or message), `message_vanished`, `text_empty`, `text_too_long` (with `limit`),
 * `window_closed`, `already_replied`, `permission_missing`, `conflict` (a private reply is under way),
 * `not_allowed` (with `reason`).
 */
export function queueReply(inbox: Inbox, reply: NewReply): Result<OutboxItem, AppError> {
  const conversation = inbox.store.conversation(reply.conversationId);
  if (conversation === null) return err(appError('not_found'));
  const action = spokenAction(conversation.row.kind, reply.visibility ?? 'public');
  const text = checkText(conversation, action, reply.text);
  if (!text.ok) return text;
  const image = reply.image ?? null;
  if (image !== null && !takesImage(conversation, action)) {
    return err(appError('not_allowed', { reason: 'not_on_this_channel' }));
  }
  const wanted = reply.parentExternalId;
  const target = targetFor(inbox, conversation, { action, wanted });
  if (!target.ok) return target;
  const written: Written = { ...reply, action, image, text: text.value, ...target.value };
  const known = sameOnItsWay(inbox, written);
  if (known === undefined && written.refused !== null) return err(written.refused);
  const item = known ?? accept(inbox, conversation, written);
  inbox.store.saveDraft(reply.conversationId, null);
  return ok(item);
}

type Spoken = ReturnType<typeof spokenAction>;

interface Target {
  readonly targetExternalId: string;
  /** Why nothing new may be said there. */
  readonly refused: AppError | null;
}

interface Written extends NewReply, Target {
  readonly action: Spoken;
  readonly image: StagedImage | null;
}

function accept(inbox: Inbox, { row }: ConversationProjection, reply: Written): OutboxItem {
  const nowMs = inbox.clock.now();
  const outboxId = inbox.ids.next();
  return queueItem(inbox, outboxId, [
    {
      kind: 'reply.queued',
      actor: agentActor(inbox),
      accountId: row.accountId,
      conversationId: row.id,
      happenedAtMs: nowMs,
      payload: {
        outboxId,
        parentExternalId: reply.targetExternalId,
        text: reply.text,
        notBeforeMs: nowMs + (reply.undoMs ?? inbox.undoMs),
        seenThroughMs: reply.seenThroughMs,
        closeAfter: reply.closeAfter,
        ...(reply.action === 'reply' ? {} : { visibility: 'private' }),
        ...(reply.image === null ? {} : { image: reply.image }),
      },
    },
  ]);
}

function targetFor(
  inbox: Inbox,
  conversation: ConversationProjection,
  { action, wanted }: { readonly action: Spoken; readonly wanted: string | undefined },
): Result<Target, AppError> {
  const around = circumstancesOf(inbox, conversation);
  const { row, messages } = conversation;
  if (action === 'message') {
    const last = messages.at(-1);
    const person = row.starter.externalId;
    if (person === null || last === undefined) return err(abilityError('no_author'));
    return ok({ targetExternalId: person, refused: refusal(abilityOf('reply', last, around)) });
  }
  const usual = action === 'reply' ? row.externalId : privateTarget(around)?.externalId;
  const externalId = wanted ?? usual ?? row.externalId;
  const message = messages.find((one) => one.externalId === externalId);
  if (message === undefined) {
    // A thread whose first message was never read can be answered all the same.
    const known = externalId === row.externalId && action === 'reply';
    return known ? ok({ targetExternalId: externalId, refused: null }) : err(appError('not_found'));
  }
  const refused = refusal(abilityOf(action, message, around));
  const targetExternalId = action === 'reply' ? replyTarget(row, messages, externalId) : externalId;
  return ok({ targetExternalId, refused });
}

const refusal = (ability: ReturnType<typeof abilityOf>): AppError | null =>
  ability.allowed ? null : abilityError(ability.reason);

function checkText(
  { row }: ConversationProjection,
  action: Spoken,
  text: string,
): Result<string, AppError> {
  if (text.trim() === '') return err(appError('text_empty'));
  const limit = textLimit(row.channel, action);
  return text.length > limit ? err(appError('text_too_long', { limit })) : ok(text);
}

const takesImage = ({ row }: ConversationProjection, action: Spoken): boolean =>
  action === 'message' || (action === 'reply' && row.channel === 'facebook');
