import { appError, type AppError } from '../../kernel/app-error.ts';
import { oneLine } from '../text.ts';
import type { StagedFile } from './types.ts';

/** So many files may go with one mail. */
export const MAX_MAIL_FILES = 10;

/**
 * The files of one mail together, in bytes before base64 makes them a third larger: what the servers
 * of the large providers take (25 MB, 35 MB) with room for the text.
 */
export const MAX_MAIL_FILE_BYTES = 20_000_000;

const MAX_NAME_UNITS = 200;
const MEDIA_TYPE = /^[a-z0-9][a-z0-9!#$&^_.+-]{0,126}\/[a-z0-9][a-z0-9!#$&^_.+-]{0,126}$/;

/** Why these files cannot go with one mail; null: they can. Codes: `files_too_many`, `files_too_large`. */
export function filesRefused(files: readonly Pick<StagedFile, 'bytes'>[]): AppError | null {
  if (files.length > MAX_MAIL_FILES) return appError('files_too_many', { limit: MAX_MAIL_FILES });
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  return bytes > MAX_MAIL_FILE_BYTES
    ? appError('files_too_large', { limit: MAX_MAIL_FILE_BYTES })
    : null;
}

/** Returns a file's name as it is shown and sent: the last step of its path, as one line, never empty. */
export function stagedName(name: string): string {
  const last = name.slice(0, 4096).split(/[/\\]/).at(-1) ?? '';
  const plain = oneLine(last.replaceAll(/\p{Cf}/gu, ''), 4096);
  const ending = /\.[^.\s]{1,16}$/.exec(plain)?.[0] ?? '';
  const stem = plain.slice(0, plain.length - ending.length);
  const short = oneLine(stem, MAX_NAME_UNITS - ending.length);
  return short === '' && ending === '' ? 'file' : `${short}${ending}`;
}

/** Returns the media type where it is one, in lower case and without parameters. */
export function stagedType(mediaType: string): string {
  const bare = (mediaType.split(';')[0] ?? '').trim().toLowerCase();
  return MEDIA_TYPE.test(bare) ? bare : 'application/octet-stream';
}
