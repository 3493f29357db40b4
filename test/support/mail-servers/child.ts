import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** Whom a server runs as, where it is not ourselves. */
export interface Owner {
  readonly name: string;
  readonly group: string;
  readonly uid: number;
  readonly gid: number;
}

/** A server in the foreground. */
export interface Child {
  /** What it wrote so far, for a failing test. */
  output(): string;
  hasEnded(): boolean;
  /** Ends it and waits for its end. */
  stop(): Promise<void>;
}

/** Runs a server until it ends, or until the input of the shell is closed. */
const SCRIPT = `
exec 3<&0
"$@" </dev/null 3<&- &
server=$!
(cat <&3 >/dev/null; kill $server) &
watcher=$!
exec 3<&-
wait $server
kill $watcher 2>/dev/null
`;

/**
 * Starts a server that stays in the foreground. It ends with us, however we end: a shell sees
 * that its input is closed, which the kernel does, and then ends it.
 */
export function startChild(command: string, args: readonly string[], owner: Owner | null): Child {
  const child = spawn('/bin/sh', ['-c', SCRIPT, 'sh', command, ...args], {
    stdio: ['pipe', 'pipe', 'pipe'],
    // A group of its own: Postfix ends its whole group.
    detached: true,
    ...(owner === null ? {} : { uid: owner.uid, gid: owner.gid }),
  });
  const chunks: string[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk.toString()));
  const ended = once(child, 'exit');
  return {
    output: () => chunks.join(''),
    hasEnded: () => child.exitCode !== null || child.signalCode !== null,
    stop: async () => {
      child.stdin.end();
      await ended;
    },
  };
}

/** Returns so many loopback ports that nobody listens on. */
async function freePorts(count: number): Promise<readonly number[]> {
  const servers = Array.from({ length: count }, () => createServer());
  await Promise.all(servers.map((server) => once(server.listen(0, '127.0.0.1'), 'listening')));
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => once(server.close(), 'close')));
  return ports;
}

const ATTEMPTS = 3;

/** Starts a server on free ports; on others when somebody took one of them in that instant. */
export async function onFreePorts<T>(
  count: number,
  start: (ports: readonly number[]) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await start(await freePorts(count));
    } catch (failure) {
      if (attempt === ATTEMPTS) throw failure;
    }
  }
}

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('data', () => {
      resolve(true);
      socket.destroy();
    });
    socket.once('close', () => resolve(false));
    socket.once('error', () => resolve(false));
  });

const READY_MS = 10_000;
const LOOK_EVERY_MS = 15;

/**
 * Waits until a server greets; throws with what it wrote, and ends it, when it ends by itself or does
 * not greet within 10 s.
 */
export async function greeted(port: number, child: Child, told: () => string): Promise<void> {
  const endMs = performance.now() + READY_MS;
  while (performance.now() < endMs && !child.hasEnded()) {
    if (await answers(port)) return;
    await pause(LOOK_EVERY_MS);
  }
  await child.stop();
  throw new Error(`Nobody greets on port ${port}:\n${told()}`);
}

/** What a server wrote into its log so far. */
export function readLog(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
