import { CONTRACT_VERSION } from '../../shared/contract/version.ts';
import { ask } from './service.ts';
import { update } from './store.ts';

/** The person has read what was repaired; the service then tells all pages anew. */
export async function recoveryRead(): Promise<void> {
  await ask((service) => service.system.recoveryRead());
}

/** Asks the service who it is, which teams there are and who sits here. */
export async function refreshHello(): Promise<void> {
  const answer = await ask((service) =>
    service.system.hello({ contractVersion: CONTRACT_VERSION }),
  );
  if (!answer.ok) return update.session(() => ({ helloError: answer.error }));
  const { online } = answer.value;
  update.session(() => ({ hello: answer.value, helloError: null, online }));
}
