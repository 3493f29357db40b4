import { createORPCClient } from '@orpc/client';
import type { ServiceFailure, ServiceState, ShellBridge } from '../../../shared/contract/bridge.ts';
import type { ChangeRecord } from '../../../shared/contract/contract.ts';
import { CONTRACT_VERSION } from '../../../shared/contract/version.ts';
import { followChanges } from './changes.ts';
import { receivePorts } from './receive-ports.ts';
import { ServiceLink } from './service-link.ts';
import { openSession, type ServiceClient, type Session } from './session.ts';

/** How the page stands with the service. A new object at each change. */
export interface ConnectionState {
  readonly status: 'connecting' | 'connected' | 'reconnecting' | 'failed';
  /** Why it was given up, when `failed`; else null. */
  readonly failure: ServiceFailure | null;
}

export interface Connection {
  /** Calls throw AppFailure; queries wait while the service restarts (see {@link ServiceLink}). */
  readonly client: ServiceClient;
  state(): ConnectionState;
  /** Calls `listener` at each change of state; returns the way to stop. */
  subscribe(listener: () => void): () => void;
  /** Calls `listener` with each change record; `everything` after each reconnection. */
  onChange(listener: (record: ChangeRecord) => void): () => void;
  /** Asks the shell to try again, after `failed`. */
  retry(): void;
  close(): void;
}

/** What a connection needs from outside: the shell's bridge, and ports as they come. */
export interface ConnectionSource {
  readonly shell: Pick<ShellBridge, 'connect' | 'onService' | 'retryService'>;
  /** Calls back with each port; returns the way to stop. Default: the window's messages. */
  readonly ports?: (listener: (port: MessagePort) => void) => () => void;
}

/** Connects the page to the service and keeps it connected over the service's restarts. */
export function connect({ shell, ports = receivePorts }: ConnectionSource): Connection {
  const link = new ServiceLink();
  const client: ServiceClient = createORPCClient(link);
  const stateListeners = new Set<() => void>();
  const changeListeners = new Set<(record: ChangeRecord) => void>();
  let state: ConnectionState = { status: 'connecting', failure: null };
  let session: Session | null = null;
  let sessions = 0;

  const enter = (
    status: ConnectionState['status'],
    failure: ServiceFailure | null = null,
  ): void => {
    if (state.status === status && failure === null) return;
    state = { status, failure };
    for (const listener of stateListeners) listener();
  };
  const lose = (status: ConnectionState['status'], failure: ServiceFailure | null = null): void => {
    const lost = session;
    session = null;
    link.lose(status === 'failed');
    lost?.drop();
    enter(status, failure);
  };
  const waiting = (): 'connecting' | 'reconnecting' =>
    sessions === 0 ? 'connecting' : 'reconnecting';

  const emit = (record: ChangeRecord): void => {
    for (const listener of changeListeners) listener(record);
  };
  const begin = (port: MessagePort): void => {
    const before = session;
    const opened = openSession(port, () => {
      if (session === opened) lose('reconnecting');
    });
    session = opened;
    before?.drop();
    sessions += 1;
    void followChanges(opened, { resumed: sessions > 1, emit });
    link.use(opened);
    enter('connected');
    void checkVersion(opened, () => {
      if (session === opened) lose('failed', { code: 'contract_mismatch', logDir: '' });
    });
  };

  const serviceChanged = (service: ServiceState): void => {
    if (service.state === 'failed') lose('failed', service.failure);
    else if (service.state !== 'running') lose(waiting());
  };

  const stops = [ports(begin), shell.onService(serviceChanged)];
  shell.connect();

  return {
    client,
    state: () => state,
    subscribe: (listener) => added(stateListeners, listener),
    onChange: (listener) => added(changeListeners, listener),
    retry: () => shell.retryService(),
    close: () => {
      for (const stop of stops) stop();
      lose('failed');
    },
  };
}

function added<T>(listeners: Set<T>, listener: T): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** A page and a service of two versions must not work together: half an update went wrong. */
async function checkVersion(session: Session, mismatch: () => void): Promise<void> {
  try {
    const hello = await session.client.system.hello({ contractVersion: CONTRACT_VERSION });
    if (hello.contractVersion !== CONTRACT_VERSION) mismatch();
  } catch {
    // The page's own first call meets the same failure and shows it.
  }
}
