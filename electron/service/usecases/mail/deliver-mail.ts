import { recheck } from '../../../../shared/domain/outbox/recheck.ts';
import { mailIdOf } from '../../../../shared/domain/mail/identity.ts';
import { appError, type AppError } from '../../../../shared/kernel/app-error.ts';
import { err, ok, type Result } from '../../../../shared/kernel/result.ts';
import type { Delivered } from '../../ports/action.ts';
import type { DeliveryFailure } from '../../ports/connector.ts';
import type { Inbox } from '../inbox.ts';
import type { Verdict } from '../verdict.ts';
import { mailBytes, outgoingMail, type MailBytes } from './mail-bytes.ts';
import type { MailItem } from './mail-item.ts';
import type { ReachedMailbox } from './mailbox-of.ts';
import { readMailNews } from './sync-mailbox.ts';

/**
 * Says whether a mail may leave, and makes its bytes: an answer only into the thread that its writer
 * saw; one that is passed on answers nobody there.
 */
export async function lookBeforeMail(
  inbox: Inbox,
  item: MailItem,
  signal: AbortSignal,
): Promise<Verdict<MailBytes>> {
  const read = await readMailNews(inbox, item.accountId, signal);
  if (!read.ok) return { kind: 'put_off', error: read.error };
  const messages = inbox.store.conversation(item.conversationId)?.messages ?? [];
  const verdict = item.mail.kind === 'forward' ? 'go' : recheck(item, messages);
  if (verdict !== 'go') return { kind: 'ask', reason: verdict };
  const bytes = await mailBytes(inbox, item);
  if (bytes.ok) return { kind: 'go', request: bytes.value };
  return bytes.error.code === 'file_missing'
    ? { kind: 'ask', reason: 'file_missing' }
    : { kind: 'put_off', error: bytes.error };
}

/** Hands a mail over, once. */
export async function deliverMail(
  inbox: Inbox,
  { mailbox }: ReachedMailbox,
  { item, raw }: { readonly item: MailItem; readonly raw: Uint8Array },
  signal: AbortSignal,
): Promise<Result<Delivered, DeliveryFailure>> {
  try {
    const mail = outgoingMail(item, item.sentAtMs ?? item.queuedAtMs);
    const sent = await inbox.mail.send(mailbox, mail, raw, signal);
    if (!sent.ok) return sent;
    const { givenId, refused } = sent.value;
    return ok({ externalId: mailIdOf(givenId ?? item.mail.messageId), refused });
  } catch (cause) {
    // A bug of ours says nothing about what the server did.
    inbox.logger.error('mail.delivery_threw', cause, { outboxId: item.id });
    return err({ outcome: 'unknown', error: appError('internal') });
  }
}

/**
 * Looks for a mail whose answer was lost: among what was read, then in Sent. Returns the platform id
 * that it has; null: it is not there (yet).
 */
export async function lookForMail(
  inbox: Inbox,
  { account, mailbox }: ReachedMailbox,
  item: MailItem,
  signal: AbortSignal,
): Promise<Result<string | null, AppError>> {
  const read = await readMailNews(inbox, item.accountId, signal);
  if (!read.ok) return read;
  const id = mailIdOf(item.mail.messageId);
  if (inbox.store.knownMessages(account.id, [id]).length > 0) return ok(id);
  const filed = await inbox.mail.findSent(mailbox, [item.mail.messageId], signal);
  if (!filed.ok) return filed;
  return ok(filed.value === null ? null : mailIdOf(filed.value));
}
