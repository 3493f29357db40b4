import type { MessagePortMain } from 'electron';
import type { ServiceFailure, ServiceState } from '../../../shared/contract/bridge.ts';
import type { ServiceOptions, ServiceToHost } from '../../../shared/contract/host.ts';
import { CONTRACT_VERSION } from '../../../shared/contract/version.ts';
import { backOffMs, CRASH_LIMIT, CrashWindow } from './back-off.ts';
import { LoginCalls, type LogIn } from './login-calls.ts';
import type {
  ExitReason,
  HostKind,
  ServiceProcess,
  ServiceProcessEvents,
} from './service-process.ts';

/** How long an orderly end may take before it is forced. */
const STOP_LIMIT_MS = 5_000;
/**
 * How long a start may take. An ordinary one takes a second; checking and repairing a workspace of
 * many hundred megabytes on a slow disk must not be cut off, for it would begin again and again.
 */
const START_LIMIT_MS = 60_000;

export interface SupervisorDeps {
  readonly options: ServiceOptions;
  readonly host: HostKind;
  /** The host was asked for by name: no other one is tried. */
  readonly hostForced: boolean;
  readonly startProcess: (host: HostKind, events: ServiceProcessEvents) => ServiceProcess;
  /** Null when the keychain cannot. */
  readonly keychain: (what: 'seal' | 'open', value: string) => Promise<string | null>;
  readonly logIn: LogIn;
  /** Shows an address in the person's browser; false when it may not be or cannot. */
  readonly browse: (url: string) => Promise<boolean>;
  readonly now: () => number;
  /** 0 ≤ random < 1. */
  readonly random: () => number;
  /** Runs `task` once after `delayMs`; returns the way to take it back. */
  readonly after: (delayMs: number, task: () => void) => () => void;
  readonly log: (event: string, fields: Readonly<Record<string, string | number | null>>) => void;
}

/**
 * Keeps one service running: starts it, checks its version, answers its questions to the keychain
 * and the person, restarts it with growing delays when it dies or does not come up, and gives up when it refuses or
 * dies too often.
 */
export class ServiceSupervisor {
  readonly #deps: SupervisorDeps;
  readonly #crashes = new CrashWindow();
  readonly #logins: LoginCalls;
  readonly #listeners = new Set<(state: ServiceState) => void>();
  #host: HostKind;
  #process: ServiceProcess | null = null;
  #state: ServiceState = { state: 'starting' };
  #cancelRestart: (() => void) | null = null;
  #cancelStartLimit: (() => void) | null = null;
  #stopping: Promise<void> | null = null;
  #stopped: (() => void) | null = null;
  /** The last stop, for good: the app ends. */
  #ending: Promise<void> | null = null;

  constructor(deps: SupervisorDeps) {
    this.#deps = deps;
    this.#logins = new LoginCalls(deps.logIn);
    this.#host = deps.host;
  }

  get state(): ServiceState {
    return this.#state;
  }

  /** Calls `listener` at each change; returns the way to stop. */
  onState(listener: (state: ServiceState) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  start(): void {
    this.#enter({ state: 'starting' });
    this.#spawn();
  }

  /**
   * A person says: try again. After it was given up the crashes so far are forgiven; one that runs,
   * but could not open its workspace, is ended in order first.
   */
  async retry(): Promise<void> {
    if (this.#ending !== null) return;
    if (this.#state.state === 'running') {
      this.#enter({ state: 'restarting' });
      await this.#stopProcess();
      if (this.#ending === null) this.#spawn();
    } else if (this.#state.state === 'failed') {
      this.#crashes.clear();
      this.start();
    }
  }

  /** Hands a page's port to the running service. False while none runs. */
  openPort(port: MessagePortMain): boolean {
    if (this.#state.state !== 'running' || this.#process === null) return false;
    this.#process.openPort(port);
    return true;
  }

  notePower(event: 'suspend' | 'resume'): void {
    this.#process?.send({ type: 'power', event });
  }

  noteNetwork(online: boolean): void {
    this.#process?.send({ type: 'network', online });
  }

  /** Ends the service in order, by force after five seconds. Resolves when it is gone. */
  stop(): Promise<void> {
    return (this.#ending ??= this.#stopProcess());
  }

  #stopProcess(): Promise<void> {
    this.#cancelRestart?.();
    const running = this.#process;
    if (running === null) return Promise.resolve();
    return (this.#stopping ??= new Promise((resolve) => {
      const cancelForce = this.#deps.after(STOP_LIMIT_MS, () => running.kill());
      this.#stopped = () => {
        cancelForce();
        resolve();
      };
      running.send({ type: 'shutdown' });
    }));
  }

  #spawn(): void {
    const current = (): boolean => this.#process === started;
    const started: ServiceProcess = this.#deps.startProcess(this.#host, {
      onMessage: (message) => {
        if (current()) this.#receive(message, started);
      },
      onExit: (exit) => {
        if (current()) this.#exited(exit);
      },
    });
    this.#process = started;
    this.#stopping = null;
    this.#stopped = null;
    this.#limitStart(started);
    started.send({
      type: 'hello',
      contractVersion: CONTRACT_VERSION,
      options: this.#deps.options,
    });
  }

  /** One that hangs before it is ready is ended, and counts as dead. */
  #limitStart(started: ServiceProcess): void {
    this.#cancelStartLimit?.();
    this.#cancelStartLimit = this.#deps.after(START_LIMIT_MS, () => {
      if (this.#process !== started) return;
      this.#deps.log('service.start_too_long', { pid: started.pid() });
      started.kill();
    });
  }

  #receive(message: ServiceToHost, from: ServiceProcess): void {
    switch (message.type) {
      case 'ready':
        this.#cancelStartLimit?.();
        if (message.contractVersion !== CONTRACT_VERSION) return this.#giveUp('contract_mismatch');
        this.#deps.log('service.ready', { ...message.host, pid: from.pid() });
        return this.#enter({ state: 'running' });
      case 'refused':
        return this.#refused(message.code);
      case 'seal':
      case 'open':
        void this.#deps
          .keychain(message.type, message.value)
          .then((value) => from.send({ type: 'answer', id: message.id, value }));
        return;
      case 'browse':
        void this.#deps
          .browse(message.value)
          .then((opened) =>
            from.send({ type: 'answer', id: message.id, value: opened ? message.value : null }),
          );
        return;
      case 'login':
        return void this.#logins.open(message.id, message, (value) =>
          from.send({ type: 'answer', id: message.id, value }),
        );
      case 'login.close':
        return this.#logins.close(message.id);
      case 'bye':
        return from.end();
      case 'port.message':
      case 'port.close':
      // The child host's relay took these before.
    }
  }

  #refused(code: ServiceFailure['code']): void {
    const canChange = this.#host === 'utility' && !this.#deps.hostForced;
    if (code !== 'runtime_too_old' || !canChange) return this.#giveUp(code);
    this.#deps.log('service.host_changed', { host: 'child' });
    this.#host = 'child';
    this.#letGo();
    this.#spawn();
  }

  #exited(exit: ExitReason): void {
    this.#process = null;
    this.#logins.closeAll();
    this.#cancelStartLimit?.();
    if (this.#stopped !== null) return this.#stopped();
    const crashes = this.#crashes.add(this.#deps.now());
    this.#deps.log('service.exited', { ...exit, crashes });
    if (crashes >= CRASH_LIMIT) return this.#giveUp('crash_loop');
    this.#enter({ state: 'restarting' });
    this.#cancelRestart = this.#deps.after(backOffMs(crashes, this.#deps.random()), () =>
      this.#spawn(),
    );
  }

  #giveUp(code: ServiceFailure['code']): void {
    this.#letGo();
    this.#deps.log('service.given_up', { code });
    this.#enter({ state: 'failed', failure: { code, logDir: this.#deps.options.logDir } });
  }

  /** Ends the present process and listens to it no more. */
  #letGo(): void {
    const gone = this.#process;
    this.#process = null;
    this.#logins.closeAll();
    gone?.end();
  }

  #enter(state: ServiceState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener(state);
  }
}
