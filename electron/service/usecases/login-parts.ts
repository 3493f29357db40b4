import type { LoginConnector, LoginWindow } from '../ports/login.ts';
import type { PendingLogin, PendingLogins } from './pending-logins.ts';

/** What connecting by a login works with. */
export interface LoginParts {
  readonly connector: LoginConnector;
  /** Null where there is nobody to show a window to: the command line. */
  readonly window: LoginWindow | null;
  readonly pending: PendingLogins<PendingLogin>;
  /** A new word that nobody can guess. */
  readonly newState: () => string;
}
