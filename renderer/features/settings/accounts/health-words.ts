import type { AccountView } from '../../../../shared/contract/channel-schemas.ts';
import { appError, type AppError, type ErrorCode } from '../../../../shared/kernel/app-error.ts';
import { formatDayTime } from '../../../lib/format/date.ts';
import { formatPercent } from '../../../lib/format/number.ts';
import { errorText } from '../../../lib/i18n/error-text.ts';
import type { MessageId, Translate } from '../../../lib/i18n/i18n.ts';
import { lackOf } from '../../../state/account-facts.ts';
import type { HealthState } from '../../../ui/marks/health-mark.tsx';

/** From here on the platform's own figure is worth a word (it throttles at 100). */
export const USAGE_WARNING_PERCENT = 75;

/** Returns what an account is, in words. */
export const accountKind = (t: Translate, { practice, channel }: AccountView): string =>
  practice ? t('account.practice') : t(`account.channel.${channel}`);

/** Here, at the account, the way out of a bad token is the button beside the words. */
const TOKEN_WORDS: Readonly<Partial<Record<ErrorCode, MessageId>>> = {
  wrong_token_kind: 'token.isUser',
  token_dead: 'account.error.token_dead',
  permission_missing: 'account.error.permission_missing',
  secret_missing: 'account.error.secret_missing',
  secret_sealed: 'account.error.secret_sealed',
};

/** The same for a mailbox, where the way out stands in the card itself. */
const MAILBOX_WORDS: Readonly<Partial<Record<ErrorCode, MessageId>>> = {
  token_dead: 'mailbox.health.password',
  secret_missing: 'mailbox.fault.secret_missing',
  secret_sealed: 'mailbox.fault.secret_sealed',
  app_refused: 'mailbox.fault.app_refused',
  not_secure: 'mailbox.health.not_secure',
  offline: 'mailbox.health.offline',
  timeout: 'mailbox.health.offline',
  object_gone: 'mailbox.health.folder',
  refused: 'mailbox.fault.refused',
  permission_missing: 'mailbox.health.folder',
};

function mailboxWords(t: Translate, login: 'password' | 'oauth' | null, error: AppError): string {
  if (error.code === 'token_dead' && login === 'oauth') return t('mailbox.health.login');
  const words = MAILBOX_WORDS[error.code];
  const { folder } = error.details ?? {};
  const host = typeof folder === 'string' ? folder : '?';
  return words === undefined ? errorText(t, error) : t(words, { host, folder: host });
}

function failureWords(t: Translate, { token, mailbox }: AccountView, error: AppError): string {
  if (mailbox !== null) return mailboxWords(t, mailbox.login, error);
  if (error.code === 'token_dead' && token.trouble !== null) {
    return t(`token.trouble.${token.trouble}`);
  }
  const words = TOKEN_WORDS[error.code];
  return words === undefined ? errorText(t, error) : t(words);
}

/** Returns how an account stands as a shape: well only where nothing of it is left out. */
export function shownState(account: AccountView, online: boolean): HealthState {
  const { state } = account.health;
  if (isOnlyLack(account)) return 'warning';
  if (state !== 'ok') return state;
  if (!online && !account.practice) return 'gap';
  return lackOf(account) === null ? 'ok' : 'warning';
}

/** A permission that is missing leaves a source out; all the rest is read as always. */
const isOnlyLack = (account: AccountView): boolean =>
  account.health.state === 'gap' &&
  account.health.error?.code === 'permission_missing' &&
  lackOf(account) !== null;

/** What is worth a word although the account is read. */
function lackWords(t: Translate, account: AccountView): string {
  const lack = lackOf(account);
  if (lack === null) return '';
  return t('account.health.lack', {
    n: lack.sources.length,
    names: lack.sources.map((source) => t(`source.${source}`)).join(', '),
  });
}

/** Returns how an account stands: what happened, then the way out. */
export function healthWords(
  t: Translate,
  account: AccountView,
  { nowMs, online }: { readonly nowMs: number; readonly online: boolean },
): string {
  const { state, error, readItems, gaps, lastReadAtMs } = account.health;
  if (state === 'ok' && shownState(account, online) === 'gap' && lastReadAtMs !== null) {
    return t('account.health.offline', { when: formatDayTime(lastReadAtMs, nowMs) });
  }
  switch (state) {
    case 'ok':
      return lackWords(t, account) || t('account.health.ok', { what: accountKind(t, account) });
    case 'reading':
      return t('account.health.reading', { n: readItems ?? 0 });
    case 'warning':
      return warningWords(t, account);
    case 'error':
      return failureWords(t, account, error ?? appError('internal'));
    case 'gap': {
      if (isOnlyLack(account)) return lackWords(t, account);
      const reason = error ?? appError(gaps[0]?.reason ?? 'offline');
      const why =
        account.mailbox === null ? errorText(t, reason) : failureWords(t, account, reason);
      const since = gaps[0] === undefined ? null : formatDayTime(gaps[0].fromMs, nowMs);
      return since === null ? why : t('account.health.gap', { since, why });
    }
  }
}

function warningWords(t: Translate, account: AccountView): string {
  const { error, setAsideCount, usagePercent } = account.health;
  const usage = usagePercent ?? 0;
  return [
    error === null ? '' : errorText(t, error),
    setAsideCount === 0 ? '' : t('account.health.setAside', { n: setAsideCount }),
    usage < USAGE_WARNING_PERCENT
      ? ''
      : t('account.health.usage', { percent: formatPercent(usage / 100) }),
    lackWords(t, account),
  ]
    .filter((part) => part !== '')
    .join(' ');
}

/** Whether a new token is the way out of an account's failure. */
export const needsToken = ({ health, mailbox }: AccountView): boolean =>
  health.error !== null &&
  (mailbox === null
    ? health.error.code in TOKEN_WORDS
    : ['token_dead', 'secret_missing', 'secret_sealed', 'app_refused'].includes(health.error.code));

const ITEM_REASONS: Readonly<Partial<Record<ErrorCode, MessageId>>> = {
  item_bad_shape: 'account.reason.item_bad_shape',
  item_bad_date: 'account.reason.item_bad_date',
  item_no_id: 'account.reason.item_no_id',
};

/** Returns why an item was set aside. */
export const reasonWords = (t: Translate, reason: ErrorCode): string =>
  t(ITEM_REASONS[reason] ?? 'account.reason.other');
