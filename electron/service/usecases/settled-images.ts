import type { NewEvent } from '../../../shared/domain/event.ts';
import type { OutboxState } from '../../../shared/domain/outbox/types.ts';
import type { OutboxImages } from '../ports/images.ts';
import type { Logger } from '../ports/logger.ts';
import type { StagedFiles } from '../ports/staged-files.ts';
import type { ReadableStore } from '../ports/store.ts';

interface Parts {
  readonly images: OutboxImages;
  readonly outboxFiles: StagedFiles;
  readonly store: Pick<ReadableStore, 'outboxItem'>;
  readonly logger: Logger;
}

/**
 * Takes away the pictures of what these facts say has arrived or was dropped, and the files of mails
 * that left: those of a mail that was dropped come back with its draft.
 */
export function dropSettledImages(
  { images, outboxFiles, store, logger }: Parts,
  events: readonly NewEvent[],
): void {
  for (const event of events) {
    if (event.kind !== 'reply.state' || !OVER.has(event.payload.state)) continue;
    const item = store.outboxItem(event.payload.outboxId);
    const image = item?.image ?? null;
    const files = event.payload.state === 'sent' ? (item?.mail?.files ?? []) : [];
    const gone = [
      ...(image === null ? [] : [images.remove(image.id)]),
      ...files.map(({ id }) => outboxFiles.remove(id)),
    ];
    // What stays lying there goes at the next start.
    for (const one of gone) {
      one.catch((cause: unknown) => logger.error('outbox.file_stays', cause));
    }
  }
}

const OVER: ReadonlySet<OutboxState> = new Set<OutboxState>(['sent', 'cancelled']);
