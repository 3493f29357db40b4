import type { AppError } from '../../../shared/kernel/app-error.ts';
import type { Result } from '../../../shared/kernel/result.ts';

/** Where tokens live: never in the database, logs or events. Names are `account/<id>/token`. */
export interface Secrets {
  /** Errors: `secret_missing`, `secret_sealed` (sealed by the desktop app's keychain, not openable here). */
  get(name: string): Promise<Result<string, AppError>>;
  set(name: string, value: string): Promise<Result<void, AppError>>;
  remove(name: string): Promise<void>;
}
