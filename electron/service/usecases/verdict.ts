import type { AppError, ErrorCode } from '../../../shared/kernel/app-error.ts';
import type { ActionRequest } from '../ports/action.ts';

/** Whether something may leave: as `request`, later, or only when a person says so. */
export type Verdict<T = ActionRequest | 'done'> =
  | { readonly kind: 'go'; readonly request: T }
  | { readonly kind: 'put_off'; readonly error: AppError }
  | { readonly kind: 'ask'; readonly reason: ErrorCode };
