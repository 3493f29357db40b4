import type { HostToService, ServiceToHost } from '../../../shared/contract/host.ts';
import { RelayedPort, type ServicePort } from './relayed-port.ts';

/** The two ways to the shell, seen alike: messages both ways, and ports for pages. */
export interface ControlChannel {
  readonly kind: 'utility' | 'child';
  send(message: ServiceToHost): void;
  /** `port` is given with `port.open` only. */
  listen(listener: (message: HostToService, port: ServicePort | null) => void): void;
  /** The shell is gone; the service has nobody to work for. */
  onGone(listener: () => void): void;
}

/** The part of Electron's `process.parentPort` that is used; this program has no Electron types. */
interface ParentPort {
  on(
    event: 'message',
    listener: (event: { readonly data: unknown; readonly ports: readonly ServicePort[] }) => void,
  ): void;
  postMessage(message: unknown): void;
}

/** Returns the channel to the shell, or null when this process was started by nobody of ours. */
export function findControlChannel(): ControlChannel | null {
  const parentPort = 'parentPort' in process ? process.parentPort : null;
  if (isParentPort(parentPort)) return overParentPort(parentPort);
  if (process.send !== undefined) return overChildChannel(process.send.bind(process));
  return null;
}

function overParentPort(parentPort: ParentPort): ControlChannel {
  return {
    kind: 'utility',
    send: (message) => parentPort.postMessage(message),
    listen: (listener) =>
      parentPort.on('message', ({ data, ports }) => {
        if (isHostMessage(data)) listener(data, ports[0] ?? null);
      }),
    // A utility process ends together with the shell.
    onGone: () => {},
  };
}

function overChildChannel(send: (message: ServiceToHost) => unknown): ControlChannel {
  const ports = new Map<number, RelayedPort>();
  return {
    kind: 'child',
    send: (message) => void send(message),
    listen: (listener) =>
      process.on('message', (data: unknown) => {
        if (!isHostMessage(data)) return;
        if (data.type === 'port.message') ports.get(data.portId)?.receive(data.data);
        else if (data.type === 'port.close') {
          ports.get(data.portId)?.closed();
          ports.delete(data.portId);
        } else if (data.type === 'port.open') {
          const port = new RelayedPort(data.portId, (message) => void send(message));
          ports.set(data.portId, port);
          listener(data, port);
        } else listener(data, null);
      }),
    onGone: (listener) => void process.once('disconnect', listener),
  };
}

/** The shell is ours and checked by version; this only keeps strangers' messages out. */
function isHostMessage(data: unknown): data is HostToService {
  return (
    typeof data === 'object' && data !== null && 'type' in data && typeof data.type === 'string'
  );
}

function isParentPort(value: unknown): value is ParentPort {
  return typeof value === 'object' && value !== null && 'postMessage' in value && 'on' in value;
}
