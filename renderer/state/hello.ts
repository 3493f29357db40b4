import { CONTRACT_VERSION } from '../../shared/contract/version.ts';
import { ask } from './service.ts';
import { update } from './store.ts';

/** Asks the service who it is, which teams there are and who sits here. */
export async function refreshHello(): Promise<void> {
  const answer = await ask((service) =>
    service.system.hello({ contractVersion: CONTRACT_VERSION }),
  );
  if (!answer.ok) return update.session(() => ({ helloError: answer.error }));
  const { online } = answer.value;
  update.session(() => ({ hello: answer.value, helloError: null, online }));
}
