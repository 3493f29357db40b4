import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import type { Contract } from '../../shared/contract/contract.ts';

/**
 * Asks for the inbox's first page as a window does, and throws the answer away. The first call of a
 * process costs many times the second; so it is over when the window, still opening, asks its own.
 */
export async function warmUp(serve: (port: MessagePort) => void): Promise<void> {
  const { port1: port, port2 } = new MessageChannel();
  serve(port2);
  for (const end of [port, port2]) end.start();
  const client: ContractRouterClient<Contract> = createORPCClient(new RPCLink({ port }));
  try {
    await client.inbox.page({ view: 'to_answer', filter: {}, cursor: null, limit: 100 });
  } catch {
    // The window meets the same trouble and shows it.
  } finally {
    port.close();
  }
}
