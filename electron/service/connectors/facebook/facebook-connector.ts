import type { SourceId } from '../../../../shared/domain/source/types.ts';
import type { CallNote } from '../../ports/call-meter.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Connector, RemoteAccount } from '../../ports/connector.ts';
import { HTTP_LIMITS, type HttpLimits } from '../_shared/http.ts';
import { machineWait, type Wait } from '../_shared/wait.ts';
import { act } from './act/act.ts';
import { actionState } from './act/action-state.ts';
import { createGraphClient, type GraphClient } from './graph-client.ts';
import { identify } from './identify.ts';
import { inspect } from './inspect.ts';
import type { Reading } from './paging.ts';
import { readItems } from './read-items.ts';
import { readSource } from './read-source.ts';
import { readThread } from './read-thread.ts';
import { createReading } from './reading.ts';

export interface FacebookConnectorDeps {
  readonly clock: Pick<Clock, 'now'>;
  /** Time-out and size limit of a single request; see {@link HTTP_LIMITS}. */
  readonly limits?: Partial<HttpLimits>;
  /** How the pauses between calls are waited for; default: on the machine's clock. */
  readonly wait?: Wait;
}

/** Conversations take two calls a second and page (facebook.md §3); a little less is asked for. */
const MESSENGER_SPACING_MS = 550;

/** Returns the channel of Facebook pages. It keeps nothing between calls, the token least of all. */
export function createFacebookConnector(deps: FacebookConnectorDeps): Connector {
  const limits: HttpLimits = { ...HTTP_LIMITS, ...deps.limits };
  const { wait = machineWait } = deps;
  const now = (): number => deps.clock.now();
  const client = (account: RemoteAccount, purpose: CallNote['purpose']): GraphClient =>
    createGraphClient({
      account,
      limits,
      purpose,
      wait,
      now,
      spacingMs: purpose === 'messenger' ? MESSENGER_SPACING_MS : 0,
    });
  const reading = (
    account: RemoteAccount,
    source: SourceId,
    signal: AbortSignal,
    purpose: CallNote['purpose'] = source,
  ): Reading => createReading({ client: client(account, purpose), account, signal, now, source });
  return {
    channel: 'facebook',
    identify: (account) =>
      identify(reading(account, 'posts', new AbortController().signal, 'token')),
    read: (account, plan) => readSource(reading(account, plan.source, plan.signal), plan),
    readThread: (account, thread, signal) =>
      readThread(reading(account, thread.source, signal), thread),
    readItems: (account, items, signal) =>
      readItems(reading(account, items[0]?.conversation.source ?? 'posts', signal), items),
    inspect: (account, signal) => inspect(reading(account, 'posts', signal, 'token')),
    act: (account, request, signal) =>
      act({ client: client(account, 'write'), account, signal }, request),
    actionState: (account, request, signal) =>
      actionState(reading(account, 'posts', signal, 'write'), request),
  };
}
