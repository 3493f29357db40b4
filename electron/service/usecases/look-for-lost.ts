import { SPOKEN } from '../../../shared/domain/action/types.ts';
import { backoffMs } from '../../../shared/domain/outbox/backoff.ts';
import { RECONCILE_AFTER_MS } from '../../../shared/domain/outbox/reconcile.ts';
import { onStartup } from '../../../shared/domain/outbox/transitions.ts';
import type { OutboxItem } from '../../../shared/domain/outbox/types.ts';
import type { ErrorCode } from '../../../shared/kernel/app-error.ts';
import { ok } from '../../../shared/kernel/result.ts';
import { requestOf } from './action-request.ts';
import { arrivedEvents, lookFor } from './bind-own-replies.ts';
import { commit, reach, type Inbox, type Reached } from './inbox.ts';
import { lookForPrivateReply, type Look } from './look-for-private.ts';
import { lookForMail } from './mail/deliver-mail.ts';
import { isMail, type MailItem } from './mail/mail-item.ts';
import { reachMailbox } from './mail/mailbox-of.ts';
import { moved, type Move } from './outbox-events.ts';
import { readThreadAnew } from './refresh-thread.ts';
import { settleDone } from './settle-delivery.ts';

/** After a look that failed: the same again this much later. */
const LOOK_AGAIN_MS = 60_000;

/** What puts no words before anybody is begun this often; then a person is asked. */
const MOST_ATTEMPTS = 5;

/**
 * Looks once what became of something whose answer was lost. Words are looked for where they were to
 * appear: found once, they were sent; found several times, or not at all after the last look, a
 * person is asked; they are never said again. Anything else is done again where it is not done.
 */
export async function lookForLost(
  inbox: Inbox,
  outboxId: string,
  signal: AbortSignal,
): Promise<void> {
  const found = inbox.store.outboxItem(outboxId);
  if (found === null) return;
  await inbox.turns.run(found.accountId, async () => {
    const item = inbox.store.outboxItem(outboxId);
    if (item === null || item.state !== 'unknown') return;
    move(inbox, item, { state: 'reconciling', reason: reasonOf(item) });
    const next = await look(inbox, item, signal);
    // Reading the thread binds a single copy by itself.
    const now = inbox.store.outboxItem(outboxId);
    if (now?.state !== 'reconciling') return;
    if (next === 'done') settleDone(inbox, now);
    else if ('foundAs' in next) arrived(inbox, now, next.foundAs);
    else move(inbox, now, next);
  });
}

function arrived(inbox: Inbox, item: OutboxItem, externalId: string): void {
  const account = inbox.store.account(item.accountId);
  if (account === null) return;
  const createdAtMs = item.sentAtMs ?? inbox.clock.now();
  commit(inbox, arrivedEvents(inbox, account, item, { externalId, createdAtMs }));
}

/** Why it is looked for: what the platform takes for a duplicate is looked for longer back. */
const reasonOf = ({ reason }: OutboxItem): ErrorCode =>
  reason === 'duplicate' ? 'duplicate' : 'unknown_outcome';

/** `foundAs`: a mail that lies where sent mail lies, under this platform id. */
type Next = Move | 'done' | { readonly foundAs: string };

async function look(inbox: Inbox, item: OutboxItem, signal: AbortSignal): Promise<Next> {
  if (isMail(item)) return lookInMailbox(inbox, item, signal);
  const reached = await reach(inbox, item.accountId);
  if (!reached.ok) return again(inbox, item, LOOK_AGAIN_MS);
  if (!SPOKEN.has(item.action)) return lookAtState(inbox, item, reached.value, signal);
  return item.action === 'private_reply'
    ? afterLook(inbox, item, await lookForPrivateReply(inbox, item, reached.value, signal))
    : afterLook(inbox, item, await lookInThread(inbox, item, reached.value, signal));
}

async function lookInMailbox(inbox: Inbox, item: MailItem, signal: AbortSignal): Promise<Next> {
  const reached = await reachMailbox(inbox, item.accountId, signal);
  if (!reached.ok) return again(inbox, item, LOOK_AGAIN_MS);
  const found = await lookForMail(inbox, reached.value, item, signal);
  if (!found.ok) return afterLook(inbox, item, 'failed');
  return found.value === null ? afterLook(inbox, item, 'none') : { foundAs: found.value };
}

async function lookInThread(
  inbox: Inbox,
  item: OutboxItem,
  reached: Reached,
  signal: AbortSignal,
): Promise<Look> {
  const read = await readThreadAnew(inbox, reached, item.conversationId, signal);
  if (!read.ok) return read.error.code === 'object_gone' ? 'gone' : 'failed';
  return lookFor(inbox.store, item, read.value.messages).kind === 'several' ? 'several' : 'none';
}

function afterLook(inbox: Inbox, item: OutboxItem, found: Look): Move {
  const person: Move = { state: 'needs_human', reason: reasonOf(item) };
  switch (found) {
    case 'failed':
      return again(inbox, item, LOOK_AGAIN_MS);
    // The thread is gone: there is nothing left to look at, and nothing to answer.
    case 'gone':
    case 'several':
      return person;
    case 'none': {
      const nowMs = inbox.clock.now();
      const begunAtMs = item.sentAtMs ?? item.queuedAtMs;
      const nextMs = RECONCILE_AFTER_MS.map((afterMs) => begunAtMs + afterMs).find(
        (at) => at > nowMs,
      );
      return nextMs === undefined ? person : again(inbox, item, nextMs - nowMs);
    }
  }
}

const again = ({ clock }: Inbox, item: OutboxItem, afterMs: number): Move => ({
  state: 'unknown',
  reason: reasonOf(item),
  notBeforeMs: clock.now() + afterMs,
});

/** Asks the platform how it stands; what is not done is safe to do again. */
async function lookAtState(
  inbox: Inbox,
  item: OutboxItem,
  { connector, remote }: Reached,
  signal: AbortSignal,
): Promise<Next> {
  const conversation = inbox.store.conversation(item.conversationId);
  if (conversation === null) throw new Error('Something in the outbox has no conversation.');
  const request = requestOf(item, { conversation, image: null, nowMs: inbox.clock.now() });
  // Deleting says by itself whether it was done before.
  const state =
    item.action === 'delete'
      ? ok('not_done' as const)
      : await connector.actionState(remote, request, signal);
  if (!state.ok) return again(inbox, item, LOOK_AGAIN_MS);
  if (state.value === 'done') return 'done';
  if (state.value === 'impossible') return { state: 'needs_human', reason: 'message_vanished' };
  return onceMore(inbox, item);
}

/** Safe to do again, but not for ever. */
function onceMore(inbox: Inbox, item: OutboxItem): Move {
  if (item.attempt >= MOST_ATTEMPTS) return { state: 'needs_human', reason: 'unknown_outcome' };
  const waitMs = backoffMs({ attempt: item.attempt, retryAfterMs: null, random: inbox.random });
  return { state: 'queued', reason: 'unknown_outcome', notBeforeMs: inbox.clock.now() + waitMs };
}

/**
 * Puts what was cut short on its way or while it was looked for into doubt, where it is looked for.
 * Called at start before anything is read or sent, and later for what nobody works on (`busy`).
 */
export function recoverOutbox(inbox: Inbox, busy: ReadonlySet<string> = new Set()): void {
  const nowMs = inbox.clock.now();
  const events = inbox.store.outboxOpen().flatMap((item) => {
    if (busy.has(item.id) || onStartup(item) !== 'unknown') return [];
    const firstLookMs = (item.sentAtMs ?? nowMs) + (RECONCILE_AFTER_MS[0] ?? 0);
    const notBeforeMs = Math.max(nowMs, firstLookMs);
    return [moved(item, { state: 'unknown', reason: reasonOf(item), notBeforeMs }, { nowMs })];
  });
  if (events.length > 0) commit(inbox, events);
}

function move(inbox: Inbox, item: OutboxItem, to: Move): void {
  commit(inbox, [moved(item, to, { nowMs: inbox.clock.now() })]);
}
