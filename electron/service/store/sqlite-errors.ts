import {
  AppFailure,
  appError,
  type AppError,
  type ErrorCode,
} from '../../../shared/kernel/app-error.ts';

/** Result codes of SQLite and of the file system, by prefix; the longer prefix stands first. */
const CODES: readonly (readonly [prefix: string, code: ErrorCode])[] = [
  ['SQLITE_FULL', 'disk_full'],
  ['SQLITE_READONLY', 'workspace_read_only'],
  ['SQLITE_CANTOPEN', 'workspace_read_only'],
  ['SQLITE_PERM', 'workspace_read_only'],
  ['SQLITE_CORRUPT', 'workspace_damaged'],
  ['SQLITE_NOTADB', 'workspace_damaged'],
  ['SQLITE_BUSY', 'workspace_locked'],
  ['SQLITE_LOCKED', 'workspace_locked'],
  // The disk went away under us: a pulled stick, a dead share.
  ['SQLITE_IOERR', 'workspace_missing'],
  ['ENOSPC', 'disk_full'],
  ['EDQUOT', 'disk_full'],
  ['EROFS', 'workspace_read_only'],
  ['EACCES', 'workspace_read_only'],
  ['EPERM', 'workspace_read_only'],
  ['ENOENT', 'workspace_missing'],
  ['ENOTDIR', 'workspace_missing'],
  ['EEXIST', 'workspace_missing'],
  ['EIO', 'workspace_missing'],
];

const codeOf = (cause: unknown): string =>
  cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : '';

/** Whether SQLite itself complains, of whatever. */
export const isSqliteError = (cause: unknown): boolean => codeOf(cause).startsWith('SQLITE_');

/** The expected failure behind an exception, decided by its code alone; null for a bug of ours. */
export function diskErrorOf(cause: unknown): AppError | null {
  if (cause instanceof AppFailure) return cause.error;
  const code = codeOf(cause);
  const known = CODES.find(([prefix]) => code.startsWith(prefix));
  return known === undefined ? null : appError(known[1], { cause: code });
}

/** Runs `work`; what the disk does to it is thrown as AppFailure, bugs as they are. */
export function withDiskErrors<T>(work: () => T, onDamage?: () => void): T {
  try {
    return work();
  } catch (cause) {
    const error = diskErrorOf(cause);
    if (error === null) throw cause;
    if (error.code === 'workspace_damaged') onDamage?.();
    throw new AppFailure(error, { cause });
  }
}
