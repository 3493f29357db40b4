import type { MailSecret } from '../../../../shared/domain/mail/types.ts';
import { appError, type AppError } from '../../../../shared/kernel/app-error.ts';
import { err, ok, type Result } from '../../../../shared/kernel/result.ts';
import type { MailLoginAsk } from '../../ports/mail-setup.ts';
import type { Secrets } from '../../ports/secrets.ts';
import { tokenName, type Inbox } from '../inbox.ts';

/** What a person enters a mailbox with. */
export type MailProof =
  | { readonly kind: 'password'; readonly password: string }
  /** A login of {@link logInToMailbox}. */
  | { readonly kind: 'login'; readonly loginId: string }
  /** What the account has already. */
  | { readonly kind: 'kept' };

/** Returns a mailbox's secret as it is kept. Errors: `secret_missing`, `secret_sealed`. */
export async function loadMailSecret(
  secrets: Secrets,
  accountId: string,
): Promise<Result<MailSecret, AppError>> {
  const kept = await secrets.get(tokenName(accountId));
  // Written by us, as JSON.
  return kept.ok ? ok(JSON.parse(kept.value) as MailSecret) : kept;
}

/** Keeps it in the place of the one before. Errors: `disk_full`, `workspace_read_only`. */
export const keepMailSecret = (
  secrets: Secrets,
  accountId: string,
  secret: MailSecret,
): Promise<Result<void, AppError>> => secrets.set(tokenName(accountId), JSON.stringify(secret));

/** Lets a person log in, in the browser; the login waits for its mailbox. Returns its id. */
export async function logInToMailbox(
  inbox: Inbox,
  ask: MailLoginAsk,
  signal: AbortSignal,
): Promise<Result<string, AppError>> {
  const secret = await inbox.mailSetup.logIn(ask, signal);
  return secret.ok ? ok(inbox.mailLogins.keep(secret.value)) : secret;
}

/** Returns the secret that a proof stands for. Errors: `not_found` (a login that is over), those of reading it. */
export async function secretOf(
  inbox: Inbox,
  proof: MailProof,
  accountId: string | undefined,
  signal: AbortSignal,
): Promise<Result<MailSecret, AppError>> {
  if (proof.kind === 'password') return ok(proof);
  if (proof.kind === 'login') {
    const login = inbox.mailLogins.get(proof.loginId);
    return login === null ? err(appError('not_found')) : ok(login);
  }
  return accountId === undefined
    ? err(appError('secret_missing'))
    : inbox.mailTokens.secretFor(accountId, signal);
}
