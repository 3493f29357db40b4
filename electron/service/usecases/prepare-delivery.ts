import { messageWindow, PRIVATE_REPLY_WINDOW_MS } from '../../../shared/domain/action/windows.ts';
import { SPOKEN } from '../../../shared/domain/action/types.ts';
import type { ConversationProjection } from '../../../shared/domain/conversation/projection.ts';
import { blockedUntilMs } from '../../../shared/domain/outbox/blocked.ts';
import { recheck } from '../../../shared/domain/outbox/recheck.ts';
import type { OutboxItem } from '../../../shared/domain/outbox/types.ts';
import { appError, type AppError, type ErrorCode } from '../../../shared/kernel/app-error.ts';
import type { ActionRequest, ImageFile } from '../ports/action.ts';
import { requestOf } from './action-request.ts';
import { commit, reach, type Inbox, type Reached } from './inbox.ts';
import { hasWayTo } from './network.ts';
import { lookBeforeMail } from './mail/deliver-mail.ts';
import { isMail, type MailItem } from './mail/mail-item.ts';
import type { MailBytes } from './mail/mail-bytes.ts';
import { reachMailbox, type ReachedMailbox } from './mail/mailbox-of.ts';
import { moved } from './outbox-events.ts';
import { isFromLater } from './outbox-queue.ts';
import { readThreadAnew } from './refresh-thread.ts';
import { retryAtMs } from './retry.ts';
import type { Verdict } from './verdict.ts';

/** Something that may leave now. */
export type Ready =
  | {
      readonly kind: 'action';
      readonly item: OutboxItem;
      readonly reached: Reached;
      /** `done`: the platform stands as it is wanted already. */
      readonly request: ActionRequest | 'done';
    }
  | {
      readonly kind: 'mail';
      readonly item: MailItem;
      readonly reached: ReachedMailbox;
      readonly bytes: MailBytes;
    };

/** Looks whether it may leave now. Null when not: why is committed, or it is not due any more. */
export async function prepare(
  inbox: Inbox,
  outboxId: string,
  signal: AbortSignal,
): Promise<Ready | null> {
  const item = dueItem(inbox, outboxId);
  if (item === null) return null;
  if (!hasWayTo(inbox, item.accountId)) return putOff(inbox, item, appError('offline'));
  const heldUntilMs = blockedUntilMs(inbox.store.outboxOpen(), item.accountId);
  const leftMs = (heldUntilMs ?? 0) - inbox.clock.now();
  if (leftMs > 0) return putOff(inbox, item, appError('blocked', { retryAfterMs: leftMs }));
  return isMail(item) ? prepareMail(inbox, item, signal) : prepareAction(inbox, item, signal);
}

async function prepareMail(
  inbox: Inbox,
  item: MailItem,
  signal: AbortSignal,
): Promise<Ready | null> {
  const verdict = await lookBeforeMail(inbox, item, signal);
  // After the look: it may have renewed what the mailbox is entered with.
  const reached = await reachMailbox(inbox, item.accountId, signal);
  if (!reached.ok) return putOff(inbox, item, reached.error);
  const now = dueItem(inbox, item.id);
  if (now === null || !isMail(now)) return null;
  return verdict.kind === 'go'
    ? { kind: 'mail', item: now, reached: reached.value, bytes: verdict.request }
    : holdBack(inbox, now, verdict);
}

async function prepareAction(
  inbox: Inbox,
  item: OutboxItem,
  signal: AbortSignal,
): Promise<Ready | null> {
  const reached = await reach(inbox, item.accountId);
  if (!reached.ok) return putOff(inbox, item, reached.error);
  const image = item.image === null ? null : await inbox.images.load(item.image);
  const verdict = await look(inbox, { item, image, reached: reached.value }, signal);
  // Its writer may have taken it back meanwhile.
  const now = dueItem(inbox, item.id);
  if (now === null) return null;
  return verdict.kind === 'go'
    ? { kind: 'action', item: now, reached: reached.value, request: verdict.request }
    : holdBack(inbox, now, verdict);
}

const holdBack = (
  inbox: Inbox,
  item: OutboxItem,
  verdict: Exclude<Verdict<never>, { kind: 'go' }>,
): null =>
  verdict.kind === 'put_off'
    ? putOff(inbox, item, verdict.error)
    : ask(inbox, item, verdict.reason);

function dueItem({ store, holds, clock }: Inbox, outboxId: string): OutboxItem | null {
  const item = store.outboxItem(outboxId);
  if (item === null || (item.state !== 'queued' && item.state !== 'deferred')) return null;
  // What is deferred was due before: it may be tried at any time.
  const nowMs = clock.now();
  const isOver = holds.notBeforeMs(item, nowMs) <= nowMs || isFromLater(item, nowMs);
  const due = item.state === 'deferred' || isOver;
  return due ? item : null;
}

function putOff(inbox: Inbox, item: OutboxItem, error: AppError): null {
  const notBeforeMs = retryAtMs(inbox, item, error, null);
  const to = { state: 'deferred', reason: error.code, notBeforeMs } as const;
  commit(inbox, [moved(item, to, { nowMs: inbox.clock.now() })]);
  return null;
}

function ask(inbox: Inbox, item: OutboxItem, reason: ErrorCode): null {
  commit(inbox, [moved(item, { state: 'needs_human', reason }, { nowMs: inbox.clock.now() })]);
  return null;
}

interface Candidate {
  readonly item: OutboxItem;
  readonly image: ImageFile | null;
  readonly reached: Reached;
}

const look = (inbox: Inbox, candidate: Candidate, signal: AbortSignal): Promise<Verdict> =>
  SPOKEN.has(candidate.item.action)
    ? lookAtThread(inbox, candidate, signal)
    : lookAtTarget(inbox, candidate, signal);

/** Words leave only into the thread that their writer saw. */
async function lookAtThread(
  inbox: Inbox,
  { item, image, reached }: Candidate,
  signal: AbortSignal,
): Promise<Verdict> {
  if (item.image !== null && image === null) return { kind: 'ask', reason: 'image_missing' };
  const read = await readThreadAnew(inbox, reached, item.conversationId, signal);
  if (!read.ok) {
    return read.error.code === 'object_gone'
      ? { kind: 'ask', reason: 'message_vanished' }
      : { kind: 'put_off', error: read.error };
  }
  const conversation = conversationOf(inbox, item);
  const verdict = recheck(item, conversation.messages);
  if (verdict !== 'go') return { kind: 'ask', reason: verdict };
  const nowMs = inbox.clock.now();
  if (isTooLate(item, conversation, nowMs)) return { kind: 'ask', reason: 'window_closed' };
  if (isTaken(inbox, item)) return { kind: 'ask', reason: 'already_replied' };
  return { kind: 'go', request: requestOf(item, { conversation, image, nowMs }) };
}

/** The window may have closed while it waited: for a network, a token, a person (facebook.md §4). */
function isTooLate(
  { action, targetExternalId }: OutboxItem,
  { messages }: ConversationProjection,
  nowMs: number,
): boolean {
  if (action === 'message') return messageWindow(messages, nowMs) === null;
  if (action !== 'private_reply') return false;
  const target = messages.find((message) => message.externalId === targetExternalId);
  return target !== undefined && nowMs > target.createdAtMs + PRIVATE_REPLY_WINDOW_MS;
}

/** A comment takes one private reply; somebody may have written it elsewhere meanwhile. */
const isTaken = ({ store }: Inbox, { action, accountId, targetExternalId }: OutboxItem): boolean =>
  action === 'private_reply' &&
  store.platformStates(accountId, [targetExternalId]).get(targetExternalId)?.canReplyPrivately ===
    false;

/** What changes a message is done only where it is not done yet. */
async function lookAtTarget(
  inbox: Inbox,
  { item, reached }: Candidate,
  signal: AbortSignal,
): Promise<Verdict> {
  const conversation = conversationOf(inbox, item);
  const request = requestOf(item, { conversation, image: null, nowMs: inbox.clock.now() });
  // Deleting what is gone already does no harm; a list that lags behind must not pass for a deletion.
  if (item.action === 'delete') return { kind: 'go', request };
  const { connector, remote } = reached;
  const state = await connector.actionState(remote, request, signal);
  if (!state.ok) {
    // Where looking is not allowed, doing may be: the platform says so itself then.
    return NOT_TOLD.has(state.error.code)
      ? { kind: 'go', request }
      : { kind: 'put_off', error: state.error };
  }
  if (state.value === 'not_done') return { kind: 'go', request };
  return state.value === 'done'
    ? { kind: 'go', request: 'done' }
    : { kind: 'ask', reason: 'message_vanished' };
}

const NOT_TOLD: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'not_allowed',
  'permission_missing',
  'source_unavailable',
  'refused',
]);

function conversationOf({ store }: Inbox, item: OutboxItem): ConversationProjection {
  const conversation = store.conversation(item.conversationId);
  if (conversation === null) throw new Error('Something in the outbox has no conversation.');
  return conversation;
}
