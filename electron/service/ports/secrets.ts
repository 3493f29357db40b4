import type { AppError } from '../../../shared/kernel/app-error.ts';
import type { Result } from '../../../shared/kernel/result.ts';

/** Where tokens live: never in the database, logs or events. Names are `account/<id>/token`, `app/<appId>/secret`. */
export interface Secrets {
  /** Errors: `secret_missing`, `secret_sealed` (sealed by the desktop app's keychain, not openable here). */
  get(name: string): Promise<Result<string, AppError>>;
  set(name: string, value: string): Promise<Result<void, AppError>>;
  /** Whether a keychain holds the value; null when there is none of that name. Asks no keychain. */
  isSealed(name: string): Promise<boolean | null>;
  remove(name: string): Promise<void>;
}
