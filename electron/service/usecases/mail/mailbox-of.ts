import type { MailSecret } from '../../../../shared/domain/mail/types.ts';
import { appError, type AppError } from '../../../../shared/kernel/app-error.ts';
import { err, ok, type Result } from '../../../../shared/kernel/result.ts';
import type { RemoteMailbox } from '../../ports/mail.ts';
import type { AccountRow } from '../../ports/store.ts';
import { tokenName, type Inbox } from '../inbox.ts';

/** A mailbox that can be talked to, with its account. */
export interface ReachedMailbox {
  readonly account: AccountRow;
  readonly mailbox: RemoteMailbox;
}

/** Returns the account with its mailbox. Errors: `not_found`, `secret_missing`, `secret_sealed`. */
export async function reachMailbox(
  inbox: Inbox,
  accountId: string,
): Promise<Result<ReachedMailbox, AppError>> {
  const account = inbox.store.account(accountId);
  if (account === null || account.mailbox === null) return err(appError('not_found'));
  const secret = await inbox.secrets.get(tokenName(accountId));
  if (!secret.ok) return secret;
  // Written by us, as JSON.
  const parsed = JSON.parse(secret.value) as MailSecret;
  return ok({ account, mailbox: { accountId, settings: account.mailbox, secret: parsed } });
}
