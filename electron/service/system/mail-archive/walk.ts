import { lstat, readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { appError, type AppError } from '../../../../shared/kernel/app-error.ts';
import type { UnreadableMail } from '../../ports/mail-archive.ts';
import { codeOf } from '../disk-error.ts';

/** A file that may hold mails. */
export interface MailFile {
  readonly kind: 'file';
  readonly path: string;
  readonly size: number;
  readonly changedAtMs: number;
}

/** Deeper folders are a loop, or nobody's wish. */
const DEEPEST = 40;

/** Yields the files below a path in the order of their names; what cannot be seen is told. */
export async function* mailFiles(
  path: string,
  depth = 0,
): AsyncGenerator<MailFile | UnreadableMail> {
  try {
    // What somebody names is followed; what merely lies in a folder is not.
    const found = await (depth === 0 ? stat(path) : lstat(path));
    if (found.isDirectory() && depth < DEEPEST) {
      const names = (await readdir(path)).filter((name) => !name.startsWith('.')).toSorted();
      for (const name of names) yield* mailFiles(join(path, name), depth + 1);
    } else if (found.isFile() && (depth === 0 || mayHoldMails(path))) {
      yield { kind: 'file', path, size: found.size, changedAtMs: found.mtimeMs };
    }
  } catch (cause) {
    yield { kind: 'unreadable', place: path, error: fileError(cause) };
  }
}

/** In a Maildir and without an ending everything; other files lie beside mails and are none. */
const mayHoldMails = (path: string): boolean =>
  ['cur', 'new'].includes(basename(dirname(path))) ||
  !basename(path).includes('.') ||
  /\.(?:eml|mbox|mbx)$/i.test(path);

/** Returns why a file cannot be read. Throws what no file system says: a bug. */
export function fileError(cause: unknown): AppError {
  const code = codeOf(cause);
  if (code === null) throw cause;
  if (code === 'ENOENT' || code === 'ENOTDIR') return appError('not_found');
  if (code === 'EACCES' || code === 'EPERM') return appError('not_allowed');
  return appError('item_bad_shape', { cause: code });
}
