import type { AppError } from '../../../shared/kernel/app-error.ts';
import { appError } from '../../../shared/kernel/app-error.ts';
import type { Channel } from '../../../shared/domain/conversation/types.ts';
import type { EventPayloads, NewEvent } from '../../../shared/domain/event.ts';
import { defaultTeamFor } from '../../../shared/domain/sla/defaults.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { Identity } from '../ports/connector.ts';
import type { AccountRow } from '../ports/store.ts';
import { agentActor, appSecretName, commit, tokenName, type Inbox } from './inbox.ts';
import { moved } from './outbox-events.ts';
import { isMoving } from './outbox-queue.ts';

/** A source that somebody wants to connect. */
export interface NewAccount {
  readonly channel: Channel;
  readonly externalId: string;
  readonly token: string;
  readonly baseUrl: string;
  readonly teamId?: string | undefined;
  readonly practice: boolean;
  /** The app through whose login it is connected; null: a pasted token; left out: as it was. */
  readonly appId?: string | null | undefined;
}

/**
 * Connects a source: asks it who it is before anything is kept, puts the token among the secrets,
 * then commits the account. A source that is connected already gets the new token and address.
 * Errors: those of `identify`, `wrong_token_kind` for a person's token, `bad_input` when the token
 * belongs to another page or the address is not safe, `not_found` for an unknown team, `workspace_read_only`, `disk_full`.
 */
export function addAccount(
  inbox: Inbox,
  wanted: NewAccount,
): Promise<Result<AccountRow, AppError>> {
  // In turn: the second of two presses finds what the first connected.
  return inbox.turns.run(`connect/${wanted.channel}`, () => connect(inbox, wanted));
}

async function connect(inbox: Inbox, wanted: NewAccount): Promise<Result<AccountRow, AppError>> {
  const teamId = wanted.teamId ?? defaultTeamFor('comment');
  if (!inbox.store.teams().some((team) => team.id === teamId)) return err(appError('not_found'));
  const safe = safeBaseUrl(wanted.baseUrl);
  if (!safe.ok) return safe;
  const baseUrl = safe.value;
  const identity = await identify(inbox, { ...wanted, baseUrl });
  if (!identity.ok) return identity;
  const existing = inbox.store
    .accounts()
    .find((one) => one.channel === wanted.channel && one.externalId === identity.value.externalId);
  const id = existing?.id ?? inbox.ids.next();
  const kept = await inbox.secrets.set(tokenName(id), wanted.token);
  if (!kept.ok) return kept;
  const appId = wanted.appId === undefined ? {} : { appId: wanted.appId };
  const events =
    existing === undefined
      ? [
          added(inbox, id, { ...wanted, baseUrl, teamId, ...identity.value }),
          ...(wanted.appId === undefined || wanted.appId === null
            ? []
            : [accountChanged(inbox, id, appId)]),
        ]
      : changed(inbox, existing, {
          name: identity.value.name,
          baseUrl,
          ...(wanted.teamId === undefined ? {} : { teamId }),
          ...appId,
        });
  commit(inbox, [...events, ...repliesToHurry(inbox, id)]);
  const account = inbox.store.account(id);
  if (account === null) throw new Error('A committed account is not in the store.');
  // A dead token may just have been replaced: what it said of the account no longer holds.
  inbox.store.setHealth({ ...inbox.store.health(id), error: null });
  inbox.changes.publish({ type: 'accounts', ids: [id] });
  return ok(account);
}

/**
 * Returns an interface's address without its last slash. A token travels to it: encrypted, or not
 * leaving this computer; else `bad_input`.
 */
export const safeBaseUrl = (baseUrl: string): Result<string, AppError> =>
  isSafeAddress(baseUrl)
    ? ok(baseUrl.replace(/\/+$/, ''))
    : err(appError('bad_input', { field: 'graphUrl' }));

function isSafeAddress(baseUrl: string): boolean {
  const url = URL.parse(baseUrl);
  if (url?.protocol !== 'http:') return url?.protocol === 'https:';
  return ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
}

/** Replies that waited for this account to work again need wait no longer. */
export function repliesToHurry({ store, clock }: Inbox, accountId: string): readonly NewEvent[] {
  const nowMs = clock.now();
  return store
    .outboxOpen()
    .filter((item) => item.accountId === accountId && item.state === 'deferred')
    .map((item) => moved(item, { state: 'deferred', notBeforeMs: nowMs }, { nowMs }));
}

async function identify(inbox: Inbox, wanted: NewAccount): Promise<Result<Identity, AppError>> {
  const connector = inbox.connectors.get(wanted.channel);
  if (connector === undefined) return err(appError('bad_input', { field: 'channel' }));
  const { externalId, baseUrl, token } = wanted;
  const remote = { accountId: '', externalId, baseUrl, token };
  const identity = await connector.identify(remote);
  if (!identity.ok) return identity;
  if (identity.value.externalId !== externalId) {
    return err(appError('bad_input', { field: 'pageId' }));
  }
  // A person's token names the page just as well, and then reads empty lists where people wrote.
  const report = await connector.inspect(remote, new AbortController().signal);
  return report.ok && report.value.kind === 'user' ? err(appError('wrong_token_kind')) : identity;
}

function added(
  inbox: Inbox,
  id: string,
  from: EventPayloads['account.added'] & { readonly [extra: string]: unknown },
): NewEvent {
  const { channel, externalId, name, baseUrl, teamId, practice } = from;
  return {
    kind: 'account.added',
    actor: agentActor(inbox),
    accountId: id,
    conversationId: null,
    happenedAtMs: inbox.clock.now(),
    // Field by field: the token must never slip into a fact.
    payload: { channel, externalId, name, baseUrl, teamId, practice },
  };
}

/** Nothing when nothing changes. */
function changed(
  inbox: Inbox,
  account: AccountRow,
  to: EventPayloads['account.changed'],
): readonly NewEvent[] {
  const same =
    (to.name ?? account.name) === account.name &&
    (to.baseUrl ?? account.baseUrl) === account.baseUrl &&
    (to.teamId ?? account.teamId) === account.teamId &&
    (to.appId === undefined || to.appId === account.appId);
  return same ? [] : [accountChanged(inbox, account.id, to)];
}

const accountChanged = (
  inbox: Inbox,
  accountId: string,
  payload: EventPayloads['account.changed'],
): NewEvent => ({
  kind: 'account.changed',
  actor: agentActor(inbox),
  accountId,
  conversationId: null,
  happenedAtMs: inbox.clock.now(),
  payload,
});

/**
 * Disconnects an account and forgets its token, and its app's secret when no other account came by
 * that app; its facts stay. Errors: `not_found`, `conflict`
 * while a reply of it is on its way.
 */
export async function removeAccount(inbox: Inbox, id: string): Promise<Result<void, AppError>> {
  const account = inbox.store.account(id);
  if (account === null) return err(appError('not_found'));
  const moving = inbox.store.outboxOpen().some((item) => item.accountId === id && isMoving(item));
  if (moving) return err(appError('conflict'));
  commit(inbox, [
    {
      kind: 'account.removed',
      actor: agentActor(inbox),
      accountId: id,
      conversationId: null,
      happenedAtMs: inbox.clock.now(),
      payload: {},
    },
  ]);
  await inbox.secrets.remove(tokenName(id));
  const { appId } = account;
  if (appId !== null && !inbox.store.accounts().some((one) => one.appId === appId)) {
    await inbox.secrets.remove(appSecretName(appId));
  }
  inbox.changes.publish({ type: 'everything' });
  return ok(undefined);
}

/** Finds a team by id or by its name in any case; makes it when there is none. Returns its id. */
export function teamNamed(inbox: Inbox, name: string): string {
  const wanted = name.trim().toLowerCase();
  const found = inbox.store
    .teams()
    .find((team) => team.id === name || team.name.toLowerCase() === wanted);
  if (found !== undefined) return found.id;
  const teamId = inbox.ids.next();
  commit(inbox, [
    {
      kind: 'team.set',
      actor: agentActor(inbox),
      accountId: null,
      conversationId: null,
      happenedAtMs: inbox.clock.now(),
      payload: { teamId, name: name.trim(), mark: 'circle' },
    },
  ]);
  return teamId;
}
