import { onStartup } from '../../../shared/domain/outbox/transitions.ts';
import { RECONCILE_AFTER_MS } from '../../../shared/domain/outbox/reconcile.ts';
import type { OutboxItem } from '../../../shared/domain/outbox/types.ts';
import { lookFor } from './bind-own-replies.ts';
import { commit, reach, type Inbox } from './inbox.ts';
import { moved, type Move } from './outbox-events.ts';
import { readThreadAnew } from './refresh-thread.ts';

/** After a look that failed: the same again this much later. */
const LOOK_AGAIN_MS = 60_000;

/**
 * Looks once for a reply whose answer was lost, by reading its thread anew. Found once: sent. Found
 * several times, or not at all after the last look: a person is asked. Never sends anything.
 */
export async function reconcileReply(
  inbox: Inbox,
  outboxId: string,
  signal: AbortSignal,
): Promise<void> {
  const found = inbox.store.outboxItem(outboxId);
  if (found === null) return;
  await inbox.turns.run(found.accountId, async () => {
    const item = inbox.store.outboxItem(outboxId);
    if (item === null || item.state !== 'unknown') return;
    move(inbox, item, { state: 'reconciling', reason: 'unknown_outcome' });
    const next = await look(inbox, item, signal);
    // Reading the thread binds a single copy by itself.
    const now = inbox.store.outboxItem(outboxId);
    if (now?.state === 'reconciling') move(inbox, now, next);
  });
}

async function look(inbox: Inbox, item: OutboxItem, signal: AbortSignal): Promise<Move> {
  const nowMs = inbox.clock.now();
  const again: Move = {
    state: 'unknown',
    reason: 'unknown_outcome',
    notBeforeMs: nowMs + LOOK_AGAIN_MS,
  };
  const reached = await reach(inbox, item.accountId);
  if (!reached.ok) return again;
  const read = await readThreadAnew(inbox, reached.value, item.conversationId, signal);
  const person: Move = { state: 'needs_human', reason: 'unknown_outcome' };
  // The thread is gone: there is nothing left to look at, and nothing to answer.
  if (!read.ok) return read.error.code === 'object_gone' ? person : again;
  if (lookFor(inbox.store, item, read.value.messages).kind === 'several') return person;
  const begunAtMs = item.sentAtMs ?? item.queuedAtMs;
  const nextMs = RECONCILE_AFTER_MS.map((afterMs) => begunAtMs + afterMs).find((at) => at > nowMs);
  return nextMs === undefined ? person : { ...again, notBeforeMs: nextMs };
}

/**
 * Puts replies whose delivery or look was cut short into doubt, where they are looked for. Called at
 * start before anything is read or sent, and later for those that nobody works on (`busy`).
 */
export function recoverOutbox(inbox: Inbox, busy: ReadonlySet<string> = new Set()): void {
  const nowMs = inbox.clock.now();
  const events = inbox.store.outboxOpen().flatMap((item) => {
    if (busy.has(item.id) || onStartup(item) !== 'unknown') return [];
    const firstLookMs = (item.sentAtMs ?? nowMs) + (RECONCILE_AFTER_MS[0] ?? 0);
    const notBeforeMs = Math.max(nowMs, firstLookMs);
    return [moved(item, { state: 'unknown', reason: 'unknown_outcome', notBeforeMs }, { nowMs })];
  });
  if (events.length > 0) commit(inbox, events);
}

function move(inbox: Inbox, item: OutboxItem, to: Move): void {
  commit(inbox, [moved(item, to, { nowMs: inbox.clock.now() })]);
}
