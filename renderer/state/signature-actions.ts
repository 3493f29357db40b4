import type { SignatureView } from '../../shared/contract/mail-schemas.ts';
import type { AppError } from '../../shared/kernel/app-error.ts';
import { ask } from './service.ts';
import { update } from './store.ts';

/** Reads what stands below the answers of each team. */
export async function loadSignatures(): Promise<void> {
  const answer = await ask((service) => service.mail.signatures());
  update.settings(() => ({
    signatures: answer.ok
      ? { known: answer.value, error: null }
      : { known: null, error: answer.error },
  }));
}

/** What is on the screen next is read anew: a field that was just left is saved by then. */
export const forgetSignatures = (): void =>
  update.settings(() => ({ signatures: { known: null, error: null } }));

/** Keeps a signature; an empty one takes it away. Null when it is kept, else why not. */
export async function saveSignature(wanted: SignatureView): Promise<AppError | null> {
  const answer = await ask((service) => service.mail.setSignature(wanted));
  return answer.ok ? null : answer.error;
}
