import { errorCode } from '../../../shared/contract/schemas.ts';
import type { OutboxItem, OutboxState } from '../../../shared/domain/outbox/types.ts';
import { appError } from '../../../shared/kernel/app-error.ts';
import { EXIT, print, printError, progress, progressDone } from './output.ts';
import type { Session } from './session.ts';

/** Waits until it is known what became of something in the outbox, and prints it. */
export async function waitAndPrint(session: Session, item: OutboxItem): Promise<void> {
  const { id, action, state, externalId, reason } = await settled(session, item);
  print({ outboxId: id, action, state, externalId, reason });
  if (state === 'sent') return;
  process.exitCode = EXIT.failed;
  printError(appError(errorCode.catch('conflict').parse(reason)));
}

/** In these something more will become of it without a person, and soon. */
const MOVING: readonly OutboxState[] = ['queued', 'sending', 'unknown', 'reconciling'];

/** Resolves once it rests, or the person stops waiting: it then stays in the outbox. */
async function settled({ inbox, signal }: Session, item: OutboxItem): Promise<OutboxItem> {
  const current = (): OutboxItem => inbox.store.outboxItem(item.id) ?? item;
  await new Promise<void>((resolve) => {
    const look = (): void => {
      progress(current().state);
      if (!MOVING.includes(current().state) || signal.aborted) resolve();
    };
    inbox.changes.listen(look);
    signal.addEventListener('abort', look);
    look();
  });
  progressDone();
  return current();
}
