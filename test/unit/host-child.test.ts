import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startChild } from '../../electron/main/service-host/child-process.ts';
import type { RelayPort } from '../../electron/main/service-host/port-relay.ts';
import { ServiceSupervisor } from '../../electron/main/service-host/supervisor.ts';
import { connect } from '../../renderer/lib/service/index.ts';
import type { ServiceState } from '../../shared/contract/bridge.ts';
import { CONTRACT_VERSION } from '../../shared/contract/version.ts';

const serviceFile = fileURLToPath(new URL('../support/tiny-service.ts', import.meta.url));

/** A supervisor over a real child process. */
function startTiny(profileDir: string) {
  const exits: unknown[] = [];
  const supervisor = new ServiceSupervisor({
    options: {
      profileDir,
      practice: true,
      logDir: '/logs',
      downloadsDir: '/downloads',
      canSeal: true,
    },
    host: 'child',
    hostForced: false,
    startProcess: (_host, events) =>
      startChild({ node: process.execPath, serviceFile, switches: [], env: process.env }, events),
    keychain: (what, value) => Promise.resolve(`${what} ${value}`),
    browse: () => Promise.resolve(false),
    logIn: () => Promise.resolve(null),
    now: () => Date.now(),
    random: () => 0,
    after: (delayMs, task) => {
      const timer = setTimeout(task, delayMs);
      return () => clearTimeout(timer);
    },
    log: (event, fields) => {
      if (event === 'service.exited') exits.push(fields);
    },
  });
  onTestFinished(() => supervisor.stop());
  const until = (wanted: ServiceState['state']): Promise<void> =>
    new Promise((resolve) => {
      const stop = supervisor.onState(({ state }) => {
        if (state !== wanted) return;
        stop();
        resolve();
      });
    });
  return { supervisor, exits, until };
}

/** A worker's port seen as Electron shows a MessagePortMain. */
function asMainPort(port: MessagePort): RelayPort {
  return {
    on: (event: string, listener: (event: { readonly data: unknown }) => void) =>
      port.addEventListener(event, (given) =>
        listener({ data: given instanceof MessageEvent ? given.data : null }),
      ),
    postMessage: (data) => port.postMessage(data),
    start: () => port.start(),
    close: () => port.close(),
  };
}

describe('the service as a child process', () => {
  it('answers the page through the relayed port, by the contract at both ends', async () => {
    const { supervisor, until } = startTiny('/w');
    const running = until('running');
    supervisor.start();
    await running;
    const { port1, port2 } = new MessageChannel();
    const connection = connect({
      shell: { connect: () => {}, onService: () => () => {}, retryService: () => {} },
      ports: (listener) => {
        listener(port1);
        return () => {};
      },
    });
    // The relay uses five of the methods that Electron's type has.
    supervisor.openPort(asMainPort(port2) as Parameters<typeof supervisor.openPort>[0]);
    const hello = await connection.client.system.hello({ contractVersion: CONTRACT_VERSION });
    expect(hello).toMatchObject({
      contractVersion: CONTRACT_VERSION,
      practice: true,
      profileDir: '/w',
      agent: { name: 'seal word' },
    });
    connection.close();
  });

  it('ends in order when it is told to, without being forced', async () => {
    const { supervisor, until, exits } = startTiny('/w');
    const running = until('running');
    supervisor.start();
    await running;
    await supervisor.stop();
    expect(exits).toEqual([]);
  });

  it('is shown as refused, and not restarted, when it refuses', async () => {
    const { supervisor, until } = startTiny('/refuses');
    const failed = until('failed');
    supervisor.start();
    await failed;
    expect(supervisor.state).toMatchObject({ failure: { code: 'workspace_newer' } });
  });

  it('ends by itself when the shell is gone', async () => {
    const { spawn } = await import('node:child_process');
    const child = spawn(process.execPath, [serviceFile], {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    const options = { profileDir: '/w', practice: false, logDir: '/l', canSeal: false };
    child.send({ type: 'hello', contractVersion: CONTRACT_VERSION, options });
    await once(child, 'message');
    child.disconnect();
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  it('refuses a shell of another contract version', async () => {
    const { spawn } = await import('node:child_process');
    const child = spawn(process.execPath, [serviceFile], {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    onTestFinished(() => void child.kill('SIGKILL'));
    const options = { profileDir: '/w', practice: false, logDir: '/l', canSeal: false };
    child.send({ type: 'hello', contractVersion: CONTRACT_VERSION + 1, options });
    expect(await once(child, 'message')).toEqual([
      { type: 'refused', code: 'contract_mismatch', contractVersion: CONTRACT_VERSION },
      undefined,
    ]);
  });
});
