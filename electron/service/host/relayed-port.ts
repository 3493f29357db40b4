import type { ServiceToHost } from '../../../shared/contract/host.ts';

/**
 * A page's port as the service sees it: Electron's MessagePortMain in a utility process, a
 * {@link RelayedPort} in a child process. oRPC's handler takes either.
 */
export interface ServicePort {
  on(event: string, listener: (event?: { data: unknown }) => void): void;
  postMessage(data: unknown): void;
  /** Lets the messages through that waited. */
  start(): void;
  close(): void;
}

/** A port whose messages the shell carries over the child process's channel. */
export class RelayedPort implements ServicePort {
  readonly #id: number;
  readonly #send: (message: ServiceToHost) => void;
  readonly #messageListeners: ((event?: { data: unknown }) => void)[] = [];
  readonly #closeListeners: (() => void)[] = [];
  /** Messages that came before `start`; null once started. */
  #waiting: unknown[] | null = [];
  #open = true;

  constructor(id: number, send: (message: ServiceToHost) => void) {
    this.#id = id;
    this.#send = send;
  }

  on(event: string, listener: (event?: { data: unknown }) => void): void {
    if (event === 'message') this.#messageListeners.push(listener);
    if (event === 'close') this.#closeListeners.push(() => listener());
  }

  postMessage(data: unknown): void {
    if (this.#open) this.#send({ type: 'port.message', portId: this.#id, data });
  }

  start(): void {
    const waiting = this.#waiting ?? [];
    this.#waiting = null;
    for (const data of waiting) this.receive(data);
  }

  close(): void {
    if (!this.#open) return;
    this.#send({ type: 'port.close', portId: this.#id });
    this.closed();
  }

  /** A message of the page arrived. */
  receive(data: unknown): void {
    if (!this.#open) return;
    if (this.#waiting !== null) this.#waiting.push(data);
    else for (const listener of this.#messageListeners) listener({ data });
  }

  /** The page's end is gone. */
  closed(): void {
    if (!this.#open) return;
    this.#open = false;
    this.#waiting = null;
    for (const listener of this.#closeListeners) listener();
  }
}
