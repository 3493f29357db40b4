import type { SourceId } from '../../shared/domain/source/types.ts';
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

/** Switches a source of an account on or off; null when done, else why not. */
export async function setSource(wanted: {
  readonly id: string;
  readonly source: SourceId;
  readonly enabled: boolean;
}): Promise<AppError | null> {
  const answer = await ask((service) => service.accounts.setSource(wanted));
  await refreshAccounts();
  return answer.ok ? null : answer.error;
}

/** Asks the platform what the account's token is worth; null when it said so, else why not. */
export async function checkToken(id: string): Promise<AppError | null> {
  const answer = await ask((service) => service.accounts.checkToken({ id }));
  await refreshAccounts();
  return answer.ok ? null : answer.error;
}
