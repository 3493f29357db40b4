import { recheck } from '../../../shared/domain/outbox/recheck.ts';
import { RECONCILE_AFTER_MS } from '../../../shared/domain/outbox/reconcile.ts';
import type { OutboxItem } from '../../../shared/domain/outbox/types.ts';
import type { NewEvent } from '../../../shared/domain/event.ts';
import { appError, type AppError } from '../../../shared/kernel/app-error.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { DeliveryFailure } from '../ports/connector.ts';
import { requestOf } from './action-request.ts';
import { replyMessage } from './bind-own-replies.ts';
import { commit, reach, type Inbox, type Reached } from './inbox.ts';
import { hasWayTo } from './network.ts';
import { closedAfter, moved, type Move } from './outbox-events.ts';
import { isFromLater } from './outbox-queue.ts';
import { readThreadAnew } from './refresh-thread.ts';
import { retryAtMs } from './retry.ts';

/**
 * Delivers one reply that is due: reads its thread anew, checks it again, commits `sending`, and
 * only then begins the delivery. What comes of it is committed too; nothing is thrown for a failed
 * delivery. Does nothing when the reply is not due or was taken back in the meantime.
 */
export function sendReply(inbox: Inbox, outboxId: string, signal: AbortSignal): Promise<void> {
  const item = inbox.store.outboxItem(outboxId);
  if (item === null) return Promise.resolve();
  return inbox.turns.run(item.accountId, async () => {
    const ready = await prepare(inbox, outboxId, signal);
    if (ready === null) return;
    const sending = begin(inbox, ready.item);
    settle(inbox, sending, ready.reached, await deliver(ready, signal, inbox));
  });
}

interface Ready {
  readonly item: OutboxItem;
  readonly reached: Reached;
}

/** Null when it must not leave now; why is committed. */
async function prepare(inbox: Inbox, outboxId: string, signal: AbortSignal): Promise<Ready | null> {
  const item = dueItem(inbox, outboxId);
  if (item === null) return null;
  if (!hasWayTo(inbox, item.accountId)) return defer(inbox, item, appError('offline'));
  const reached = await reach(inbox, item.accountId);
  if (!reached.ok) return defer(inbox, item, reached.error);
  const read = await readThreadAnew(inbox, reached.value, item.conversationId, signal);
  // Its writer may have taken it back while the thread was read.
  const now = dueItem(inbox, outboxId);
  if (now === null) return null;
  if (!read.ok) {
    return read.error.code === 'object_gone'
      ? ask(inbox, now, 'message_vanished')
      : defer(inbox, now, read.error);
  }
  const verdict = recheck(now, inbox.store.conversation(now.conversationId)?.messages ?? []);
  return verdict === 'go' ? { item: now, reached: reached.value } : ask(inbox, now, verdict);
}

function dueItem({ store, holds, clock }: Inbox, outboxId: string): OutboxItem | null {
  const item = store.outboxItem(outboxId);
  if (item === null || (item.state !== 'queued' && item.state !== 'deferred')) return null;
  // What is deferred was due before: it may be tried at any time.
  const nowMs = clock.now();
  const isOver = holds.notBeforeMs(item, nowMs) <= nowMs || isFromLater(item, nowMs);
  const due = item.state === 'deferred' || isOver;
  return due ? item : null;
}

function defer(inbox: Inbox, item: OutboxItem, error: AppError): null {
  const notBeforeMs = retryAtMs(inbox, item, error, null);
  move(inbox, item, { state: 'deferred', reason: error.code, notBeforeMs });
  return null;
}

function ask(
  inbox: Inbox,
  item: OutboxItem,
  reason: 'message_vanished' | 'answered_meanwhile' | 'new_message_arrived',
): null {
  move(inbox, item, { state: 'needs_human', reason });
  return null;
}

function move(inbox: Inbox, item: OutboxItem, to: Move): void {
  commit(inbox, [moved(item, to, { nowMs: inbox.clock.now() })]);
}

/** Commits that a delivery begins, before the first byte that could cause it. */
function begin(inbox: Inbox, item: OutboxItem): OutboxItem {
  const nowMs = inbox.clock.now();
  const attempt = item.attempt + 1;
  commit(inbox, [moved(item, { state: 'sending', attempt }, { nowMs })]);
  inbox.holds.forget(item.id);
  return { ...item, state: 'sending', attempt, sentAtMs: nowMs };
}

async function deliver(
  { item, reached }: Ready,
  signal: AbortSignal,
  { logger, store, images, clock }: Inbox,
): Promise<Result<{ readonly externalId: string }, DeliveryFailure>> {
  try {
    const conversation = store.conversation(item.conversationId);
    if (conversation === null) throw new Error('An item of the outbox without a conversation.');
    const image = item.image === null ? null : await images.load(item.image);
    const request = requestOf(item, { conversation, image, nowMs: clock.now() });
    const done = await reached.connector.act(reached.remote, request, signal);
    return done.ok ? ok({ externalId: done.value.externalId ?? '' }) : done;
  } catch (cause) {
    // A bug of ours says nothing about what the platform did.
    logger.error('outbox.delivery_threw', cause, { outboxId: item.id });
    return err({ outcome: 'unknown', error: appError('internal') });
  }
}

function settle(
  inbox: Inbox,
  item: OutboxItem,
  reached: Reached,
  result: Result<{ readonly externalId: string }, DeliveryFailure>,
): void {
  if (result.ok) commit(inbox, sentEvents(inbox, item, reached, result.value.externalId));
  else move(inbox, item, afterFailure(inbox, item, result.error));
  inbox.logger.info('outbox.delivery', {
    outboxId: item.id,
    attempt: item.attempt,
    outcome: result.ok ? 'sent' : result.error.outcome,
    code: result.ok ? null : result.error.error.code,
  });
}

function afterFailure(inbox: Inbox, item: OutboxItem, failure: DeliveryFailure): Move {
  const reason = failure.error.code;
  switch (failure.outcome) {
    case 'not_sent': {
      const notBeforeMs = retryAtMs(inbox, item, failure.error, failure.retryAfterMs);
      return { state: 'deferred', reason, notBeforeMs };
    }
    case 'rejected':
      return { state: 'rejected', reason };
    case 'unknown': {
      const begunAtMs = item.sentAtMs ?? inbox.clock.now();
      return { state: 'unknown', reason, notBeforeMs: begunAtMs + (RECONCILE_AFTER_MS[0] ?? 0) };
    }
  }
}

/** The reply, its message and its close: one commit. */
function sentEvents(
  inbox: Inbox,
  item: OutboxItem,
  { account }: Reached,
  externalId: string,
): readonly NewEvent[] {
  const nowMs = inbox.clock.now();
  const messages = inbox.store.conversation(item.conversationId)?.messages ?? [];
  // Our clock may lag behind the platform's: an answer never stands before what it answers.
  const createdAtMs = Math.max(nowMs, ...messages.map((message) => message.createdAtMs + 1));
  const known = inbox.store.knownMessages(account.id, [externalId]).length > 0;
  return [
    ...(known ? [] : [replyMessage(inbox, account, item, { externalId, createdAtMs })]),
    moved(item, { state: 'sent', externalId }, { nowMs }),
    ...closedAfter(item, createdAtMs, 'system'),
  ];
}
