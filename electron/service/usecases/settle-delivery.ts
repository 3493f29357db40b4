import { SPOKEN } from '../../../shared/domain/action/types.ts';
import type { NewEvent } from '../../../shared/domain/event.ts';
import type { BouncedRecipient } from '../../../shared/domain/mail/types.ts';
import { RECONCILE_AFTER_MS } from '../../../shared/domain/outbox/reconcile.ts';
import type { OutboxItem } from '../../../shared/domain/outbox/types.ts';
import type { Result } from '../../../shared/kernel/result.ts';
import type { Delivered } from '../ports/action.ts';
import type { DeliveryFailure } from '../ports/connector.ts';
import { effectsOf, noteAtPlatform } from './action-effects.ts';
import type { AccountRow } from '../ports/store.ts';
import { commit, type Inbox } from './inbox.ts';
import { closedAfter, moved, type Move } from './outbox-events.ts';
import { retryAtMs } from './retry.ts';
import { saidAtMs, spokenMessage } from './spoken-message.ts';

/** Commits what came of a delivery. */
export function settle(
  inbox: Inbox,
  account: AccountRow,
  item: OutboxItem,
  result: Result<Delivered, DeliveryFailure>,
): void {
  if (result.ok && SPOKEN.has(item.action)) {
    commit(inbox, saidEvents(inbox, item, account, result.value));
  } else if (result.ok || isGoneAsWanted(item, result.error)) settleDone(inbox, item);
  else {
    const to = afterFailure(inbox, item, result.error);
    commit(inbox, [moved(item, to, { nowMs: inbox.clock.now() })]);
  }
  inbox.logger.info('outbox.delivery', {
    outboxId: item.id,
    action: item.action,
    attempt: item.attempt,
    outcome: result.ok ? 'sent' : result.error.outcome,
    code: result.ok ? null : result.error.error.code,
  });
}

/** Commits that something which puts no words before anybody is done, with what it changed. */
export function settleDone(inbox: Inbox, item: OutboxItem): void {
  const nowMs = inbox.clock.now();
  commit(inbox, [...effectsOf(inbox, item), moved(item, { state: 'sent' }, { nowMs })]);
  noteAtPlatform(inbox, item);
}

const isGoneAsWanted = (item: OutboxItem, { error }: DeliveryFailure): boolean =>
  item.action === 'delete' && error.code === 'object_gone';

function afterFailure(inbox: Inbox, item: OutboxItem, failure: DeliveryFailure): Move {
  const reason = failure.error.code;
  // Said already, the platform thinks: perhaps by the delivery whose answer was lost.
  const outcome = reason === 'duplicate' ? 'unknown' : failure.outcome;
  if (reason === 'blocked') return { state: 'needs_human', reason };
  switch (outcome) {
    case 'not_sent': {
      const askedMs = failure.outcome === 'not_sent' ? failure.retryAfterMs : null;
      const notBeforeMs = retryAtMs(inbox, item, failure.error, askedMs);
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

/** The words, their message and their close: one commit. */
function saidEvents(
  inbox: Inbox,
  item: OutboxItem,
  account: AccountRow,
  { externalId, refused = [] }: Delivered,
): readonly NewEvent[] {
  const nowMs = inbox.clock.now();
  const createdAtMs = saidAtMs(inbox, item);
  const known =
    externalId !== null && inbox.store.knownMessages(account.id, [externalId]).length > 0;
  const said = known ? null : spokenMessage(inbox, account, item, { externalId, createdAtMs });
  return [
    ...(said === null ? [] : [said, ...refusedBy(said, refused)]),
    moved(item, { state: 'sent', ...(externalId === null ? {} : { externalId }) }, { nowMs }),
    ...closedAfter(item, createdAtMs, 'system'),
  ];
}

/** Whom the server refused at once will not get it, as after a bounce. */
const refusedBy = (
  { accountId, conversationId, happenedAtMs, payload }: NewEvent<'message.observed'>,
  recipients: readonly BouncedRecipient[],
): readonly NewEvent[] =>
  recipients.length === 0
    ? []
    : [
        {
          kind: 'message.bounced',
          actor: 'connector:email',
          accountId,
          conversationId,
          happenedAtMs,
          payload: { messageId: payload.messageId, recipients },
        },
      ];
