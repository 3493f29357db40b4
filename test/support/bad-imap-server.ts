import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';

/**
 * Starts a server that greets, lets everybody in and answers a command by its name: `answers` has whole
 * lines with `TAG` for the command's tag. For what no real server does on request.
 */
export async function startBadImap(
  answers: Readonly<Record<string, string>>,
  more = '',
): Promise<{ port: number; close: () => void }> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.write(`* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR${more}] pronto\r\n`);
    let rest = '';
    socket.on('data', (chunk: Buffer) => {
      const lines = (rest + chunk.toString()).split('\r\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        const [tag = '', command = '', next = ''] = line.split(' ');
        const name = (command === 'UID' ? `UID ${next}` : command).toUpperCase();
        socket.write((answers[name] ?? 'TAG OK fatto\r\n').replaceAll('TAG', tag));
      }
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const close = (): void => {
    sockets.forEach((socket) => socket.destroy());
    server.close();
  };
  return { port: (server.address() as AddressInfo).port, close };
}
