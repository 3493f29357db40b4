import { recheck } from '../../../../shared/domain/outbox/recheck.ts';
import type { OutboxItem } from '../../../../shared/domain/outbox/types.ts';
import { mailIdOf } from '../../../../shared/domain/mail/identity.ts';
import type { QueuedMail } from '../../../../shared/domain/mail/types.ts';
import { appError, type AppError } from '../../../../shared/kernel/app-error.ts';
import { err, ok, type Result } from '../../../../shared/kernel/result.ts';
import type { Delivered } from '../../ports/action.ts';
import type { DeliveryFailure } from '../../ports/connector.ts';
import type { OutgoingMail } from '../../ports/mail.ts';
import type { Inbox } from '../inbox.ts';
import type { Verdict } from '../verdict.ts';
import type { ReachedMailbox } from './mailbox-of.ts';
import { readMailNews } from './sync-mailbox.ts';

/** A mail of the outbox, with its envelope. */
export type MailItem = OutboxItem & { readonly mail: QueuedMail };

export const isMail = (item: OutboxItem): item is MailItem => item.mail !== null;

/** Says whether a mail may leave: only into the thread that its writer saw. */
export async function lookBeforeMail(
  inbox: Inbox,
  item: MailItem,
  signal: AbortSignal,
): Promise<Verdict<'go'>> {
  const read = await readMailNews(inbox, item.accountId, signal);
  if (!read.ok) return { kind: 'put_off', error: read.error };
  const messages = inbox.store.conversation(item.conversationId)?.messages ?? [];
  const verdict = recheck(item, messages);
  return verdict === 'go' ? { kind: 'go', request: 'go' } : { kind: 'ask', reason: verdict };
}

/** Hands a mail over, once; a copy goes into Sent where the server does not file it by itself. */
export async function deliverMail(
  inbox: Inbox,
  { mailbox }: ReachedMailbox,
  item: MailItem,
  signal: AbortSignal,
): Promise<Result<Delivered, DeliveryFailure>> {
  try {
    const files = await loadFiles(inbox, item.mail);
    if (files === null) return err({ outcome: 'rejected', error: appError('file_missing') });
    const mail = outgoing(item, files);
    const raw = await inbox.mail.compose(mail);
    const sent = await inbox.mail.send(mailbox, mail, raw, signal);
    if (!sent.ok) return sent;
    if (!mailbox.settings.filesSent) {
      const filed = await inbox.mail.fileSent(mailbox, item.mail.messageId, raw, signal);
      if (!filed.ok) inbox.logger.warn('mail.not_filed', { code: filed.error.code });
    }
    const { givenId, refused } = sent.value;
    return ok({ externalId: mailIdOf(givenId ?? item.mail.messageId), refused });
  } catch (cause) {
    // A bug of ours says nothing about what the server did.
    inbox.logger.error('mail.delivery_threw', cause, { outboxId: item.id });
    return err({ outcome: 'unknown', error: appError('internal') });
  }
}

type Attached = OutgoingMail['attachments'];

const outgoing = (
  { mail: { kind: _, files: __, ...mail }, text, sentAtMs, queuedAtMs }: MailItem,
  attachments: Attached,
): OutgoingMail => ({ ...mail, text, dateMs: sentAtMs ?? queuedAtMs, attachments });

/** The bytes of its files; null: one is not there any more. */
async function loadFiles(
  { outboxFiles }: Inbox,
  { files = [] }: QueuedMail,
): Promise<Attached | null> {
  const loaded: Attached[number][] = [];
  for (const file of files) {
    const bytes = await outboxFiles.load(file);
    if (bytes === null) return null;
    loaded.push({ name: file.name, mediaType: file.mediaType, bytes });
  }
  return loaded;
}

/** Looks for a mail whose answer was lost: among what was read, then in Sent. `none`: not there (yet). */
export async function lookForMail(
  inbox: Inbox,
  { account, mailbox }: ReachedMailbox,
  item: MailItem,
  signal: AbortSignal,
): Promise<Result<'found' | 'none', AppError>> {
  const read = await readMailNews(inbox, item.accountId, signal);
  if (!read.ok) return read;
  const id = mailIdOf(item.mail.messageId);
  if (inbox.store.knownMessages(account.id, [id]).length > 0) return ok('found');
  const filed = await inbox.mail.findSent(mailbox, item.mail.messageId, signal);
  if (!filed.ok) return filed;
  return ok(filed.value === true ? 'found' : 'none');
}
