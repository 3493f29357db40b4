import { appError, type AppError } from '../../../shared/kernel/app-error.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { AccountRow, TokenState } from '../ports/store.ts';
import { accountAnswered, accountFailed, stopsAccount, stopsToken } from './account-health.ts';
import { reach, type Inbox } from './inbox.ts';
import { tokenStateOf } from './token-state.ts';

/** What a token is worth is asked once a day. */
const ASKED_EVERY_MS = 86_400_000;

/**
 * Asks the platform what an account's token is worth and keeps the answer; the account's health
 * follows it. Errors: `token_dead`, `wrong_token_kind` (a person's token reads empty lists), those of
 * `reach`, and what kept it from being asked, which says nothing of the token.
 */
export async function checkToken(
  inbox: Inbox,
  accountId: string,
  signal: AbortSignal,
): Promise<Result<TokenState, AppError>> {
  const startedAtMs = inbox.clock.now();
  const asked = await ask(inbox, accountId, signal);
  const account = inbox.store.account(accountId);
  // Disconnected while it was asked, or called off: nothing is kept of it.
  if (account === null || signal.aborted) return asked;
  const error = asked.ok ? faultIn(asked.value) : asked.error;
  if (asked.ok) inbox.store.setTokenState(asked.value);
  else if (asked.error.code === 'token_dead') {
    inbox.store.setTokenState({ ...tokenStateOf(inbox, accountId), checkedAtMs: startedAtMs });
  }
  if (error === null) accountAnswered(inbox, account, { startedAtMs, whole: false });
  else if (stopsAccount(error)) accountFailed(inbox, account, startedAtMs, error);
  inbox.changes.publish({ type: 'accounts', ids: [accountId] });
  return error === null ? asked : err(error);
}

/** The same where it was not asked for a day. Errors: only those that say that the token does not do. */
export async function checkTokenDaily(
  inbox: Inbox,
  { id }: AccountRow,
  signal: AbortSignal,
): Promise<Result<void, AppError>> {
  const askedAtMs = inbox.store.tokenState(id)?.checkedAtMs ?? -Infinity;
  const agoMs = inbox.clock.now() - askedAtMs;
  if (agoMs >= 0 && agoMs < ASKED_EVERY_MS) return ok(undefined);
  const checked = await checkToken(inbox, id, signal);
  return checked.ok || !stopsToken(checked.error) ? ok(undefined) : checked;
}

async function ask(
  inbox: Inbox,
  accountId: string,
  signal: AbortSignal,
): Promise<Result<TokenState, AppError>> {
  const reached = await reach(inbox, accountId);
  if (!reached.ok) return reached;
  const { connector, remote } = reached.value;
  const asked = await inbox.turns.run(accountId, () => connector.inspect(remote, signal));
  if (!asked.ok) return asked;
  return ok({ ...asked.value, accountId, checkedAtMs: inbox.clock.now(), trouble: null });
}

const faultIn = ({ kind }: TokenState): AppError | null =>
  kind === 'user' ? appError('wrong_token_kind') : null;
