import type { NewEvent } from '../../../shared/domain/event.ts';
import type { OutboxState } from '../../../shared/domain/outbox/types.ts';
import type { OutboxImages } from '../ports/images.ts';
import type { Logger } from '../ports/logger.ts';
import type { ReadableStore } from '../ports/store.ts';

interface Parts {
  readonly images: OutboxImages;
  readonly store: Pick<ReadableStore, 'outboxItem'>;
  readonly logger: Logger;
}

/** Takes away the pictures of what these facts say has arrived or was dropped. */
export function dropSettledImages(
  { images, store, logger }: Parts,
  events: readonly NewEvent[],
): void {
  for (const event of events) {
    if (event.kind !== 'reply.state' || !OVER.has(event.payload.state)) continue;
    const image = store.outboxItem(event.payload.outboxId)?.image ?? null;
    if (image === null) continue;
    // What stays lying there goes at the next start.
    images.remove(image.id).catch((cause: unknown) => logger.error('outbox.image_stays', cause));
  }
}

const OVER: ReadonlySet<OutboxState> = new Set<OutboxState>(['sent', 'cancelled']);
