import type { AccountView } from '../../../shared/contract/channel-schemas.ts';
import { appError } from '../../../shared/kernel/app-error.ts';
import { err, ok } from '../../../shared/kernel/result.ts';
import type { AccountRow } from '../ports/store.ts';
import { setSource } from '../usecases/account-sources.ts';
import { stopsToken } from '../usecases/account-health.ts';
import { accountStatus } from '../usecases/account-status.ts';
import { addAccount, removeAccount } from '../usecases/accounts.ts';
import { appSecretName, tokenName, type Inbox } from '../usecases/inbox.ts';
import { connectPages, logIn, logInByToken, reconnect, type LoginView } from '../usecases/login.ts';
import { connectPractice } from '../usecases/practice.ts';
import { checkToken } from '../usecases/token.ts';
import { api, unwrap } from './base.ts';
import { accountView } from './account-view.ts';

/** The group `accounts` of the contract. */
export const accounts = api.accounts.router({
  list: api.accounts.list.handler(({ context: { inbox } }) =>
    Promise.all(inbox.store.accounts().map((account) => shown(inbox, account))),
  ),
  addFacebook: api.accounts.addFacebook.handler(async ({ context: { inbox, jobs }, input }) => {
    const added = await addAccount(inbox, {
      channel: 'facebook',
      externalId: input.pageId,
      token: input.token,
      baseUrl: input.graphUrl,
      teamId: input.teamId,
      practice: false,
      appId: null,
    });
    const account = unwrap(added);
    // One that was known already may have waited long for a new token.
    jobs.syncNow(account.id);
    return shown(inbox, account);
  }),
  login: api.accounts.login.handler(async ({ context: { inbox }, input, signal }) => {
    const { appId, appSecret, graphUrl: baseUrl } = input;
    return choices(unwrap(await logIn(inbox, { appId, appSecret, baseUrl }, orNever(signal))));
  }),
  loginToken: api.accounts.loginToken.handler(async ({ context: { inbox }, input, signal }) => {
    const { token, graphUrl: baseUrl } = input;
    return choices(unwrap(await logInByToken(inbox, { token, baseUrl }, orNever(signal))));
  }),
  connectPages: api.accounts.connectPages.handler(async ({ context: { inbox, jobs }, input }) => {
    const { accounts: connected, failures } = unwrap(await connectPages(inbox, input));
    for (const { id } of connected) jobs.syncNow(id);
    return {
      accounts: await Promise.all(connected.map((account) => shown(inbox, account))),
      failures: failures.map(({ externalId, error }) => ({ externalId, error: { ...error } })),
    };
  }),
  reconnect: api.accounts.reconnect.handler(async ({ context, input, signal }) => {
    const { inbox, jobs } = context;
    const account = unwrap(await reconnect(inbox, input.id, orNever(signal)));
    jobs.syncNow(account.id);
    return shown(inbox, account);
  }),
  addPractice: api.accounts.addPractice.handler(async ({ context: { inbox, practice } }) => {
    const account = unwrap(await connectPractice(inbox, practice));
    return shown(inbox, account);
  }),
  remove: api.accounts.remove.handler(async ({ context, input }) => {
    unwrap(await removeAccount(context.inbox, input.id));
  }),
  sync: api.accounts.sync.handler(({ context, input }) => {
    const known = context.inbox.store.account(input.id) !== null;
    unwrap(known ? ok(undefined) : err(appError('not_found')));
    context.jobs.syncNow(input.id);
  }),
  setSource: api.accounts.setSource.handler(({ context: { inbox }, input }) => {
    unwrap(setSource(inbox, input));
    return shownById(inbox, input.id);
  }),
  checkToken: api.accounts.checkToken.handler(async ({ context, input, signal }) => {
    const { inbox, jobs } = context;
    const before = inbox.store.health(input.id).error;
    const checked = await checkToken(inbox, input.id, orNever(signal));
    if (!checked.ok && !stopsToken(checked.error)) unwrap(checked);
    // It works again: nothing waits for the next look at it.
    if (checked.ok && before !== null && stopsToken(before)) jobs.syncNow(input.id);
    return shownById(inbox, input.id);
  }),
  setAside: api.accounts.setAside.handler(({ context, input }) => [
    ...context.inbox.store.setAside(input.id),
  ]),
});

async function shownById(inbox: Inbox, id: string): Promise<AccountView> {
  const account = inbox.store.account(id);
  return shown(inbox, unwrap(account === null ? err(appError('not_found')) : ok(account)));
}

/** The call's signal, or one that never aborts. */
export const orNever = (signal: AbortSignal | undefined): AbortSignal =>
  signal ?? new AbortController().signal;

const choices = ({ loginId, pages }: LoginView) => ({
  loginId,
  pages: pages.map((page) => ({ ...page, tasks: [...page.tasks] })),
});

/** Returns an account as the page sees it. A token that is missing is told by the account's health, and hides nothing here. */
export async function shown(inbox: Inbox, account: AccountRow): Promise<AccountView> {
  const sealed = await inbox.secrets.isSealed(tokenName(account.id));
  const tokenSealed = sealed ?? true;
  const canLogIn =
    account.appId !== null && (await inbox.secrets.isSealed(appSecretName(account.appId))) !== null;
  const unfiled = account.mailbox === null ? null : inbox.store.unfiledMails(account.id);
  return accountView(accountStatus(inbox, account), {
    tokenSealed,
    canLogIn,
    mailbox: { hasSecret: sealed !== null, unfiled },
  });
}
