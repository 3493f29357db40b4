import type { AccountView, TokenView } from '../../../shared/contract/channel-schemas.ts';
import type { MailSecret } from '../../../shared/domain/mail/types.ts';
import type { AppError } from '../../../shared/kernel/app-error.ts';
import type { TokenState } from '../ports/store.ts';
import type { AccountStatus } from '../usecases/account-status.ts';
import { mailboxView } from './mail-views.ts';
import type { SourceStatus } from '../usecases/source-status.ts';

/** What only the secrets know of an account. */
export interface AccountSecrets {
  readonly tokenSealed: boolean;
  /** The app through whose login it was connected is still known here. */
  readonly canLogIn: boolean;
  /** How a mailbox is logged in to; null: it is none, or nothing is kept. */
  readonly mailLogin: MailSecret['kind'] | null;
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
    mailbox: account.mailbox === null ? null : mailboxView(account.mailbox, secrets.mailLogin),
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
