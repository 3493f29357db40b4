import type { MailboxSettingsView, MailProofView } from '../../shared/contract/mail-schemas.ts';
import { failedAttempt, plainError } from '../lib/mailbox/attempts.ts';
import { appFaults, loginAsk, type LoginAppDraft } from '../lib/mailbox/login-app.ts';
import { isMailAddress, readServer } from '../lib/mailbox/servers.ts';
import { refreshAccounts } from './inbox-load.ts';
import { tryServers } from './mail-test.ts';
import {
  IDLE_MAILBOX,
  mailboxDraft,
  type MailboxAccount,
  type MailboxDraft,
  type MailboxWork,
} from './mailboxes.ts';
import { ask } from './service.ts';
import { appState, update } from './store.ts';

/** Logins under way, by account; they can be broken off. */
const logins = new Map<string, AbortController>();

const workOf = (id: string): MailboxWork => appState().mailboxes.byId[id] ?? IDLE_MAILBOX;

const change = (id: string, to: Partial<MailboxWork>): void =>
  update.mailboxes(({ byId }) => ({ byId: { ...byId, [id]: { ...workOf(id), ...to } } }));

/** Changes settings on the screen; what leads back to the kept ones is no change. */
export function editMailbox(account: MailboxAccount, to: Partial<MailboxDraft>): void {
  const kept = mailboxDraft(account);
  const next = { ...(workOf(account.id).draft ?? kept), ...to };
  const draft = JSON.stringify(next) === JSON.stringify(kept) ? null : next;
  change(account.id, { draft, saved: false, failed: null, faults: [] });
}

/** Goes back to what is kept. */
export const discardMailbox = (id: string): void =>
  change(id, { draft: null, failed: null, faults: [] });

function faultsIn({ servers, addresses, folders }: MailboxDraft): readonly string[] {
  const known = addresses.map(({ address }) => address.trim().toLowerCase());
  return [
    ...(['imap', 'smtp'] as const).flatMap((kind) =>
      readServer(servers[kind]).faults.map((fault) => `${kind}.${fault}`),
    ),
    ...known.flatMap((address, at) =>
      isMailAddress(address) && known.indexOf(address) === at ? [] : [`address.${at}`],
    ),
    ...(folders.length === 0 ? ['folders'] : []),
  ];
}

function settingsOf({
  servers,
  addresses,
  folders,
  teamId: _,
  ...rest
}: MailboxDraft): MailboxSettingsView | null {
  const imap = readServer(servers.imap).server;
  const smtp = readServer(servers.smtp).server;
  if (imap === null || smtp === null) return null;
  const ours = addresses.map(({ name, address }) => ({
    name: name.trim() === '' ? null : name.trim(),
    address: address.trim(),
  }));
  return { ...rest, imap, smtp, addresses: ours, folders: [...folders] };
}

/**
 * Tests the settings on the screen, then keeps them; with another password or login where one is
 * handed over. Returns whether they are kept; what failed is said in the card.
 */
export async function saveMailbox(
  account: MailboxAccount,
  proof: MailProofView = { kind: 'kept' },
): Promise<boolean> {
  const { id } = account;
  const { draft, busy } = workOf(id);
  if (busy !== null) return false;
  const wanted = draft ?? mailboxDraft(account);
  const faults = faultsIn(wanted);
  const settings = settingsOf(wanted);
  if (faults.length > 0 || settings === null) {
    change(id, { faults });
    return false;
  }
  change(id, { busy: 'saving', faults: [], failed: null, saved: false });
  const input = { accountId: id, settings, proof, teamId: wanted.teamId };
  const answer = await ask((service) => service.mail.connect(input));
  const failed = failedAttempt(answer, settings, proof.kind);
  if (failed === null) {
    await refreshAccounts();
    // What was typed while it was tested is still unsaved.
    change(id, { busy: null, saved: true, ...(workOf(id).draft === draft ? { draft: null } : {}) });
    return true;
  }
  change(id, { busy: null, failed });
  return false;
}

/** Lets the person log in again, in the browser, by their app; returns whether the login is kept. */
export async function logInAgain(account: MailboxAccount, app: LoginAppDraft): Promise<boolean> {
  const { id, mailbox } = account;
  if (workOf(id).busy !== null) return false;
  const faults = appFaults(app);
  change(id, { faults, failed: null });
  if (faults.length > 0) return false;
  const controller = new AbortController();
  logins.set(id, controller);
  change(id, { busy: 'browser' });
  const address = mailbox.addresses[0]?.address ?? '';
  const { signal } = controller;
  const answer = await ask((service) => service.mail.logIn(loginAsk(app, address), { signal }));
  logins.delete(id);
  change(id, { busy: null });
  if (signal.aborted) return false;
  if (answer.ok) return saveMailbox(account, { kind: 'login', loginId: answer.value.loginId });
  const { imap, smtp } = mailbox;
  const error = plainError(answer.error);
  change(id, { failed: { imap, smtp, step: null, error, by: 'login' } });
  return false;
}

/** Breaks off the login of {@link logInAgain}. */
export const leaveMailLogin = (id: string): void => logins.get(id)?.abort();

/** Asks the server for its folders, by what is kept; once. */
export async function listFolders({ id, mailbox }: MailboxAccount): Promise<void> {
  const { listed, busy } = workOf(id);
  if (listed !== null || busy !== null) return;
  change(id, { busy: 'listing', failed: null });
  const tried = await tryServers({
    servers: [{ imap: mailbox.imap, smtp: mailbox.smtp }],
    address: mailbox.addresses[0]?.address ?? '',
    proof: { kind: 'kept' },
    accountId: id,
    signal: new AbortController().signal,
  });
  if (tried === null) return change(id, { busy: null });
  if ('open' in tried) change(id, { busy: null, listed: tried.open.folders });
  else change(id, { busy: null, failed: tried.failed });
}
