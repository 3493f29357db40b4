import { MessageChannel } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import { RPCHandler } from '@orpc/server/message-port';
import { onTestFinished } from 'vitest';
import { router, type ApiContext } from '../../electron/service/api/index.ts';
import type { Contract } from '../../shared/contract/contract.ts';
import { ok } from '../../shared/kernel/result.ts';
import type { TestWorld } from './service.ts';

/** The contract as a page calls it. */
export type PageClient = ContractRouterClient<Contract>;

/** Connects a client to the service over a real message port. */
export function connectPage(workspace: ApiContext['workspace']): PageClient {
  const { port1, port2 } = new MessageChannel();
  onTestFinished(() => port1.close());
  new RPCHandler(router).upgrade(port2, {
    context: {
      workspace,
      runtime: { kind: 'child', node: '24', napi: '10' },
      profileDir: 'somewhere',
      practiceWorkspace: false,
      logger: { info: () => {}, warn: () => {}, error: () => {} },
    },
  });
  port1.start();
  port2.start();
  return createORPCClient(new RPCLink({ port: port1 }));
}

/** The same to the service of a test world, as it runs now. */
export const clientOf = (world: Pick<TestWorld, 'service'>): PageClient =>
  connectPage(ok(world.service()));
