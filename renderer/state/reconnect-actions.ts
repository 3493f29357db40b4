import type { AccountView } from '../../shared/contract/channel-schemas.ts';
import { openRenewal } from './connect-actions.ts';
import { refreshAccounts } from './inbox-load.ts';
import { openArea } from './layout-actions.ts';
import { ask } from './service.ts';
import { update } from './store.ts';

/** The one-click login under way; it can be broken off. */
let waiting: AbortController | null = null;

/** Breaks off the login of {@link reconnectAccount}. */
export const leaveReconnect = (): void => waiting?.abort();

/**
 * Gives an account a new token: by a login with its app where that is known here, else by the form
 * that takes a pasted one.
 */
export async function reconnectAccount(account: AccountView): Promise<void> {
  openArea('settings', 'accounts');
  if (!account.token.canLogIn) return openRenewal(account);
  waiting?.abort();
  const controller = new AbortController();
  waiting = controller;
  const accountId = account.id;
  update.connect(() => ({ reconnect: { accountId, waiting: true, error: null } }));
  const { signal } = controller;
  const answer = await ask((service) => service.accounts.reconnect({ id: accountId }, { signal }));
  if (waiting !== controller) return;
  waiting = null;
  const fine = answer.ok || signal.aborted;
  update.connect(() => ({
    reconnect: fine ? null : { accountId, waiting: false, error: answer.error },
  }));
  if (!answer.ok && answer.error.code === 'not_allowed') openRenewal(account);
  await refreshAccounts();
}
