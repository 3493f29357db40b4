import type { LoginAsk, RefusalCode, ServiceOptions } from '../../../shared/contract/host.ts';
import { CONTRACT_VERSION } from '../../../shared/contract/version.ts';
import { findControlChannel, type ControlChannel } from './messages.ts';
import type { ServicePort } from './relayed-port.ts';
import { ShellCalls } from './shell-calls.ts';

export type { ServicePort } from './relayed-port.ts';

/** The shell, as the service sees it. */
export interface Host {
  /** Resolves once the shell said how to work; never when its contract is another version. */
  readonly hello: Promise<ServiceOptions>;
  /** Called for each page; the port is started as soon as the callback returns. */
  onPort(listener: (port: ServicePort) => void): void;
  /** Seals with the system's keychain; null when it cannot. */
  seal(value: string): Promise<string | null>;
  /** Opens what `seal` made; null when it cannot. */
  open(value: string): Promise<string | null>;
  /** Lets the person log in, in a window; the address it came back to, or null when it was closed. */
  logIn(ask: LoginAsk, signal: AbortSignal): Promise<string | null>;
  /** Shows an address in the person's browser; false when it cannot. */
  browse(url: string): Promise<boolean>;
  onPower(listener: (event: 'suspend' | 'resume') => void): void;
  onNetwork(listener: (online: boolean) => void): void;
  /** `close` runs once, before this process ends: told by the shell, or the shell is gone. */
  onShutdown(close: () => Promise<void> | void): void;
  /** The service works; pages may come. */
  ready(): void;
  /** The service cannot work at all; the shell shows why and ends this process. */
  refuse(code: RefusalCode): void;
}

/** Whether better-sqlite3 can load here: it needs Node-API 10 and would take the process down. */
export function runtimeCanRun(napi: string | undefined = process.versions['napi']): boolean {
  return Number(napi) >= 10;
}

/** Connects to the shell. Throws when this process was not started by one. */
export function connectHost(): Host {
  const channel = findControlChannel();
  if (channel === null) throw new Error('The service is started by the shell, not by hand.');
  return hostOver(channel, (code) => process.exit(code));
}

/** The same over any channel, for {@link connectHost} and the tests. `exit` ends the process. */
export function hostOver(channel: ControlChannel, exit: (code: number) => void): Host {
  const shell = new ShellCalls((message) => channel.send(message));
  const listeners: Listeners = { port: [], power: [], network: [] };
  const refuse = (code: RefusalCode): void =>
    channel.send({ type: 'refused', code, contractVersion: CONTRACT_VERSION });

  let close: (() => Promise<void> | void) | null = null;
  let closing: Promise<void> | null = null;
  const closeOnce = (): Promise<void> => (closing ??= Promise.resolve().then(() => close?.()));

  // This process does not end itself after its last word: a message on its way would be lost with
  // it. The shell reads the word and ends it; without a shell there is nobody to wait for.
  const shutdown = (): Promise<void> => closeOnce().then(() => channel.send({ type: 'bye' }));
  channel.onGone(() => void closeOnce().finally(() => exit(0)));

  let resolveHello: ((options: ServiceOptions) => void) | null = null;
  const hello = new Promise<ServiceOptions>((resolve) => {
    resolveHello = resolve;
  });
  channel.listen((message, port) => {
    switch (message.type) {
      case 'hello':
        if (message.contractVersion === CONTRACT_VERSION) resolveHello?.(message.options);
        else refuse('contract_mismatch');
        return;
      case 'port.open':
        if (port !== null) give(listeners.port, port);
        return;
      case 'answer':
        return shell.answer(message.id, message.value);
      case 'network':
        for (const listener of listeners.network) listener(message.online);
        return;
      case 'power':
        for (const listener of listeners.power) listener(message.event);
        return;
      case 'shutdown':
        return void shutdown();
      case 'port.message':
      case 'port.close':
      // These belong to the relay below this channel.
    }
  });

  return {
    hello,
    onPort: (listener) => void listeners.port.push(listener),
    seal: (value) => shell.keychain('seal', value),
    open: (value) => shell.keychain('open', value),
    logIn: (ask, signal) => shell.logIn(ask, signal),
    browse: (url) => shell.browse(url),
    onPower: (listener) => void listeners.power.push(listener),
    onNetwork: (listener) => void listeners.network.push(listener),
    onShutdown: (task) => {
      close = task;
    },
    ready: () =>
      channel.send({
        type: 'ready',
        contractVersion: CONTRACT_VERSION,
        host: {
          kind: channel.kind,
          node: process.versions.node,
          napi: process.versions['napi'] ?? '',
        },
      }),
    refuse,
  };
}

interface Listeners {
  readonly port: ((port: ServicePort) => void)[];
  readonly power: ((event: 'suspend' | 'resume') => void)[];
  readonly network: ((online: boolean) => void)[];
}

function give(listeners: Listeners['port'], port: ServicePort): void {
  for (const listener of listeners) listener(port);
  port.start();
}
