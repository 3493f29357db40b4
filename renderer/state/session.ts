import type { AppError } from '../../shared/kernel/app-error.ts';
import type { ConnectionState } from '../lib/service/index.ts';
import type { Hello } from './service.ts';

/** How the page stands with the service and the network. */
export interface SessionState {
  readonly status: ConnectionState['status'];
  readonly failure: ConnectionState['failure'];
  readonly hello: Hello | null;
  /** Why the first call failed, or null. */
  readonly helloError: AppError | null;
  readonly online: boolean;
}

/** Before anything is known. */
export const initialSession: SessionState = {
  status: 'connecting',
  failure: null,
  hello: null,
  helloError: null,
  online: true,
};
