import type { Clock } from '../../ports/clock.ts';
import type { Connector, RemoteAccount } from '../../ports/connector.ts';
import { HTTP_LIMITS, type HttpLimits } from '../_shared/http.ts';
import { createGraphClient } from './graph-client.ts';
import { identify } from './identify.ts';
import type { Reading } from './paging.ts';
import { readPage } from './read-page.ts';
import { readThread } from './read-thread.ts';
import { act } from './act.ts';
import { actionState } from './action-state.ts';
import { inspect } from './inspect.ts';
import { readItems } from './read-items.ts';

export interface FacebookConnectorDeps {
  readonly clock: Pick<Clock, 'now'>;
  /** Time-out and size limit of a single request; see {@link HTTP_LIMITS}. */
  readonly limits?: Partial<HttpLimits>;
}

/** Returns the channel of Facebook pages. It keeps nothing between calls, the token least of all. */
export function createFacebookConnector(deps: FacebookConnectorDeps): Connector {
  const limits: HttpLimits = { ...HTTP_LIMITS, ...deps.limits };
  const reading = (account: RemoteAccount, signal: AbortSignal): Reading => ({
    client: createGraphClient(account, limits),
    account,
    signal,
    now: () => deps.clock.now(),
  });
  return {
    channel: 'facebook',
    identify: (account) => identify(reading(account, new AbortController().signal)),
    read: (account, plan) => readPage(reading(account, plan.signal), plan),
    readThread: (account, thread, signal) => readThread(reading(account, signal), thread),
    readItems: (account, items, signal) => readItems(reading(account, signal), items),
    inspect: (account, signal) => inspect(reading(account, signal)),
    act: (account, request, signal) =>
      act({ client: createGraphClient(account, limits), account, signal }, request),
    actionState: (account, request, signal) => actionState(reading(account, signal), request),
  };
}
