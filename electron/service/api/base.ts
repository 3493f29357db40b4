import { implement, ORPCError } from '@orpc/server';
import { contract } from '../../../shared/contract/contract.ts';
import type { ServiceRuntime } from '../../../shared/contract/host.ts';
import { appError, AppFailure, type AppError } from '../../../shared/kernel/app-error.ts';
import type { Result } from '../../../shared/kernel/result.ts';
import type { Jobs } from '../jobs/index.ts';
import type { Logger } from '../ports/logger.ts';
import type { Inbox } from '../usecases/inbox.ts';
import type { PracticeHost } from '../usecases/practice.ts';

/** What the procedures answer with: an open workspace. */
export interface OpenWorkspace {
  readonly inbox: Inbox;
  readonly practice: PracticeHost;
  readonly jobs: Pick<Jobs, 'syncNow' | 'lookedAt'>;
  isStartingPractice(): boolean;
}

/** What every call brings along. */
export interface ApiContext {
  /** Why the workspace could not be opened, if so: every call then fails with that. */
  readonly workspace: Result<OpenWorkspace, AppError>;
  readonly runtime: ServiceRuntime;
  readonly profileDir: string;
  readonly practiceWorkspace: boolean;
  readonly logger: Logger;
}

/**
 * The contract with its ground rules: a workspace that did not open fails every call; expected
 * failures leave as `APP`; what the schemas refuse is `bad_input`; anything else is a bug and logged.
 */
export const api = implement(contract)
  .$context<ApiContext>()
  .use(async ({ context, next, path }) => {
    try {
      return await next({ context: unwrap(context.workspace) });
    } catch (cause) {
      throw outward(cause, path.join('.'), context.logger);
    }
  });

/** Returns the value, or fails the call with the error. */
export function unwrap<T>(result: Result<T, AppError>): T {
  if (result.ok) return result.value;
  throw new AppFailure(result.error);
}

function outward(cause: unknown, call: string, logger: Logger): unknown {
  if (cause instanceof AppFailure) return failure(cause.error);
  if (cause instanceof ORPCError && cause.code === 'BAD_REQUEST') {
    logger.warn('api.bad_input', { call });
    return failure(appError('bad_input'));
  }
  logger.error('api.bug', cause, { call });
  return cause;
}

const failure = (data: AppError): unknown => new ORPCError('APP', { defined: true, data });
