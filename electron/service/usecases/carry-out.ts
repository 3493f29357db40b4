import type { OutboxItem } from '../../../shared/domain/outbox/types.ts';
import { appError } from '../../../shared/kernel/app-error.ts';
import { err, type Result } from '../../../shared/kernel/result.ts';
import type { Delivered } from '../ports/action.ts';
import type { DeliveryFailure } from '../ports/connector.ts';
import { commit, type Inbox } from './inbox.ts';
import { deliverMail } from './mail/deliver-mail.ts';
import { fileMails } from './mail/file-mails.ts';
import { moved } from './outbox-events.ts';
import { prepare, type Ready } from './prepare-delivery.ts';
import { settle, settleDone } from './settle-delivery.ts';

/**
 * Does one thing of the outbox that is due: checks it again at the platform, commits `sending`, and
 * only then begins. What comes of it is committed too; nothing is thrown for a failed delivery. Does
 * nothing when it is not due or was taken back in the meantime.
 */
export function carryOut(inbox: Inbox, outboxId: string, signal: AbortSignal): Promise<void> {
  const item = inbox.store.outboxItem(outboxId);
  if (item === null) return Promise.resolve();
  return inbox.turns.run(item.accountId, async () => {
    const ready = await prepare(inbox, outboxId, signal);
    if (ready === null) return;
    const rawId = ready.kind === 'mail' ? ready.bytes.rawId : null;
    const sending = begin(inbox, ready.item, rawId);
    if (ready.kind === 'action' && ready.request === 'done') settleDone(inbox, sending);
    else settle(inbox, ready.reached.account, sending, await deliver(inbox, ready, signal));
    if (ready.kind === 'mail') await fileMails(inbox, ready.reached, signal);
  });
}

/** Commits that a delivery begins, before the first byte that could cause it. */
function begin(inbox: Inbox, item: OutboxItem, rawId: string | null): OutboxItem {
  const nowMs = inbox.clock.now();
  const attempt = item.attempt + 1;
  const raw = rawId === null ? {} : { rawId };
  commit(inbox, [moved(item, { state: 'sending', attempt, ...raw }, { nowMs })]);
  inbox.holds.forget(item.id);
  return { ...item, state: 'sending', attempt, sentAtMs: nowMs, ...raw };
}

async function deliver(
  inbox: Inbox,
  ready: Ready,
  signal: AbortSignal,
): Promise<Result<Delivered, DeliveryFailure>> {
  if (ready.kind === 'mail') {
    const { item: mail, bytes } = ready;
    return deliverMail(inbox, ready.reached, { item: mail, raw: bytes.raw }, signal);
  }
  const { item, reached, request } = ready;
  if (request === 'done') throw new Error('What is done is not delivered.');
  try {
    return await reached.connector.act(reached.remote, request, signal);
  } catch (cause) {
    // A bug of ours says nothing about what the platform did.
    inbox.logger.error('outbox.delivery_threw', cause, { outboxId: item.id });
    return err({ outcome: 'unknown', error: appError('internal') });
  }
}
