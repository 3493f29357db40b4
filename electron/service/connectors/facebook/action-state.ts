import { appError, type AppError } from '../../../../shared/kernel/app-error.ts';
import { err, type Result } from '../../../../shared/kernel/result.ts';
import type { ActionRequest, ActionState } from '../../ports/action.ts';
import type { Reading } from './paging.ts';

/** Looks whether the page already stands as an action wanted it. */
export function actionState(
  _reading: Reading,
  request: ActionRequest,
): Promise<Result<ActionState, AppError>> {
  return Promise.resolve(err(appError('not_allowed', { action: request.action })));
}
