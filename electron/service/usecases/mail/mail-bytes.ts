import type { QueuedMail } from '../../../../shared/domain/mail/types.ts';
import { appError, type AppError } from '../../../../shared/kernel/app-error.ts';
import { err, ok, type Result } from '../../../../shared/kernel/result.ts';
import type { OutgoingMail } from '../../ports/mail.ts';
import type { Inbox } from '../inbox.ts';
import type { MailItem } from './mail-item.ts';

/** The bytes of a mail of ours, and the name under which they are kept. */
export interface MailBytes {
  readonly rawId: string;
  readonly raw: Uint8Array;
}

/**
 * Returns what leaves when this mail is sent, kept beside the database before anything leaves: made
 * with its first attempt, the same ever after, so that what is filed in Sent is what left. Errors:
 * `file_missing` (a file that goes with it), `disk_full`, `workspace_read_only`.
 */
export async function mailBytes(
  inbox: Inbox,
  item: MailItem,
): Promise<Result<MailBytes, AppError>> {
  const { rawId } = item;
  const kept = rawId === null ? null : await inbox.rawMails.load(rawId);
  if (rawId !== null && kept !== null) return ok({ rawId, raw: kept });
  const attachments = await loadFiles(inbox, item.mail);
  if (attachments === null) return err(appError('file_missing'));
  const mail = outgoingMail(item, inbox.clock.now(), attachments);
  const raw = await inbox.mail.compose(mail);
  const stored = await inbox.rawMails.keep(raw);
  return stored.ok ? ok({ rawId: stored.value, raw }) : stored;
}

/** Returns a mail of the outbox as the channel takes it. */
export const outgoingMail = (
  { mail: { kind: _, files: __, ...mail }, text }: MailItem,
  dateMs: number,
  attachments: OutgoingMail['attachments'] = [],
): OutgoingMail => ({ ...mail, text, dateMs, attachments });

/** The bytes of its files; null: one is not there any more. */
async function loadFiles(
  { outboxFiles }: Inbox,
  { files = [] }: QueuedMail,
): Promise<OutgoingMail['attachments'] | null> {
  const loaded: OutgoingMail['attachments'][number][] = [];
  for (const file of files) {
    const bytes = await outboxFiles.load(file);
    if (bytes === null) return null;
    loaded.push({ name: file.name, mediaType: file.mediaType, bytes });
  }
  return loaded;
}
