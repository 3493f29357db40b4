import { personIdOf } from '../../../../shared/domain/mail/identity.ts';
import type {
  MailboxSettings,
  MailSecret,
  MailServer,
} from '../../../../shared/domain/mail/types.ts';
import type { NewEvent } from '../../../../shared/domain/event.ts';
import { defaultTeamFor } from '../../../../shared/domain/sla/defaults.ts';
import { appError, type AppError } from '../../../../shared/kernel/app-error.ts';
import { err, ok, type Result } from '../../../../shared/kernel/result.ts';
import type { MailTest, MailTestStep } from '../../ports/mail.ts';
import type { AccountRow } from '../../ports/store.ts';
import { repliesToHurry } from '../accounts.ts';
import { agentActor, commit, type Inbox } from '../inbox.ts';
import { keepMailSecret } from './mailbox-secrets.ts';

/** A mailbox that somebody wants to connect. */
export interface NewMailbox {
  /** The account that is changed; left out: the one of this address, or a new one. */
  readonly accountId?: string | undefined;
  readonly settings: MailboxSettings;
  readonly secret: MailSecret;
  readonly teamId?: string | undefined;
}

/** Why a mailbox was not connected: the step that failed, where it was one. */
export interface MailboxRefusal {
  readonly step: MailTestStep | null;
  readonly error: AppError;
}

/**
 * Connects a mailbox: both servers are tried before anything is kept, then its secret goes among the
 * secrets and the account is committed. One that is connected already gets the new settings. Errors:
 * those of the test, `bad_input` (no address; secrets without encryption beyond this computer),
 * `not_found` for an unknown team, `workspace_read_only`, `disk_full`.
 */
export function connectMailbox(
  inbox: Inbox,
  wanted: NewMailbox,
  signal: AbortSignal,
): Promise<Result<AccountRow, MailboxRefusal>> {
  return inbox.turns.run('connect/email', () => connect(inbox, wanted, signal));
}

/** Goes through both servers without keeping anything. */
export function testMailbox(
  inbox: Inbox,
  { settings, secret }: Pick<NewMailbox, 'settings' | 'secret'>,
  signal: AbortSignal,
): Promise<MailTest> {
  return inbox.mail.test({ accountId: '', settings, secret }, signal);
}

async function connect(
  inbox: Inbox,
  wanted: NewMailbox,
  signal: AbortSignal,
): Promise<Result<AccountRow, MailboxRefusal>> {
  const known = wanted.accountId === undefined ? null : inbox.store.account(wanted.accountId);
  const teamId = wanted.teamId ?? known?.teamId ?? defaultTeamFor('email');
  const refused = refusalOf(inbox, wanted.settings, teamId);
  if (refused !== null) return err({ step: null, error: refused });
  const test = await testMailbox(inbox, wanted, signal);
  if (!test.ok) return err({ step: test.step, error: test.error });
  const { filesSent } = test;
  const kept = await keep(
    inbox,
    { ...wanted, settings: { ...wanted.settings, filesSent } },
    teamId,
  );
  return kept.ok ? kept : err({ step: null, error: kept.error });
}

function refusalOf(
  { store }: Inbox,
  { addresses, imap, smtp }: MailboxSettings,
  teamId: string,
): AppError | null {
  if (addresses.length === 0) return appError('bad_input', { field: 'address' });
  if (!isSafe(imap)) return appError('bad_input', { field: 'imap' });
  if (!isSafe(smtp)) return appError('bad_input', { field: 'smtp' });
  return store.teams().some(({ id }) => id === teamId) ? null : appError('not_found');
}

/** A password travels to it: encrypted, or not leaving this computer. */
const isSafe = ({ security, host }: MailServer): boolean =>
  security !== 'none' || ['127.0.0.1', 'localhost', '::1'].includes(host);

async function keep(
  inbox: Inbox,
  { settings, secret, accountId }: NewMailbox,
  teamId: string,
): Promise<Result<AccountRow, AppError>> {
  const [own] = settings.addresses;
  const externalId = own === undefined ? '' : personIdOf(own);
  const existing = inbox.store
    .accounts()
    .find(
      (one) => one.channel === 'email' && (one.id === accountId || one.externalId === externalId),
    );
  const id = existing?.id ?? inbox.ids.next();
  const stored = await keepMailSecret(inbox.secrets, id, secret);
  if (!stored.ok) return stored;
  const fact = {
    actor: agentActor(inbox),
    accountId: id,
    conversationId: null,
    happenedAtMs: inbox.clock.now(),
  };
  const added: NewEvent<'account.added'> = {
    ...fact,
    kind: 'account.added',
    payload: {
      channel: 'email',
      externalId,
      name: own?.name ?? externalId,
      baseUrl: addressOf(settings.imap),
      teamId,
      practice: false,
    },
  };
  commit(inbox, [
    ...(existing === undefined
      ? [added]
      : accountChange(existing, { teamId, name: own?.name ?? externalId }, fact)),
    {
      ...fact,
      kind: 'mailbox.set',
      payload: { ...lasting(existing), ...settings, login: secret.kind },
    },
    ...repliesToHurry(inbox, id),
  ]);
  const account = inbox.store.account(id);
  if (account === null) throw new Error('A committed account is not in the store.');
  // What the old password said of the account no longer holds.
  inbox.store.setHealth({ ...inbox.store.health(id), error: null });
  inbox.changes.publish({ type: 'accounts', ids: [id] });
  return ok(account);
}

/** What is set elsewhere than where a mailbox is connected: who does not say it does not end it. */
function lasting(
  existing: AccountRow | undefined,
): Pick<MailboxSettings, 'plusAddress' | 'subjectTag'> {
  const { plusAddress, subjectTag } = existing?.mailbox ?? {};
  return {
    ...(plusAddress === undefined ? {} : { plusAddress }),
    ...(subjectTag === undefined ? {} : { subjectTag }),
  };
}

/** Nothing when team and name stay. */
const accountChange = (
  { teamId, name }: AccountRow,
  wanted: Pick<AccountRow, 'teamId' | 'name'>,
  fact: Omit<NewEvent<'account.changed'>, 'kind' | 'payload'>,
): readonly NewEvent[] =>
  teamId === wanted.teamId && name === wanted.name
    ? []
    : [{ ...fact, kind: 'account.changed', payload: wanted }];

const addressOf = ({ host, port, security }: MailServer): string =>
  `${security === 'tls' ? 'imaps' : 'imap'}://${host.includes(':') ? `[${host}]` : host}:${port}`;
