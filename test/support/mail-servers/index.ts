import { inject } from 'vitest';
import { SetupError } from '../../../build/scripts/runtime/types.ts';
import { launchMailServers, type MailServers, type MailServersWanted } from './launch.ts';

export * from './launch.ts';

/**
 * Starts mail servers for a test file. Throws a {@link SetupError} that says what is left to do where
 * they are not installed. To be stopped.
 */
export async function startMailServers(wanted: MailServersWanted = {}): Promise<MailServers> {
  const missing = inject('mailServersMissing');
  if (missing !== null) throw new SetupError(missing);
  return launchMailServers(wanted);
}
