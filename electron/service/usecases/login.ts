import { appError, type AppError } from '../../../shared/kernel/app-error.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { LoginApp, PageChoice } from '../ports/login.ts';
import type { AccountRow } from '../ports/store.ts';
import { addAccount, safeBaseUrl } from './accounts.ts';
import { appSecretName, type Inbox } from './inbox.ts';
import { readLoginAnswer } from './login-answer.ts';
import type { PendingLogin } from './pending-logins.ts';

/** The pages that a person may connect. Never with their tokens. */
export interface LoginView {
  readonly loginId: string;
  readonly pages: readonly (Omit<PageChoice, 'token'> & { readonly accountId: string | null })[];
}

/**
 * Lets the person log in by their own app. Errors: `not_allowed` where no window can be opened,
 * `bad_input` for an address that is not safe, `login_cancelled`, `login_failed`, `app_refused`,
 * those of the way to the platform.
 */
export async function logIn(
  inbox: Inbox,
  app: LoginApp,
  signal: AbortSignal,
): Promise<Result<LoginView, AppError>> {
  const pages = await pagesByLogin(inbox, app, signal);
  if (!pages.ok) return pages;
  const { appId, appSecret, baseUrl } = app;
  return ok(keep(inbox, { baseUrl, app: { appId, appSecret }, pages: pages.value }));
}

/** Lists the pages behind a person's token that was pasted. Errors: as {@link logIn}, `token_dead`. */
export async function logInByToken(
  inbox: Inbox,
  { token, baseUrl: given }: { readonly token: string; readonly baseUrl: string },
  signal: AbortSignal,
): Promise<Result<LoginView, AppError>> {
  const baseUrl = safeBaseUrl(given);
  if (!baseUrl.ok) return baseUrl;
  const app = { baseUrl: baseUrl.value };
  const pages = await inbox.login.connector.pagesOfToken(app, token, signal);
  return pages.ok ? ok(keep(inbox, { ...app, app: null, pages: pages.value })) : pages;
}

/** What became of the chosen pages. */
export interface Connected {
  readonly accounts: readonly AccountRow[];
  readonly failures: readonly { readonly externalId: string; readonly error: AppError }[];
}

/**
 * Connects pages of a login, one after the other; one that fails does not hold up the others. Where
 * all went well the login is forgotten. Errors: `not_found` for a login or a page of it that is not
 * there (any more), those of keeping a secret.
 */
export async function connectPages(
  inbox: Inbox,
  ask: {
    readonly loginId: string;
    readonly pageIds: readonly string[];
    readonly teamId?: string | undefined;
  },
): Promise<Result<Connected, AppError>> {
  const login = inbox.login.pending.get(ask.loginId);
  if (login === null) return err(appError('not_found'));
  const wanted = ask.pageIds.map((id) => login.pages.find((page) => page.externalId === id));
  const pages = wanted.filter((page) => page !== undefined);
  if (pages.length < wanted.length) return err(appError('not_found'));
  const accounts: AccountRow[] = [];
  const failures: Connected['failures'][number][] = [];
  for (const page of pages) {
    const added = await connectPage(inbox, login, { page, teamId: ask.teamId });
    if (added.ok) accounts.push(added.value);
    else failures.push({ externalId: page.externalId, error: added.error });
  }
  const kept = accounts.length === 0 ? ok(undefined) : await keepSecret(inbox, login);
  if (!kept.ok) return kept;
  if (failures.length === 0) inbox.login.pending.forget(ask.loginId);
  return ok({ accounts, failures });
}

/**
 * Renews an account's token by a login with its app. Errors: `not_found`, `not_allowed` where no
 * window can be opened or the app is not known here, `bad_input` when the person who logged in does
 * not manage this page, those of {@link logIn}.
 */
export async function reconnect(
  inbox: Inbox,
  id: string,
  signal: AbortSignal,
): Promise<Result<AccountRow, AppError>> {
  const account = inbox.store.account(id);
  if (account === null) return err(appError('not_found'));
  const { appId, baseUrl, externalId } = account;
  const secret = appId === null ? null : await inbox.secrets.get(appSecretName(appId));
  if (appId === null || secret === null || !secret.ok) return err(appError('not_allowed'));
  const app = { appId, appSecret: secret.value, baseUrl };
  const pages = await pagesByLogin(inbox, app, signal);
  if (!pages.ok) return pages;
  const page = pages.value.find((one) => one.externalId === externalId);
  if (page === undefined) return err(appError('bad_input', { field: 'pageId' }));
  return connectPage(inbox, { baseUrl, app, pages: [page] }, { page });
}

async function pagesByLogin(
  inbox: Inbox,
  app: LoginApp,
  signal: AbortSignal,
): Promise<Result<readonly PageChoice[], AppError>> {
  const { connector, window, newState } = inbox.login;
  if (window === null) return err(appError('not_allowed'));
  const baseUrl = safeBaseUrl(app.baseUrl);
  if (!baseUrl.ok) return baseUrl;
  const safeApp = { ...app, baseUrl: baseUrl.value };
  const question = { redirectUrl: connector.redirectUrl(safeApp), state: newState() };
  const { redirectUrl } = question;
  const address = await window(
    { url: connector.dialogUrl(safeApp, question), redirectUrl },
    signal,
  );
  if (address === null) return err(appError('login_cancelled'));
  const code = readLoginAnswer(address, question);
  if (!code.ok) {
    inbox.logger.warn('login.refused', { code: code.error.code, ...code.error.details });
    return code;
  }
  return connector.pages(safeApp, { code: code.value, redirectUrl }, signal);
}

function keep(inbox: Inbox, login: PendingLogin): LoginView {
  const accounts = inbox.store.accounts();
  const pages = login.pages.map(({ externalId, name, tasks }) => ({
    externalId,
    name,
    tasks,
    accountId: accounts.find((account) => account.externalId === externalId)?.id ?? null,
  }));
  return { loginId: inbox.login.pending.keep(login), pages };
}

const connectPage = (
  inbox: Inbox,
  { baseUrl, app }: PendingLogin,
  { page, teamId }: { readonly page: PageChoice; readonly teamId?: string | undefined },
): Promise<Result<AccountRow, AppError>> =>
  addAccount(inbox, {
    channel: 'facebook',
    externalId: page.externalId,
    token: page.token,
    baseUrl,
    teamId,
    practice: false,
    appId: app?.appId ?? null,
  });

const keepSecret = ({ secrets }: Inbox, { app }: PendingLogin): Promise<Result<void, AppError>> =>
  app === null
    ? Promise.resolve(ok(undefined))
    : secrets.set(appSecretName(app.appId), app.appSecret);
