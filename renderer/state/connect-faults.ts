import type { AppError, ErrorCode } from '../../shared/kernel/app-error.ts';
import type { ConnectFault, ConnectField, ConnectValues, ConnectWay } from './connect.ts';

const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]']);

function addressOf(text: string): URL | null {
  try {
    const address = new URL(text);
    return ['http:', 'https:'].includes(address.protocol) ? address : null;
  } catch {
    return null;
  }
}

const NEEDED: Readonly<Record<ConnectWay, readonly ConnectField[]>> = {
  login: ['appId', 'appSecret'],
  token: ['token'],
};

/** Returns what can be seen to be wrong before anybody is asked. */
export function faultsIn(values: ConnectValues, way: ConnectWay): readonly ConnectFault[] {
  const faults: ConnectFault[] = NEEDED[way]
    .filter((field) => values[field].trim() === '')
    .map((field) => ({ field, code: 'missing' }));
  const address = addressOf(values.graphUrl.trim());
  if (address === null) {
    faults.push({ field: 'graphUrl', code: 'not_an_address' });
  } else if (address.protocol === 'http:' && !LOOPBACK.has(address.hostname)) {
    // Secret and token would travel for all to read.
    faults.push({ field: 'graphUrl', code: 'not_encrypted' });
  }
  return faults;
}

const AT_THE_ADDRESS: Readonly<Partial<Record<ErrorCode, ConnectField>>> = {
  offline: 'graphUrl',
  timeout: 'graphUrl',
  server_error: 'graphUrl',
  not_json: 'graphUrl',
  empty_answer: 'graphUrl',
  cut_answer: 'graphUrl',
  bad_shape: 'graphUrl',
};

/** Which field a failure of the check speaks of. */
const FIELD_OF: Readonly<Record<ConnectWay, Readonly<Partial<Record<ErrorCode, ConnectField>>>>> = {
  login: { ...AT_THE_ADDRESS, app_refused: 'appSecret' },
  token: {
    ...AT_THE_ADDRESS,
    token_dead: 'token',
    permission_missing: 'token',
    wrong_token_kind: 'token',
    object_gone: 'pageId',
    refused: 'pageId',
  },
};

/** Returns which field a failure of the service speaks of. */
export function faultOf({ code, details }: AppError, way: ConnectWay): ConnectFault {
  const named = code === 'bad_input' ? details?.['field'] : undefined;
  if (named === 'pageId') return { field: 'pageId', code };
  if (named === 'graphUrl') return { field: 'graphUrl', code: 'not_encrypted' };
  return { field: FIELD_OF[way][code] ?? null, code };
}
