import { ORPCError } from '@orpc/client';
import { appErrorSchema } from '../../../shared/contract/schemas.ts';
import { appError, AppFailure, type AppError } from '../../../shared/kernel/app-error.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';

/**
 * Returns what went wrong in a call, as the one kind of failure the page knows. `internal` is a
 * bug on the other side or an answer that breaks the contract.
 */
export function toAppError(cause: unknown): AppError {
  if (cause instanceof AppFailure) return cause.error;
  if (!(cause instanceof ORPCError)) return appError('internal');
  if (cause.code === 'BAD_REQUEST') return appError('bad_input');
  if (cause.code !== 'APP') return appError('internal');
  const parsed = appErrorSchema.safeParse(cause.data);
  if (!parsed.success) return appError('internal');
  return appError(parsed.data.code, parsed.data.details);
}

/** Awaits a call; an expected failure comes back as a value instead of being thrown. */
export async function attempt<T>(call: Promise<T>): Promise<Result<T, AppError>> {
  try {
    return ok(await call);
  } catch (cause) {
    return err(toAppError(cause));
  }
}
