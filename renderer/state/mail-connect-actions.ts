import type {
  FoundServersView,
  MailAddressView,
  MailProofView,
} from '../../shared/contract/mail-schemas.ts';
import type { AppError } from '../../shared/kernel/app-error.ts';
import { refreshAccounts } from './inbox-load.ts';
import { openArea } from './layout-actions.ts';
import {
  bestWay,
  failedAttempt,
  plainError,
  usualFolders,
  type FailedAttempt,
  type ServerPair,
} from '../lib/mailbox/attempts.ts';
import { foundFor, initialMailConnect, type MailConnectState } from './mail-connect.ts';
import { chooseByHand, mailFaultsIn } from './mail-connect-edits.ts';
import { loginAsk } from '../lib/mailbox/login-app.ts';
import { isMailAddress, readServer } from '../lib/mailbox/servers.ts';
import { tryServers } from './mail-test.ts';
import { ask } from './service.ts';
import { appState, update } from './store.ts';

/** What goes on at the moment; it can be broken off. */
let running: AbortController | null = null;

function begin(): AbortSignal {
  running?.abort();
  running = new AbortController();
  return running.signal;
}

/** Breaks off what goes on: a search, a login, a test. What was typed stays. */
export function stopMailConnect(): void {
  running?.abort();
  running = null;
  update.mailConnect(() => ({ busy: null, trying: null }));
}

/** Looks for the servers of the address, once per address; nothing happens for what is no address. */
export async function lookForServers(): Promise<void> {
  const state = appState().mailConnect;
  const address = state.address.trim();
  if (state.busy !== null || foundFor(state) !== null || !isMailAddress(address)) return;
  const signal = begin();
  update.mailConnect(() => ({ busy: 'looking', failed: null }));
  const answer = await ask((service) => service.mail.discover({ address }, { signal }));
  if (signal.aborted) return;
  const servers = answer.ok ? answer.value : [];
  update.mailConnect((now) => ({
    busy: null,
    found: { of: address, servers },
    ...(answer.ok ? {} : { failed: failedBefore(now, answer.error) }),
    ...wayOf(now, servers[0]),
  }));
  // Nobody knows any: then by hand.
  if (servers.length === 0 && appState().mailConnect.hand === null) chooseByHand(true);
}

function wayOf({ app, hand }: MailConnectState, best: FoundServersView | undefined) {
  if (hand !== null) return {};
  const issuer = best?.logins.find((login) => login === 'google' || login === 'microsoft');
  return { way: bestWay(best), app: { ...app, issuer: issuer ?? 'other' } } as const;
}

const NOWHERE: ServerPair = {
  imap: { host: '', port: 0, security: 'tls', user: '' },
  smtp: { host: '', port: 0, security: 'tls', user: '' },
};

const failedBefore = (state: MailConnectState, error: AppError): FailedAttempt => ({
  ...(state.ready ?? foundFor(state)?.[0] ?? NOWHERE),
  step: null,
  error: plainError(error),
  by: state.way === 'browser' ? 'login' : 'password',
});

/** Returns the servers that are to be tried, in their order; null: a field is wrong. */
function wantedServers(state: MailConnectState): readonly ServerPair[] | null {
  if (state.hand === null) return foundFor(state) ?? [];
  const imap = readServer(state.hand.imap).server;
  const smtp = readServer(state.hand.smtp).server;
  return imap === null || smtp === null ? null : [{ imap, smtp }];
}

/** One step on: looks for the servers, then comes in and tries them. */
export async function submitMailbox(): Promise<void> {
  const before = appState().mailConnect;
  if (before.busy !== null) return;
  if (!isMailAddress(before.address.trim()))
    return update.mailConnect(() => ({ faults: ['address'] }));
  if (foundFor(before) === null && before.hand === null) return lookForServers();
  const faults = mailFaultsIn(before);
  update.mailConnect(() => ({ faults, failed: null }));
  const servers = wantedServers(before);
  if (faults.length > 0 || servers === null || servers.length === 0) return;
  const signal = begin();
  const proof = await proofOf(before, signal);
  if (proof !== null) await tryAll(servers, proof, signal);
}

/** How one comes in: the password, or a login in the browser, now or a moment ago. Null: not at all. */
async function proofOf(
  state: MailConnectState,
  signal: AbortSignal,
): Promise<MailProofView | null> {
  if (state.way === 'password') return { kind: 'password', password: state.password };
  if (state.loginId !== null) return { kind: 'login', loginId: state.loginId };
  update.mailConnect(() => ({ busy: 'browser' }));
  const answer = await ask((service) =>
    service.mail.logIn(loginAsk(state.app, state.address), { signal }),
  );
  if (signal.aborted) return null;
  if (!answer.ok) {
    update.mailConnect((now) => ({ busy: null, failed: failedBefore(now, answer.error) }));
    return null;
  }
  const { loginId } = answer.value;
  update.mailConnect(() => ({ loginId }));
  return { kind: 'login', loginId };
}

async function tryAll(
  servers: readonly ServerPair[],
  proof: MailProofView,
  signal: AbortSignal,
): Promise<void> {
  const address = appState().mailConnect.address.trim();
  const onTry = (pair: ServerPair, at: number): void =>
    update.mailConnect(() => ({ busy: 'testing', trying: { ...pair, at, of: servers.length } }));
  const tried = await tryServers({ servers, address, proof, signal, onTry });
  if (tried === null) return;
  if ('failed' in tried) {
    const { failed } = tried;
    update.mailConnect(({ loginId }) => ({
      busy: null,
      trying: null,
      failed,
      loginId: failed.error.code === 'token_dead' || failed.step === null ? null : loginId,
    }));
    if (isNowhere(failed) && appState().mailConnect.hand === null) chooseByHand(true);
    return;
  }
  const { folders } = tried.open;
  update.mailConnect(() => ({
    busy: null,
    trying: null,
    step: 'folders',
    ready: tried.open,
    chosen: new Set(usualFolders(folders)),
    sentFolder: null,
  }));
}

/** Nothing that is known leads to the mailbox: somebody has to say where it is. */
const isNowhere = ({ step }: FailedAttempt): boolean =>
  step !== null && !step.endsWith('_login') && step !== 'folders';

/** Connects the mailbox; its first read begins and the inbox opens. */
export async function connectMailbox(): Promise<void> {
  const state = appState().mailConnect;
  const { ready, chosen, busy } = state;
  if (ready === null || busy !== null) return;
  if (chosen.size === 0) return update.mailConnect(() => ({ faults: ['folders'] }));
  const signal = begin();
  update.mailConnect(() => ({ busy: 'connecting', failed: null }));
  const proof: MailProofView =
    state.way === 'browser'
      ? { kind: 'login', loginId: state.loginId ?? '-' }
      : { kind: 'password', password: state.password };
  const answer = await ask((service) =>
    service.mail.connect(wantedMailbox(state, ready, proof), { signal }),
  );
  if (signal.aborted) return;
  const failed = failedAttempt(answer, ready, proof.kind);
  if (failed === null) return connected();
  // A login that is over has to be begun anew, where it began.
  const over = proof.kind === 'login' && failed.error.code === 'not_found';
  update.mailConnect(() => ({
    busy: null,
    failed,
    ...(over ? { step: 'who' as const, loginId: null } : {}),
  }));
}

function wantedMailbox(
  { name, address, chosen, sentFolder, teamId }: MailConnectState,
  { imap, smtp }: ServerPair,
  proof: MailProofView,
) {
  const own = { name: name.trim() === '' ? null : name.trim(), address: address.trim() };
  return {
    settings: { imap, smtp, addresses: withKnown(own), folders: [...chosen], sentFolder },
    proof,
    ...(teamId === '' ? {} : { teamId }),
  };
}

/** One that is connected already keeps its other addresses. */
function withKnown(own: MailAddressView): MailAddressView[] {
  const id = own.address.toLowerCase();
  const known = (appState().records.accounts ?? []).find(
    ({ channel, externalId }) => channel === 'email' && externalId === id,
  );
  const others = (known?.mailbox?.addresses ?? []).filter(
    ({ address }) => address.toLowerCase() !== id,
  );
  return [own, ...others];
}

async function connected(): Promise<void> {
  update.mailConnect(() => initialMailConnect);
  update.connect(() => ({ open: false }));
  await refreshAccounts();
  openArea('inbox');
}

/** The form closes: what was typed stays, but for what must not lie about. */
export function closeMailConnect(): void {
  stopMailConnect();
  update.mailConnect(({ app }) => ({
    step: 'who',
    password: '',
    app: { ...app, clientSecret: '' },
    loginId: null,
    ready: null,
    failed: null,
    faults: [],
  }));
}
