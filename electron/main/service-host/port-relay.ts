import type { HostToService, ServiceToHost } from '../../../shared/contract/host.ts';

/** The part of a MessagePortMain that the relay uses. */
export interface RelayPort {
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): unknown;
  on(event: 'close', listener: () => void): unknown;
  postMessage(data: unknown): void;
  start(): void;
  close(): void;
}

/**
 * Carries the messages of pages' ports over a channel that cannot carry ports: a child process's.
 * Each port has a number; the service makes its own end from it.
 */
export class PortRelay {
  readonly #send: (message: HostToService) => void;
  readonly #ports = new Map<number, RelayPort>();
  #lastId = 0;

  constructor(send: (message: HostToService) => void) {
    this.#send = send;
  }

  /** Announces a page's port to the service and carries what it says. */
  open(port: RelayPort): void {
    const portId = ++this.#lastId;
    this.#ports.set(portId, port);
    this.#send({ type: 'port.open', portId });
    port.on('message', ({ data }) => this.#send({ type: 'port.message', portId, data }));
    port.on('close', () => {
      if (this.#ports.delete(portId)) this.#send({ type: 'port.close', portId });
    });
    port.start();
  }

  /** A message of the service. Returns whether it belonged to the relay. */
  receive(message: ServiceToHost): boolean {
    if (message.type === 'port.message') {
      this.#ports.get(message.portId)?.postMessage(message.data);
      return true;
    }
    if (message.type !== 'port.close') return false;
    const port = this.#ports.get(message.portId);
    this.#ports.delete(message.portId);
    port?.close();
    return true;
  }

  /** The service is gone: its pages hear it from their ports. */
  closeAll(): void {
    const ports = [...this.#ports.values()];
    this.#ports.clear();
    for (const port of ports) port.close();
  }
}
