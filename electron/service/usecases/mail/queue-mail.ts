import { textLimit } from '../../../../shared/domain/action/limits.ts';
import type { ConversationProjection } from '../../../../shared/domain/conversation/projection.ts';
import { personIdOf } from '../../../../shared/domain/mail/identity.ts';
import { answerable, replyEnvelope } from '../../../../shared/domain/mail/reply.ts';
import type { MailAddress, QueuedMail } from '../../../../shared/domain/mail/types.ts';
import type { OutboxItem } from '../../../../shared/domain/outbox/types.ts';
import { appError, type AppError } from '../../../../shared/kernel/app-error.ts';
import { err, ok, type Result } from '../../../../shared/kernel/result.ts';
import { abilityError } from '../ability-error.ts';
import { agentActor, type Inbox } from '../inbox.ts';
import { queueItem, sameOnItsWay } from '../queue-item.ts';

/** A mail that somebody wrote in a conversation, and what they had read by then. */
export interface NewMail {
  readonly conversationId: string;
  readonly text: string;
  readonly seenThroughMs: number;
  readonly closeAfter: boolean;
  /** The mail it answers; left out: the newest one of the customer. */
  readonly parentExternalId?: string | undefined;
  /** To everybody who got that mail too. */
  readonly toAll?: boolean;
  /** Left out: as the mail that is answered says. */
  readonly to?: readonly MailAddress[];
  readonly cc?: readonly MailAddress[];
  readonly subject?: string;
  readonly undoMs?: number;
}

/**
 * Commits a mail to the outbox, its envelope and its Message-ID with it. The same words said again
 * while they are on their way are the mail that is there already. Errors: `not_found` (conversation or
 * message), `text_empty`, `text_too_long` (with `limit`), `not_allowed` (nobody to write to),
 * `bad_input` (an address).
 */
export function queueMail(inbox: Inbox, wanted: NewMail): Result<OutboxItem, AppError> {
  const conversation = inbox.store.conversation(wanted.conversationId);
  if (conversation === null) return err(appError('not_found'));
  const limit = textLimit('email', 'message');
  if (wanted.text.trim() === '') return err(appError('text_empty'));
  if (wanted.text.length > limit) return err(appError('text_too_long', { limit }));
  const outboxId = inbox.ids.next();
  const target = targetOf(conversation, wanted);
  if (target === undefined || target.externalId === null) return err(appError('not_found'));
  const envelope = envelopeOf(inbox, conversation, { target, wanted, outboxId });
  if (!envelope.ok) return envelope;
  const item =
    sameOnItsWay(inbox, {
      ...wanted,
      action: 'message',
      targetExternalId: target.externalId,
      image: null,
    }) ??
    accept(inbox, conversation, wanted, {
      outboxId,
      parentExternalId: target.externalId,
      mail: envelope.value,
    });
  inbox.store.saveDraft(wanted.conversationId, null);
  return ok(item);
}

type Target = ConversationProjection['messages'][number];

const targetOf = (
  { messages }: ConversationProjection,
  { parentExternalId }: NewMail,
): Target | undefined =>
  parentExternalId === undefined
    ? answerable(messages)
    : messages.find(({ externalId }) => externalId === parentExternalId);

function envelopeOf(
  { store }: Inbox,
  { row }: ConversationProjection,
  parts: { readonly target: Target; readonly wanted: NewMail; readonly outboxId: string },
): Result<QueuedMail, AppError> {
  const { target, wanted, outboxId } = parts;
  const ours = store.account(row.accountId)?.mailbox?.addresses ?? [];
  const usual = replyEnvelope(target, { ours, toAll: wanted.toAll === true, token: outboxId });
  if (usual === null) return err(abilityError('no_author'));
  const { to = usual.to, cc = usual.cc, subject = usual.subject } = wanted;
  const bad = [...to, ...cc].find(({ address }) => !isAddress(address));
  if (bad !== undefined || to.length === 0) return err(appError('bad_input', { field: 'to' }));
  return ok({ ...usual, to, cc, subject });
}

/** Enough to keep what is no address out of an envelope; servers know the rest. */
const isAddress = (address: string): boolean => /^[^\s@<>",;]+@[^\s@<>",;]+$/.test(address.trim());

function accept(
  inbox: Inbox,
  { row }: ConversationProjection,
  wanted: NewMail,
  fixed: {
    readonly outboxId: string;
    readonly parentExternalId: string;
    readonly mail: QueuedMail;
  },
): OutboxItem {
  const nowMs = inbox.clock.now();
  return queueItem(inbox, fixed.outboxId, [
    {
      kind: 'reply.queued',
      actor: agentActor(inbox),
      accountId: row.accountId,
      conversationId: row.id,
      happenedAtMs: nowMs,
      payload: {
        ...fixed,
        text: wanted.text,
        notBeforeMs: nowMs + (wanted.undoMs ?? inbox.undoMs),
        seenThroughMs: wanted.seenThroughMs,
        closeAfter: wanted.closeAfter,
        visibility: 'private',
      },
    },
  ]);
}

/** Everybody whom a mail of ours names, as people. */
export const addresseesOf = ({ to, cc }: QueuedMail): readonly string[] =>
  [...to, ...cc].map(personIdOf);
