import type { ChangeRecord } from '../../../shared/contract/contract.ts';
import type { Session } from './session.ts';

/** How soon a subscription that broke within a living session is made anew. */
const AGAIN_MS = 500;

export interface ChangesOptions {
  /** There was a session before this one: what changed in between is not known. */
  readonly resumed: boolean;
  readonly emit: (record: ChangeRecord) => void;
}

/**
 * Emits the change records of one session until it is gone. After any break an `everything` record
 * comes first, and only once the new subscription stands: nothing can slip through between.
 */
export async function followChanges(session: Session, options: ChangesOptions): Promise<void> {
  let { resumed } = options;
  while (!session.isGone()) {
    try {
      const records = await session.client.system.changes();
      if (resumed) options.emit({ type: 'everything' });
      for await (const record of records) options.emit(record);
    } catch {
      // Gone, or broken: the loop tells which.
    }
    resumed = true;
    if (!session.isGone()) await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
  }
}
