import type { InferContractRouterOutputs } from '@orpc/contract';
import type { Contract } from '../../shared/contract/contract.ts';
import { appError, type AppError } from '../../shared/kernel/app-error.ts';
import { err, type Result } from '../../shared/kernel/result.ts';
import { attempt, type ServiceClient } from '../lib/service/index.ts';

/** What each procedure of the contract answers. */
export type Answers = InferContractRouterOutputs<Contract>;

/** Who the service is, which teams there are, who sits here. */
export type Hello = Answers['system']['hello'];

let client: ServiceClient | null = null;

/** Sets the service that all actions talk to. Called once, before the first action. */
export function setServiceClient(next: ServiceClient): void {
  client = next;
}

/** Calls the service; a failure comes back as a value and never as an exception. */
export const ask = <T>(
  call: (service: ServiceClient) => Promise<T>,
): Promise<Result<T, AppError>> =>
  client === null ? Promise.resolve(err(appError('service_stopped'))) : attempt(call(client));
