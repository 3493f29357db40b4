import { spawn } from 'node:child_process';
import type { HostToService } from '../../../shared/contract/host.ts';
import { PortRelay } from './port-relay.ts';
import {
  isServiceMessage,
  type ServiceProcess,
  type ServiceProcessEvents,
} from './service-process.ts';

export interface ChildCommand {
  /** The Node program. */
  readonly node: string;
  readonly serviceFile: string;
  /** For Node itself. */
  readonly switches: readonly string[];
  readonly env: NodeJS.ProcessEnv;
}

/** Starts the service as a child of the pinned Node; its output goes to our error stream. */
export function startChild(command: ChildCommand, events: ServiceProcessEvents): ServiceProcess {
  const child = spawn(command.node, [...command.switches, command.serviceFile], {
    // Bytes travel as bytes; and standard output stays ours (`--screenshot` prints a path).
    serialization: 'advanced',
    stdio: ['ignore', 2, 2, 'ipc'],
    env: childEnvironment(command.env),
    windowsHide: true,
  });
  const send = (message: HostToService): void => {
    // A channel that closed meanwhile is told by `exit`; its error says nothing more.
    if (child.connected) child.send(message, () => {});
  };
  const relay = new PortRelay(send);
  let over = false;
  const exited = (exit: Parameters<ServiceProcessEvents['onExit']>[0]): void => {
    if (over) return;
    over = true;
    relay.closeAll();
    events.onExit(exit);
  };

  child.on('message', (data: unknown) => {
    if (isServiceMessage(data) && !relay.receive(data)) events.onMessage(data);
  });
  child.once('exit', (code, signal) => exited({ code, signal, error: null }));
  child.once('error', (cause) => exited({ code: null, signal: null, error: systemCode(cause) }));

  return {
    pid: () => child.pid ?? null,
    send,
    openPort: (port) => relay.open(port),
    end: () => {
      if (child.connected) child.disconnect();
    },
    kill: () => void child.kill('SIGKILL'),
  };
}

/** Electron's and Node's own switches must not reach another Node. */
function childEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(env).filter(
      ([name]) => name !== 'NODE_OPTIONS' && !name.startsWith('ELECTRON_'),
    ),
  );
}

function systemCode(cause: Error): string {
  return 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.name;
}
