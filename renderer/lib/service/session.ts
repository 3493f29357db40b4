import { createORPCClient, type ClientContext, type ClientLink } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import { ResponseValidationPlugin } from '@orpc/contract/plugins';
import { contract, type Contract } from '../../../shared/contract/contract.ts';
import { openPagePort } from './page-port.ts';

/** The service, typed by the contract. */
export type ServiceClient = ContractRouterClient<Contract>;

/** One channel to one run of the service. Answers are checked against the contract. */
export interface Session {
  readonly link: ClientLink<ClientContext>;
  /** Calls over this session alone: they fail with it. */
  readonly client: ServiceClient;
  /** Once gone, a call that failed may or may not have reached the service. */
  isGone(): boolean;
  drop(): void;
}

/** Opens a session over a port that has just arrived; `onGone` is called once, at its end. */
export function openSession(raw: MessagePort, onGone: () => void): Session {
  const { port, isGone, drop } = openPagePort(raw, onGone);
  const plugins = [new ResponseValidationPlugin<ClientContext>(contract)];
  const link = new RPCLink<ClientContext>({ port, plugins });
  return { link, client: createORPCClient(link), isGone, drop };
}
