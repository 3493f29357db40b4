import type { AppError } from '../../../shared/kernel/app-error.ts';
import { errorText } from '../i18n/error-text.ts';
import type { MessageId, Translate } from '../i18n/i18n.ts';
import type { FailedAttempt } from './attempts.ts';

/** What failed before a server was asked: the login in the browser, what was handed over. */
const BEFORE: Readonly<Partial<Record<AppError['code'], MessageId>>> = {
  login_cancelled: 'mailbox.fault.login_cancelled',
  login_failed: 'mailbox.fault.login_failed',
  app_refused: 'mailbox.fault.app_refused',
  not_allowed: 'mailbox.fault.no_browser',
  not_found: 'mailbox.fault.login_over',
  secret_missing: 'mailbox.fault.secret_missing',
  secret_sealed: 'mailbox.fault.secret_sealed',
  token_dead: 'mailbox.fault.login_dead',
};

/** What becomes of a login that did not work, by the reason that is known. */
const LOGIN_REASONS: Readonly<Record<string, MessageId>> = {
  browser: 'mailbox.fault.no_browser',
  time: 'mailbox.fault.login_late',
  refresh_token: 'mailbox.fault.login_short',
};

function beforeWords(t: Translate, error: AppError): string {
  const reason =
    error.code === 'login_failed' ? LOGIN_REASONS[String(error.details?.['reason'])] : undefined;
  const field = error.code === 'bad_input' ? error.details?.['field'] : undefined;
  if (field === 'authorizeUrl' || field === 'tokenUrl') return t('mailbox.fault.issuer_address');
  if (field === 'imap' || field === 'smtp') return t('mailbox.fault.security');
  const words = reason ?? BEFORE[error.code];
  return words === undefined ? errorText(t, error) : t(words);
}

const AT_LOGIN = {
  password: 'mailbox.fault.login.password',
  login: 'mailbox.fault.login.browser',
  kept: 'mailbox.fault.login.kept',
} as const satisfies Readonly<Record<FailedAttempt['by'], MessageId>>;

/** Returns why a mailbox was not let in to, where, and what to do about it. */
export function mailFaultWords(
  t: Translate,
  { step, error, by, imap, smtp }: FailedAttempt,
): string {
  if (step === null) return beforeWords(t, error);
  const { host, port } = step.startsWith('smtp_') ? smtp : imap;
  const at = { host, port: String(port) };
  switch (error.code) {
    case 'offline':
      return t(step.endsWith('_reach') ? 'mailbox.fault.offline' : 'mailbox.fault.broke_off', at);
    case 'timeout':
      return t('mailbox.fault.timeout', at);
    case 'not_secure':
      return t('mailbox.fault.not_secure', at);
    case 'bad_shape':
      return t('mailbox.fault.bad_shape', at);
    case 'token_dead':
      return t(
        step === 'smtp_login' && by === 'password' ? 'mailbox.fault.login.smtp' : AT_LOGIN[by],
        at,
      );
    case 'bad_input':
      return t('mailbox.fault.server', at);
    case 'server_error':
    case 'throttled':
      return t('mailbox.fault.busy', at);
    case 'refused':
    case 'permission_missing':
      return t('mailbox.fault.refused', at);
    default:
      return errorText(t, error);
  }
}
