import { createHash, timingSafeEqual } from 'node:crypto';
import { appError, type AppError } from '../../../shared/kernel/app-error.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';

/** What a login was begun with. */
export interface LoginQuestion {
  readonly redirectUrl: string;
  readonly state: string;
}

/**
 * Returns the code in the address that a login came back to. Errors: `login_cancelled` when the
 * person said no, `login_failed` for all else: another address, an answer to somebody else's
 * question (`state`), an error of the platform, no code.
 */
export function readLoginAnswer(
  address: string,
  { redirectUrl, state }: LoginQuestion,
): Result<string, AppError> {
  const url = URL.parse(address);
  const expected = URL.parse(redirectUrl);
  if (url === null || url.origin !== expected?.origin || url.pathname !== expected.pathname) {
    return failed('address');
  }
  // A refusal carries no state in the platform's own example, and gains nobody anything.
  const refusal = url.searchParams.get('error');
  if (refusal === 'access_denied') return err(appError('login_cancelled'));
  if (refusal !== null) return failed('platform');
  if (!isSame(url.searchParams.get('state') ?? '', state)) return failed('state');
  const code = url.searchParams.get('code') ?? '';
  return code === '' ? failed('code') : ok(code);
}

const failed = (reason: string): Result<never, AppError> =>
  err(appError('login_failed', { reason }));

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** In a time that does not tell how much of it is right. */
const isSame = (given: string, expected: string): boolean =>
  timingSafeEqual(digest(given), digest(expected));
