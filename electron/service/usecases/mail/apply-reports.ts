import { mailIdOf } from '../../../../shared/domain/mail/identity.ts';
import type { BouncedRecipient, BounceReport } from '../../../../shared/domain/mail/types.ts';
import type { NewEvent } from '../../../../shared/domain/event.ts';
import { isInDoubt } from '../../../../shared/domain/outbox/copies.ts';
import type { OutboxItem } from '../../../../shared/domain/outbox/types.ts';
import type { KeptReport } from '../../ports/mail-store.ts';
import type { AccountRow, KnownMessage } from '../../ports/store.ts';
import { arrivedEvents } from '../bind-own-replies.ts';
import { commit, type Inbox } from '../inbox.ts';

/**
 * Applies the reports on deliveries that are kept to the mails that they speak of, as far as those are
 * known by now. Whatever a report says, the mail left: what nobody heard the end of has arrived. Who
 * did not get it was answered by nobody; a delay is no failure, and a receipt none either. A report is
 * taken away when it has been applied; until then it waits, and is never a ticket.
 */
export function applyReports(inbox: Inbox, account: AccountRow): void {
  const kept = inbox.store.keptReports(account.id);
  if (kept.length === 0) return;
  const own = inbox.store.ownMails(
    account.id,
    kept.flatMap(({ report }) => report.originalMessageId ?? []),
  );
  const done = kept.filter((one) => applied(inbox, account, one, own));
  if (done.length > 0) inbox.store.dropReports(done.map(({ id }) => id));
}

/** Returns whether its mail is known, and all that it says with it. */
function applied(
  inbox: Inbox,
  account: AccountRow,
  { report, receivedAtMs }: KeptReport,
  own: ReadonlyMap<string, OutboxItem>,
): boolean {
  const item = own.get(report.originalMessageId ?? '') ?? byEnvelope(inbox, account, report);
  if (item !== null && isInDoubt(item) && report.recipients.length > 0) {
    const externalId = mailIdOf(item.mail?.messageId ?? '');
    const createdAtMs = item.sentAtMs ?? inbox.clock.now();
    commit(inbox, arrivedEvents(inbox, account, item, { externalId, createdAtMs }));
  }
  const message = reportedMessage(inbox, account, report, item);
  if (message === null) return false;
  const failed = report.recipients.filter(({ action }) => action === 'failed');
  const fresh = failed.filter((one) => !isTold(inbox, message, one));
  if (fresh.length > 0) commit(inbox, [bouncedFact(account, message, fresh, receivedAtMs)]);
  return true;
}

/** ENVID is the left part of the Message-ID that a mail of ours gets, and that is its outbox id. */
function byEnvelope(
  { store }: Inbox,
  { id }: AccountRow,
  { envelopeId }: BounceReport,
): OutboxItem | null {
  const item = envelopeId === null ? null : store.outboxItem(envelopeId);
  return item !== null && item.accountId === id && item.mail !== null ? item : null;
}

function reportedMessage(
  { store }: Inbox,
  { id }: AccountRow,
  { originalMessageId }: BounceReport,
  item: OutboxItem | null,
): KnownMessage | null {
  const now = item === null ? null : (store.outboxItem(item.id)?.externalId ?? null);
  const named = originalMessageId === null ? [] : [mailIdOf(originalMessageId)];
  const externalIds = [...(now === null ? [] : [now]), ...named];
  return externalIds.length === 0 ? null : (store.knownMessages(id, externalIds)[0] ?? null);
}

/** The same bounce lies in several folders, or comes again with each read of everything. */
function isTold(
  { store }: Inbox,
  { messageId, conversationId }: KnownMessage,
  { address }: BouncedRecipient,
): boolean {
  const stored = store.conversation(conversationId)?.messages.find(({ id }) => id === messageId);
  return stored?.bounced?.some((one) => one.address === address) === true;
}

const bouncedFact = (
  account: AccountRow,
  { messageId, conversationId }: KnownMessage,
  recipients: readonly BouncedRecipient[],
  happenedAtMs: number,
): NewEvent => ({
  kind: 'message.bounced',
  actor: 'connector:email',
  accountId: account.id,
  conversationId,
  happenedAtMs,
  payload: { messageId, recipients },
});
