import type { AccountView } from '../../shared/contract/channel-schemas.ts';
import type { AppError, ErrorCode } from '../../shared/kernel/app-error.ts';
import {
  initialConnect,
  type ConnectFault,
  type ConnectField,
  type ConnectState,
  type ConnectValues,
} from './connect.ts';
import { refreshAccounts } from './inbox-load.ts';
import { ask } from './service.ts';
import { appState, update } from './store.ts';

/** Opens the form; what was typed before is still in it. */
export const openConnect = (): void =>
  update.connect(({ renews, values }) => ({
    open: true,
    renews: null,
    faults: [],
    values: renews === null ? values : initialConnect.values,
  }));

/** Opens the form for a new token of an account that is connected already. */
export const openRenewal = ({ name, externalId, baseUrl, teamId }: AccountView): void =>
  update.connect(() => ({
    open: true,
    renews: name,
    faults: [],
    values: { pageId: externalId, token: '', graphUrl: baseUrl, teamId },
  }));

/** Closes the form; a new page's fields stay as they are. */
export const closeConnect = (): void =>
  update.connect(({ renews }) => ({
    open: false,
    renews: null,
    faults: [],
    ...(renews === null ? {} : { values: initialConnect.values }),
  }));

/** Takes each change of a field; what was wrong in it is no longer said. */
export const editConnect = (field: ConnectField, value: string): void =>
  update.connect(({ values, faults }) => ({
    values: { ...values, [field]: value },
    faults: faults.filter((fault) => fault.field !== field && fault.field !== null),
  }));

/** Checks the fields, then asks the page; on success the form closes and the first read begins. */
export async function submitConnect(): Promise<void> {
  const { values, checking } = appState().connect;
  if (checking) return;
  const faults = faultsIn(values);
  update.connect(() => ({ faults, checking: faults.length === 0 }));
  if (faults.length > 0) return;
  const { pageId, token, graphUrl, teamId } = values;
  const answer = await ask((service) =>
    service.accounts.addFacebook({
      pageId: pageId.trim(),
      token: token.trim(),
      graphUrl: graphUrl.trim(),
      ...(teamId === '' ? {} : { teamId }),
    }),
  );
  if (!answer.ok) {
    return update.connect(() => ({ checking: false, faults: [faultOf(answer.error)] }));
  }
  update.connect((): Partial<ConnectState> => initialConnect);
  await refreshAccounts();
}

/** Starts the practice page on this computer and connects it. */
export async function connectPractice(): Promise<void> {
  if (appState().connect.practice.starting) return;
  update.connect(() => ({ practice: { starting: true, error: null } }));
  const answer = await ask((service) => service.accounts.addPractice());
  await refreshAccounts();
  update.connect(() => ({ practice: { starting: false, error: answer.ok ? null : answer.error } }));
}

const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]']);

function addressOf(text: string): URL | null {
  try {
    const address = new URL(text);
    return ['http:', 'https:'].includes(address.protocol) ? address : null;
  } catch {
    return null;
  }
}

/** What can be seen to be wrong before anybody is asked. */
function faultsIn({ pageId, token, graphUrl }: ConnectValues): readonly ConnectFault[] {
  const faults: ConnectFault[] = [];
  if (pageId.trim() === '') faults.push({ field: 'pageId', code: 'missing' });
  if (token.trim() === '') faults.push({ field: 'token', code: 'missing' });
  const address = addressOf(graphUrl.trim());
  if (address === null) {
    faults.push({ field: 'graphUrl', code: 'not_an_address' });
  } else if (address.protocol === 'http:' && !LOOPBACK.has(address.hostname)) {
    // The token would travel for all to read.
    faults.push({ field: 'graphUrl', code: 'not_encrypted' });
  }
  return faults;
}

/** Which field a failure of the check speaks of. */
const FIELD_OF: Readonly<Partial<Record<ErrorCode, ConnectField>>> = {
  token_dead: 'token',
  permission_missing: 'token',
  object_gone: 'pageId',
  refused: 'pageId',
  offline: 'graphUrl',
  timeout: 'graphUrl',
  server_error: 'graphUrl',
  not_json: 'graphUrl',
  empty_answer: 'graphUrl',
  cut_answer: 'graphUrl',
  bad_shape: 'graphUrl',
};

function faultOf({ code, details }: AppError): ConnectFault {
  const named = code === 'bad_input' ? details?.['field'] : undefined;
  if (named === 'pageId') return { field: 'pageId', code };
  if (named === 'graphUrl') return { field: 'graphUrl', code: 'not_encrypted' };
  return { field: FIELD_OF[code] ?? null, code };
}
