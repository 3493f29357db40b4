import { mailIdOf } from '../../../../shared/domain/mail/identity.ts';
import type { BouncedRecipient, BounceReport } from '../../../../shared/domain/mail/types.ts';
import type { NewEvent } from '../../../../shared/domain/event.ts';
import type { FoundMail } from '../../ports/mail.ts';
import type { AccountRow, KnownMessage } from '../../ports/store.ts';
import type { Inbox } from '../inbox.ts';

/**
 * Returns the facts of bounces that say which of our mails did not arrive; one of a mail that nobody
 * here knows says nothing. A delay is no failure, and a receipt none either.
 */
export function bouncedFacts(
  inbox: Inbox,
  account: AccountRow,
  mails: readonly FoundMail[],
): readonly NewEvent[] {
  const told = new Set<string>();
  return mails.flatMap(({ parsed, receivedAtMs }) => {
    if (parsed.class.kind !== 'bounce') return [];
    const message = failedMessage(inbox, account, parsed.class.report);
    const recipients = parsed.class.report.recipients.filter(({ action }) => action === 'failed');
    if (message === null || recipients.length === 0) return [];
    const fresh = recipients.filter((one) => !isTold(inbox, message, one, told));
    return fresh.length === 0 ? [] : [bouncedFact(account, message, fresh, receivedAtMs)];
  });
}

function failedMessage(
  { store }: Inbox,
  { id }: AccountRow,
  { originalMessageId }: BounceReport,
): KnownMessage | null {
  if (originalMessageId === null) return null;
  return store.knownMessages(id, [mailIdOf(originalMessageId)])[0] ?? null;
}

/** The same bounce lies in several folders, or comes again with each read of everything. */
function isTold(
  { store }: Inbox,
  { messageId, conversationId }: KnownMessage,
  { address }: BouncedRecipient,
  told: Set<string>,
): boolean {
  const key = `${messageId}/${address}`;
  const stored = store.conversation(conversationId)?.messages.find(({ id }) => id === messageId);
  const known = stored?.bounced?.some((one) => one.address === address) === true || told.has(key);
  told.add(key);
  return known;
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
