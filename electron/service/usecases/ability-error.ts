import type { AbilityReason } from '../../../shared/domain/action/types.ts';
import { appError, type AppError } from '../../../shared/kernel/app-error.ts';

/** Returns the failure of asking for what a message does not allow. */
export function abilityError(reason: AbilityReason): AppError {
  switch (reason) {
    case 'permission_missing':
      return appError('permission_missing');
    case 'gone':
      return appError('message_vanished');
    case 'private_window_over':
    case 'message_window_over':
      return appError('window_closed');
    case 'already_replied_privately':
      return appError('already_replied');
    case 'already_under_way':
      return appError('conflict');
    default:
      return appError('not_allowed', { reason });
  }
}
