import { appError, type AppError } from '../../../../shared/kernel/app-error.ts';
import { err, ok, type Result } from '../../../../shared/kernel/result.ts';
import type { RemoteMailbox } from '../../ports/mail.ts';
import type { AccountRow } from '../../ports/store.ts';
import type { Inbox } from '../inbox.ts';

/** A mailbox that can be talked to, with its account. */
export interface ReachedMailbox {
  readonly account: AccountRow;
  readonly mailbox: RemoteMailbox;
}

/**
 * Returns the account with its mailbox and a secret that is good now. `refused`: an access token that
 * a server did not take. Errors: `not_found`, `secret_missing`, `secret_sealed`, those of renewing.
 */
export async function reachMailbox(
  inbox: Inbox,
  accountId: string,
  signal: AbortSignal,
  refused?: string,
): Promise<Result<ReachedMailbox, AppError>> {
  const account = inbox.store.account(accountId);
  if (account === null || account.mailbox === null) return err(appError('not_found'));
  const secret = await inbox.mailTokens.secretFor(accountId, signal, refused);
  if (!secret.ok) return secret;
  const mailbox = { accountId, settings: account.mailbox, secret: secret.value };
  return ok({ account, mailbox });
}
