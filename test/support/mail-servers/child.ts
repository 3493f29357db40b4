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
  /** Ends it and waits for its end. */
  stop(): Promise<void>;
}

/**
 * Starts a server that stays in the foreground. It ends with us, however we end: a shell waits for
 * its input to close, which the kernel does, and then ends it.
 */
export function startChild(command: string, args: readonly string[], owner: Owner | null): Child {
  const script = '"$@" </dev/null & server=$!; cat >/dev/null; kill $server; wait $server';
  const child = spawn('/bin/sh', ['-c', script, 'sh', command, ...args], {
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
    stop: async () => {
      child.stdin.end();
      await ended;
    },
  };
}

/** Returns so many loopback ports that nobody listens on. */
export async function freePorts(count: number): Promise<readonly number[]> {
  const servers = Array.from({ length: count }, () => createServer());
  await Promise.all(servers.map((server) => once(server.listen(0, '127.0.0.1'), 'listening')));
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => once(server.close(), 'close')));
  return ports;
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

/** Waits until a server greets; throws with what it wrote when it does not within 10 s. */
export async function greeted(port: number, told: () => string): Promise<void> {
  const endMs = performance.now() + READY_MS;
  while (performance.now() < endMs) {
    if (await answers(port)) return;
    await pause(LOOK_EVERY_MS);
  }
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
