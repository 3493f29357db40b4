import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A line between a client and a server that a test can spoil. */
export interface TcpProxy {
  readonly port: number;
  /** Lines that were opened so far. */
  opened(): number;
  /** Breaks each line that is opened from now on after so many bytes from the server; null: none. */
  cutAfter(bytes: number | null): void;
  /** Breaks all lines at once. */
  cut(): void;
  /** Ends the server's side of all lines, while the client may go on talking. */
  halfClose(): void;
  /** Holds back what the server says, until `false`: the lines stand and are silent. */
  silence(on: boolean): void;
  close(): Promise<void>;
}

interface Pair {
  readonly client: Socket;
  readonly server: Socket;
  heard: number;
}

/** Starts a proxy on a free loopback port before `target`. */
export async function startTcpProxy(target: number): Promise<TcpProxy> {
  const pairs = new Set<Pair>();
  let opened = 0;
  let limit: number | null = null;
  let silent = false;
  const drop = (pair: Pair): void => {
    pair.client.destroy();
    pair.server.destroy();
    pairs.delete(pair);
  };
  const proxy = createServer((client) => {
    opened += 1;
    const pair: Pair = { client, server: connect(target, '127.0.0.1'), heard: 0 };
    const cutAt = limit;
    pairs.add(pair);
    if (silent) pair.server.pause();
    client.pipe(pair.server);
    pair.server.on('data', (chunk: Buffer) => {
      const room = cutAt === null ? chunk.length : cutAt - pair.heard;
      pair.heard += chunk.length;
      if (chunk.length <= room) client.write(chunk);
      else client.write(chunk.subarray(0, Math.max(0, room)), () => drop(pair));
    });
    pair.server.on('end', () => client.end());
    for (const socket of [client, pair.server]) {
      socket.on('error', () => drop(pair));
      socket.on('close', () => drop(pair));
    }
  });
  await once(proxy.listen(0, '127.0.0.1'), 'listening');
  return {
    port: (proxy.address() as AddressInfo).port,
    opened: () => opened,
    cutAfter: (bytes) => {
      limit = bytes;
    },
    cut: () => pairs.forEach(drop),
    halfClose: () => pairs.forEach(({ client }) => client.end()),
    silence: (on) => {
      silent = on;
      for (const { server } of pairs) (on ? server.pause : server.resume).call(server);
    },
    close: async () => {
      pairs.forEach(drop);
      await once(proxy.close(), 'close');
    },
  };
}
