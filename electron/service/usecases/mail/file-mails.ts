import { backoffMs } from '../../../../shared/domain/outbox/backoff.ts';
import { messageIdOf } from '../../../../shared/domain/mail/identity.ts';
import type { OutboxItem } from '../../../../shared/domain/outbox/types.ts';
import { appError, type AppError } from '../../../../shared/kernel/app-error.ts';
import { err, type Result } from '../../../../shared/kernel/result.ts';
import { attempt, type Inbox } from '../inbox.ts';
import type { ReachedMailbox } from './mailbox-of.ts';

const MINUTE_MS = 60_000;
const LONGEST_MS = 6 * 60 * MINUTE_MS;
/** What could not be filed for so long is left out of Sent; the mail itself is kept here. */
const GIVEN_UP_AFTER_MS = 30 * 24 * 60 * MINUTE_MS;

/**
 * Puts a copy of every sent mail of an account into Sent that does not lie there yet, where the server
 * does not do that by itself. The outbox alone says which: whatever instant a run ends, the next one
 * goes on, and looks before it files. Called within the account's turn; never throws for the server.
 */
export async function fileMails(
  inbox: Inbox,
  { mailbox }: Pick<ReachedMailbox, 'mailbox'>,
  signal: AbortSignal,
): Promise<void> {
  if (mailbox.settings.filesSent) return;
  const nowMs = inbox.clock.now();
  const due = inbox.store.mailsToFile(mailbox.accountId, nowMs, nowMs - GIVEN_UP_AFTER_MS);
  for (const item of due) {
    if (signal.aborted) return;
    const filed = await fileOne(inbox, mailbox, item, signal);
    // Stopped by ourselves: nothing is wrong.
    if (!filed.ok && signal.aborted) return;
    note(inbox, item, filed.ok ? null : filed.error);
    if (!filed.ok && !OF_THE_MAIL.has(filed.error.code)) return;
  }
}

/** What says something of one mail and nothing of the next. */
const OF_THE_MAIL: ReadonlySet<AppError['code']> = new Set<AppError['code']>([
  'mail_missing',
  'refused',
]);

async function fileOne(
  inbox: Inbox,
  mailbox: ReachedMailbox['mailbox'],
  item: OutboxItem,
  signal: AbortSignal,
): Promise<Result<void, AppError>> {
  const raw = item.rawId === null ? null : await inbox.rawMails.load(item.rawId);
  if (raw === null) return err(appError('mail_missing'));
  const given = messageIdOf(item.externalId ?? '');
  const ids = [item.mail?.messageId ?? null, given].filter((id) => id !== null);
  const filed = await attempt(() => inbox.mail.fileSent(mailbox, [...new Set(ids)], raw, signal));
  return filed.ok ? filed.value : filed;
}

/** These do not pass: the copy is given up, and why is kept. */
const isFinal = ({ code, details }: AppError): boolean =>
  code === 'mail_missing' || (code === 'refused' && details?.['reason'] === 'too_large');

function note(inbox: Inbox, { id, accountId }: OutboxItem, error: AppError | null): void {
  const nowMs = inbox.clock.now();
  const attempts = (inbox.store.mailFiling(id)?.attempts ?? 0) + 1;
  const waitMs = backoffMs({ attempt: attempts, retryAfterMs: MINUTE_MS, random: inbox.random });
  const laterMs = attempts < 8 ? waitMs : LONGEST_MS;
  const isDone = error === null || isFinal(error);
  inbox.store.setMailFiling({
    outboxId: id,
    accountId,
    doneAtMs: isDone ? nowMs : null,
    attempts,
    notBeforeMs: isDone ? 0 : nowMs + laterMs,
    error,
  });
  if (error !== null) inbox.logger.warn('mail.not_filed', { outboxId: id, code: error.code });
  inbox.changes.publish({ type: 'accounts', ids: [accountId] });
}
