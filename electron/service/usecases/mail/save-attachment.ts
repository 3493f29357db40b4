import { safeFileName } from '../../../../shared/domain/mail/file-name.ts';
import type { MailAttachment } from '../../../../shared/domain/mail/types.ts';
import { appError, type AppError } from '../../../../shared/kernel/app-error.ts';
import { err, ok, type Result } from '../../../../shared/kernel/result.ts';
import type { SavedFile } from '../../ports/file-saver.ts';
import type { Inbox } from '../inbox.ts';
import { mailOf, openKept } from './kept-mail.ts';

/** A file of a mail, with its bytes. */
export interface AttachedFile {
  readonly attachment: MailAttachment;
  readonly bytes: Uint8Array;
}

/** Returns one file of a mail. Errors: `not_found` (message, or no such file), `mail_missing`. */
export async function attachedFile(
  inbox: Inbox,
  messageId: string,
  index: number,
): Promise<Result<AttachedFile, AppError>> {
  const found = mailOf(inbox, messageId);
  if (!found.ok) return found;
  const opened = await openKept(inbox, found.value.mail);
  if (!opened.ok) return opened;
  const attachment = opened.value.parsed.attachments[index];
  const bytes = opened.value.bytes(index);
  return attachment === undefined || bytes === null
    ? err(appError('not_found'))
    : ok({ attachment, bytes });
}

/**
 * Writes a file of a mail into a folder, under a name that is safe and not taken, and opens nothing.
 * Errors: `not_found`, `mail_missing`, `bad_input` (the folder is no absolute path), `disk_full`,
 * `folder_unwritable`.
 */
export async function saveAttachment(
  inbox: Inbox,
  { messageId, index, folder }: AttachmentToSave,
): Promise<Result<SavedFile, AppError>> {
  const found = await attachedFile(inbox, messageId, index);
  if (!found.ok) return found;
  const { attachment, bytes } = found.value;
  return inbox.files.save(folder, safeFileName(attachment.name, attachment.mediaType), bytes);
}

/** Which file goes where; `folder` is an absolute path that the person chose. */
export interface AttachmentToSave {
  readonly messageId: string;
  readonly index: number;
  readonly folder: string;
}
