import type { AccountView, TokenView } from '../../../shared/contract/channel-schemas.ts';
import type { AppError } from '../../../shared/kernel/app-error.ts';
import type { TokenState } from '../ports/store.ts';
import type { AccountStatus } from '../usecases/account-status.ts';
import { mailboxView, type MailboxState } from './mail-views.ts';
import type { SourceStatus } from '../usecases/source-status.ts';

/** What is known of an account beside its status: by the secrets, and of its mails. */
export interface AccountSecrets {
  readonly tokenSealed: boolean;
  /** The app through whose login it was connected is still known here. */
  readonly canLogIn: boolean;
  readonly mailbox: MailboxState;
}

/** An account as the contract shows it. */
export function accountView(status: AccountStatus, secrets: AccountSecrets): AccountView {
  const { account, health, spend } = status;
  const { byPurpose: _, ...spent } = spend;
  return {
    id: account.id,
    channel: account.channel,
    externalId: account.externalId,
    name: account.name,
    baseUrl: account.baseUrl,
    teamId: account.teamId,
    practice: account.practice,
    tokenSealed: secrets.tokenSealed,
    health: {
      ...health,
      error: errorView(health.error),
      gaps: health.gaps.map(({ accountId: __, ...gap }) => gap),
    },
    sources: status.sources.map(sourceView),
    token: tokenView(status.token, secrets.canLogIn),
    spend: spent,
    mailbox: account.mailbox === null ? null : mailboxView(account.mailbox, secrets.mailbox),
  };
}

const sourceView = (source: SourceStatus): AccountView['sources'][number] => ({
  ...source,
  error: errorView(source.error),
  missing: [...source.missing],
});

const tokenView = (token: TokenState | null, canLogIn: boolean): TokenView => ({
  kind: token?.kind ?? null,
  appId: token?.appId ?? null,
  scopes: token?.scopes?.slice() ?? null,
  expiresAtMs: token?.expiresAtMs ?? null,
  dataAccessExpiresAtMs: token?.dataAccessExpiresAtMs ?? null,
  checkedAtMs: token === null || token.checkedAtMs === 0 ? null : token.checkedAtMs,
  trouble: token?.trouble ?? null,
  canLogIn,
});

const errorView = (error: AppError | null): AccountView['health']['error'] =>
  error === null ? null : { code: error.code, details: { ...error.details } };
