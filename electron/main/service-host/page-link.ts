import { MessageChannelMain, type WebContents } from 'electron';
import { givePort, tellPage } from '../ipc.ts';
import type { ServiceSupervisor } from './supervisor.ts';

/** Keeps one page connected: a new channel whenever the service came up anew. */
export class PageLink {
  readonly #supervisor: ServiceSupervisor;
  readonly #page: WebContents;
  /** Stops following the service; the page is gone. */
  readonly dispose: () => void;
  #wanted = false;

  constructor(supervisor: ServiceSupervisor, page: WebContents) {
    this.#supervisor = supervisor;
    this.#page = page;
    this.dispose = supervisor.onState((service) => {
      tellPage(page, { type: 'service', service });
      if (service.state === 'running') this.#give();
    });
    // A page that loads anew has no listener for a port until it asks again.
    page.on('did-navigate', () => {
      this.#wanted = false;
    });
  }

  /** The page listens now. */
  connect(): void {
    this.#wanted = true;
    tellPage(this.#page, { type: 'service', service: this.#supervisor.state });
    this.#give();
  }

  #give(): void {
    if (!this.#wanted) return;
    const { port1, port2 } = new MessageChannelMain();
    if (this.#supervisor.openPort(port2)) givePort(this.#page, port1);
  }
}
