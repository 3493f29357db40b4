import type { NewEvent } from '../../../shared/domain/event.ts';
import { SPOKEN } from '../../../shared/domain/action/types.ts';
import type { MailDraft } from '../../../shared/domain/mail/types.ts';
import { BLOCK_HOLD_MS } from '../../../shared/domain/outbox/blocked.ts';
import { canGo } from '../../../shared/domain/outbox/transitions.ts';
import type { OutboxItem } from '../../../shared/domain/outbox/types.ts';
import { appError, type AppError } from '../../../shared/kernel/app-error.ts';
import { assertNever } from '../../../shared/kernel/assert-never.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { effectsOf, noteAtPlatform } from './action-effects.ts';
import { agentActor, commit, type Inbox } from './inbox.ts';
import { closedAfter, moved, type Move } from './outbox-events.ts';

/** What a person decides about a reply that stopped. */
export type ReplyDecision = 'send_again' | 'drop' | 'was_sent';

/**
 * Takes back what has not left; the text of a reply becomes the draft again. Errors: `not_found`,
 * `conflict` once its delivery began.
 */
export function cancelReply(inbox: Inbox, outboxId: string): Result<OutboxItem, AppError> {
  const item = inbox.store.outboxItem(outboxId);
  if (item === null) return err(appError('not_found'));
  if (item.state !== 'queued' && item.state !== 'deferred') return err(appError('conflict'));
  return ok(putAside(inbox, item));
}

/**
 * Lets the undo window stand still, or go on. Errors: `not_found`, `conflict` once it left. The
 * answer carries the instant at which it would leave if it were let go now.
 */
export function holdReply(
  inbox: Inbox,
  outboxId: string,
  held: boolean,
): Result<OutboxItem, AppError> {
  const item = inbox.store.outboxItem(outboxId);
  if (item === null) return err(appError('not_found'));
  if (item.state !== 'queued') return err(appError('conflict'));
  const nowMs = inbox.clock.now();
  if (held) inbox.holds.hold(item, nowMs);
  else inbox.holds.release(outboxId, nowMs);
  inbox.changes.publish({ type: 'conversations', ids: [item.conversationId], arrivedIds: [] });
  return ok(shownItem(inbox, item));
}

/** Returns the item as a person sees it: holds counted in. */
export const shownItem = (inbox: Inbox, item: OutboxItem): OutboxItem => ({
  ...item,
  notBeforeMs: inbox.holds.notBeforeMs(item, inbox.clock.now()),
});

/**
 * Carries out a person's decision. `send_again` sends at once and counts everything that arrived so
 * far as read; `drop` brings the text back as the draft; `was_sent` believes the person. Errors:
 * `not_found`, `conflict` when the reply does not wait for a decision.
 */
export function resolveReply(
  inbox: Inbox,
  outboxId: string,
  decision: ReplyDecision,
): Result<OutboxItem, AppError> {
  const item = inbox.store.outboxItem(outboxId);
  if (item === null) return err(appError('not_found'));
  if (item.state !== 'needs_human' && item.state !== 'rejected') return err(appError('conflict'));
  switch (decision) {
    case 'send_again':
      return ok(sendAgain(inbox, item));
    case 'drop':
      return ok(putAside(inbox, item));
    case 'was_sent':
      return canGo(item.state, 'sent') ? ok(wasSent(inbox, item)) : err(appError('conflict'));
    default:
      return assertNever(decision);
  }
}

function putAside(inbox: Inbox, item: OutboxItem): OutboxItem {
  const nowMs = inbox.clock.now();
  const cancelled = change(inbox, item, { state: 'cancelled' });
  inbox.holds.forget(item.id);
  if (!SPOKEN.has(item.action)) return cancelled;
  // What was written since is worth more than what was taken back.
  const draft = inbox.store.draft(item.conversationId);
  const keep = draft !== null && draft.text.trim() !== '';
  const text = keep ? `${item.text}\n\n${draft.text}` : item.text;
  const mode = keep ? draft.mode : item.action === 'reply' ? 'public' : 'private';
  const mail = together(draft?.mail ?? null, mailDraftOf(item));
  inbox.store.saveDraft(item.conversationId, { text, mode, savedAtMs: nowMs, mail });
  return cancelled;
}

/** What was written since says to whom it goes; no file is lost. */
function together(since: MailDraft | null, returned: MailDraft | null): MailDraft | null {
  if (since === null || returned === null) return since ?? returned;
  const here = new Set(since.files.map(({ id }) => id));
  return { ...since, files: [...returned.files.filter(({ id }) => !here.has(id)), ...since.files] };
}

/** The envelope comes back with the words; files that were to be passed on are files of the draft now. */
const mailDraftOf = ({ mail, targetExternalId }: OutboxItem): MailDraft | null =>
  mail === null
    ? null
    : {
        kind: mail.kind ?? 'reply',
        targetExternalId,
        to: mail.to,
        cc: mail.cc,
        subject: mail.subject,
        files: (mail.files ?? []).map(({ id, name, bytes }) => ({ id, name, bytes })),
        signature: mail.belowFrom?.signature ?? null,
        quote: mail.belowFrom?.quote ?? false,
        forwarded: [],
      };

/** Dated after all that is here, even where our clock lags behind: the person has seen it. */
function sendAgain(inbox: Inbox, item: OutboxItem): OutboxItem {
  const messages = inbox.store.conversation(item.conversationId)?.messages ?? [];
  const nowMs = inbox.clock.now();
  const seenAtMs = Math.max(nowMs, ...messages.map((message) => message.createdAtMs));
  const heldUntilMs = item.reason === 'blocked' ? item.changedAtMs + BLOCK_HOLD_MS : nowMs;
  const move: Move = {
    state: 'queued',
    notBeforeMs: Math.max(nowMs, heldUntilMs),
    // Somebody saw it and means it: what may be repeated is repeated as often again.
    attempt: SPOKEN.has(item.action) ? item.attempt : 0,
  };
  commit(inbox, [moved(item, move, { nowMs: seenAtMs, actor: agentActor(inbox) })]);
  return inbox.store.outboxItem(item.id) ?? item;
}

function wasSent(inbox: Inbox, item: OutboxItem): OutboxItem {
  const more = SPOKEN.has(item.action)
    ? closedAfter(item, inbox.clock.now(), agentActor(inbox))
    : effectsOf(inbox, item);
  const done = change(inbox, item, { state: 'sent' }, more);
  noteAtPlatform(inbox, item);
  return done;
}

function change(
  inbox: Inbox,
  item: OutboxItem,
  move: Move,
  more: readonly NewEvent[] = [],
): OutboxItem {
  const at = { nowMs: inbox.clock.now(), actor: agentActor(inbox) };
  commit(inbox, [moved(item, move, at), ...more]);
  return inbox.store.outboxItem(item.id) ?? item;
}
