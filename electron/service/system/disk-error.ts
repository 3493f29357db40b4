import { appError, type AppError } from '../../../shared/kernel/app-error.ts';

/** Returns what a full or locked disk is to a person. Throws anything else: that is a bug, or damage. */
export function diskError(cause: unknown): AppError {
  const code = codeOf(cause);
  if (code === 'ENOSPC' || code === 'EDQUOT') return appError('disk_full');
  if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM') {
    return appError('workspace_read_only');
  }
  throw cause;
}

/** Returns the code that the system gave an error, or null. */
export function codeOf(cause: unknown): string | null {
  const code = cause instanceof Error && 'code' in cause ? cause.code : null;
  return typeof code === 'string' ? code : null;
}
