import type { AppError } from '../../shared/kernel/app-error.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { refreshAccounts } from './inbox-load.ts';
import { ask, type Answers } from './service.ts';

/** Starts a complete read of one account; null when it was started, else why not. */
export async function syncAccount(id: string): Promise<AppError | null> {
  const answer = await ask((service) => service.accounts.sync({ id }));
  return answer.ok ? null : answer.error;
}

/** Disconnects an account; null when it is gone, else why not. */
export async function removeAccount(id: string): Promise<AppError | null> {
  const answer = await ask((service) => service.accounts.remove({ id }));
  await refreshAccounts();
  return answer.ok ? null : answer.error;
}

/** Reads the items of an account that were set aside, newest first. */
export const loadSetAside = (
  id: string,
): Promise<Result<Answers['accounts']['setAside'], AppError>> =>
  ask((service) => service.accounts.setAside({ id }));
