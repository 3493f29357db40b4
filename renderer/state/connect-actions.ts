import type { AccountView } from '../../shared/contract/channel-schemas.ts';
import type { AppError } from '../../shared/kernel/app-error.ts';
import type { Result } from '../../shared/kernel/result.ts';
import {
  initialConnect,
  type ConnectChannel,
  type ConnectField,
  type ConnectState,
  type ConnectValues,
  type ConnectWay,
} from './connect.ts';
import { faultOf, faultsIn } from './connect-faults.ts';
import { refreshAccounts } from './inbox-load.ts';
import { closeMailConnect } from './mail-connect-actions.ts';
import { ask, type Answers } from './service.ts';
import { appState, update } from './store.ts';

type Pages = Answers['accounts']['login'];

/** The login under way; it can be broken off. */
let login: AbortController | null = null;

/** Opens the form; what was typed before is still in it. */
export const openConnect = (channel?: ConnectChannel): void =>
  update.connect(({ renews, values, channel: before }) => ({
    open: true,
    channel: channel ?? before,
    renews: null,
    faults: [],
    values: renews === null ? values : initialConnect.values,
  }));

/** Chooses what is connected. */
export const chooseChannel = (channel: ConnectChannel): void => update.connect(() => ({ channel }));

/** The same, at the place for a token. */
export function openPaste(): void {
  openConnect('facebook');
  chooseWay('token');
}

/** Opens the form for a new token of an account that is connected already. */
export const openRenewal = ({ name, externalId, baseUrl, teamId }: AccountView): void =>
  update.connect(() => ({
    open: true,
    channel: 'facebook',
    way: 'token',
    renews: name,
    faults: [],
    chooser: null,
    values: { ...initialConnect.values, pageId: externalId, graphUrl: baseUrl, teamId },
  }));

/** Closes the form; a new page's fields stay as they are, but for what must not lie about. */
export function closeConnect(): void {
  leaveLogin();
  closeMailConnect();
  update.connect(({ renews, values }) => ({
    open: false,
    renews: null,
    faults: [],
    chooser: null,
    values: renews === null ? { ...values, appSecret: '' } : initialConnect.values,
  }));
}

/** Chooses how to connect. */
export const chooseWay = (way: ConnectWay): void => update.connect(() => ({ way, faults: [] }));

/** Takes each change of a field; what was wrong in it is no longer said. */
export const editConnect = (field: ConnectField, value: string): void =>
  update.connect(({ values, faults }) => ({
    values: { ...values, [field]: value },
    faults: faults.filter((fault) => fault.field !== field && fault.field !== null),
  }));

/** Checks the fields, then logs in, lists the pages of a token, or connects a page by its own. */
export async function submitConnect(): Promise<void> {
  const { values, way, busy } = appState().connect;
  if (busy !== null) return;
  const faults = faultsIn(values, way);
  update.connect(() => ({ faults }));
  if (faults.length > 0) return;
  if (way === 'login') return logIn(values);
  return values.pageId.trim() === '' ? listPages(values) : connectByToken(values);
}

/** Breaks off a login: its window closes. */
export const leaveLogin = (): void => login?.abort();

async function logIn({ appId, appSecret, graphUrl }: ConnectValues): Promise<void> {
  const controller = new AbortController();
  login = controller;
  update.connect(({ values }) => ({ busy: 'login', values: { ...values, appSecret: '' } }));
  const { signal } = controller;
  const input = { appId: appId.trim(), appSecret: appSecret.trim(), graphUrl: graphUrl.trim() };
  const answer = await ask((service) => service.accounts.login(input, { signal }));
  if (login === controller) login = null;
  if (signal.aborted) return update.connect(() => ({ busy: null }));
  showPages(answer);
}

async function listPages({ token, graphUrl }: ConnectValues): Promise<void> {
  update.connect(() => ({ busy: 'asking' }));
  const input = { token: token.trim(), graphUrl: graphUrl.trim() };
  showPages(await ask((service) => service.accounts.loginToken(input)));
}

/** The pages to choose from. One that is the only one is chosen already. */
function showPages(answer: Result<Pages, AppError>): void {
  if (!answer.ok) return failed(answer.error);
  const { loginId, pages } = answer.value;
  const fresh = pages.filter(({ accountId }) => accountId === null);
  const chosen = new Set(fresh.length === 1 ? fresh.map(({ externalId }) => externalId) : []);
  const chooser = { loginId, pages, query: '', chosen, failures: new Map() };
  update.connect(({ open }) => ({ busy: null, chooser: open ? chooser : null }));
}

async function connectByToken(values: ConnectValues): Promise<void> {
  const { pageId, token, graphUrl, teamId } = values;
  update.connect(() => ({ busy: 'asking' }));
  const answer = await ask((service) =>
    service.accounts.addFacebook({
      pageId: pageId.trim(),
      token: token.trim(),
      graphUrl: graphUrl.trim(),
      ...(teamId === '' ? {} : { teamId }),
    }),
  );
  if (!answer.ok) return failed(answer.error);
  update.connect((): Partial<ConnectState> => initialConnect);
  await refreshAccounts();
}

const failed = (error: AppError): void =>
  update.connect(({ way }) => ({ busy: null, faults: [faultOf(error, way)] }));

/** Starts the practice page on this computer and connects it. */
export async function connectPractice(): Promise<void> {
  if (appState().connect.practice.starting) return;
  update.connect(() => ({ practice: { starting: true, error: null } }));
  const answer = await ask((service) => service.accounts.addPractice());
  await refreshAccounts();
  update.connect(() => ({ practice: { starting: false, error: answer.ok ? null : answer.error } }));
}
