import type { ErrorCode } from '../../../shared/kernel/app-error.ts';
import { errorText } from '../../lib/i18n/error-text.ts';
import type { MessageId, Translate } from '../../lib/i18n/i18n.ts';
import type { ConnectFault, ConnectField } from '../../state/connect.ts';

type Words = Readonly<Partial<Record<ConnectFault['code'], MessageId>>>;

/** What can be wrong with each field; an answer that is none of these came from another place. */
const WORDS: Readonly<Record<ConnectField, Words>> = {
  appId: { missing: 'connect.fault.appId.missing' },
  appSecret: {
    missing: 'connect.fault.appSecret.missing',
    app_refused: 'connect.fault.appSecret.app_refused',
  },
  pageId: {
    bad_input: 'connect.fault.pageId.bad_input',
    object_gone: 'connect.fault.pageId.object_gone',
    refused: 'connect.fault.pageId.refused',
  },
  token: {
    missing: 'connect.fault.token.missing',
    token_dead: 'connect.fault.token.token_dead',
    wrong_token_kind: 'connect.fault.token.wrong_token_kind',
    permission_missing: 'connect.fault.token.permission_missing',
  },
  graphUrl: {
    not_an_address: 'connect.fault.graphUrl.not_an_address',
    not_encrypted: 'connect.fault.graphUrl.not_encrypted',
    offline: 'connect.fault.graphUrl.offline',
    timeout: 'connect.fault.graphUrl.timeout',
    server_error: 'connect.fault.graphUrl.server_error',
    not_json: 'connect.fault.graphUrl.other',
    empty_answer: 'connect.fault.graphUrl.other',
    cut_answer: 'connect.fault.graphUrl.other',
    bad_shape: 'connect.fault.graphUrl.other',
  },
  teamId: {},
};

/** What concerns the whole login. */
const GENERAL: Words = {
  not_found: 'connect.fault.login_over',
  not_allowed: 'connect.fault.no_window',
};

/** Returns the words for what is wrong in a field (null: in none of them), or nothing. */
export function faultText(
  t: Translate,
  faults: readonly ConnectFault[],
  field: ConnectField | null,
): string | undefined {
  const fault = faults.find((one) => one.field === field);
  if (fault === undefined) return undefined;
  const words = (field === null ? GENERAL : WORDS[field])[fault.code];
  return words === undefined ? errorText(t, fault.code as ErrorCode) : t(words);
}
