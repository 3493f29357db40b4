import { closeSync, fstatSync, fsyncSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import type { DomainEvent } from '../../../../shared/domain/event.ts';

/**
 * The facts of replies once more, in an append-only file beside the database: what somebody wrote
 * and sent must survive even a lost database (decision 0042). One JSON line each, on the disk
 * before the transaction commits.
 */
export interface OutboxJournal {
  /** Writes the reply facts among `events`; returns when they are on the disk. */
  record(events: readonly DomainEvent[]): void;
  /** Its length in bytes. */
  end(): number;
  /** Takes back what a failed transaction had written after `end`. */
  truncate(end: number): void;
  close(): void;
}

/** One line: the fact, and with a new reply the fact that opened its conversation. */
export interface JournalEntry {
  readonly event: DomainEvent;
  readonly opened: DomainEvent | null;
}

const isReply = (event: DomainEvent): boolean =>
  event.kind === 'reply.queued' || event.kind === 'reply.state';

/** Opens the journal for appending; `openingOf` finds the fact that opened a conversation. */
export function openJournal(
  file: string,
  openingOf: (conversationId: string) => DomainEvent | null,
): OutboxJournal {
  const handle = openSync(file, 'a', 0o600);
  const end = (): number => fstatSync(handle).size;
  return {
    record: (events) => {
      const lines = events.filter(isReply).map((event): string => {
        const opened =
          event.kind === 'reply.queued' && event.conversationId !== null
            ? openingOf(event.conversationId)
            : null;
        return `${JSON.stringify({ event, opened } satisfies JournalEntry)}\n`;
      });
      if (lines.length === 0) return;
      writeSync(handle, lines.join(''));
      fsyncSync(handle);
    },
    end,
    truncate: (length) => {
      if (end() > length) ftruncateSync(handle, length);
    },
    close: () => closeSync(handle),
  };
}
