import type { ReadableFileView } from '../../shared/contract/mail-file-schemas.ts';
import type { MailBodyView, SavedFileView } from '../../shared/contract/mail-schemas.ts';
import type { AppError } from '../../shared/kernel/app-error.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { ask } from './service.ts';

/** Reads a mail as it was sent. What it says is the caller's to keep: it may be megabytes. */
export const readMail = (messageId: string): Promise<Result<MailBodyView, AppError>> =>
  ask((service) => service.mail.body({ messageId }));

/** Fetches pictures from elsewhere, by address; null: could not be had. Never rejects. */
export async function loadPictures(
  urls: readonly string[],
): Promise<ReadonlyMap<string, string | null>> {
  const answer = await ask((service) => service.mail.remotePictures({ urls: [...urls] }));
  const found = answer.ok ? answer.value : [];
  const none = urls.map((url): [string, null] => [url, null]);
  return new Map([
    ...none,
    ...found.map(({ url, dataUrl }): [string, string | null] => [url, dataUrl]),
  ]);
}

/** Reads what a file of a mail shows. */
export const readFile = (
  messageId: string,
  index: number,
): Promise<Result<ReadableFileView, AppError>> =>
  ask((service) => service.mail.attachment({ messageId, index }));

/** Saves a file of a mail where downloads go; opens nothing. */
export const saveFile = (
  messageId: string,
  index: number,
): Promise<Result<SavedFileView, AppError>> =>
  ask((service) => service.mail.saveAttachment({ messageId, index }));
