import type { ErrorCode } from '../../../shared/kernel/app-error.ts';
import type { MessageId, Translate } from '../i18n/i18n.ts';

const REASONS: Readonly<Partial<Record<ErrorCode, MessageId>>> = {
  asleep: 'account.gap.why.asleep',
  not_running: 'account.gap.why.not_running',
  usage_high: 'account.gap.why.usage_high',
  source_unavailable: 'account.gap.why.source_unavailable',
  wrong_token_kind: 'account.gap.why.wrong_token_kind',
  offline: 'account.gap.why.offline',
  throttled: 'account.gap.why.throttled',
  token_dead: 'account.gap.why.token_dead',
  permission_missing: 'account.gap.why.permission_missing',
  secret_missing: 'account.gap.why.secret',
  secret_sealed: 'account.gap.why.secret',
};

/** Returns why something was not read for a while, in few words. */
export const gapWords = (t: Translate, reason: ErrorCode): string =>
  t(REASONS[reason] ?? 'account.gap.why.other');
