import { closeSync, fstatSync, fsyncSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import type { DomainEvent, EventKind } from '../../../../shared/domain/event.ts';

/**
 * The facts of the outbox once more, in an append-only file beside the database: what somebody wrote
 * and sent must survive even a lost database (decision 0042). One JSON line each, on the disk
 * before the transaction commits.
 */
export interface OutboxJournal {
  /** Writes the outbox facts among `events`; returns when they are on the disk. */
  record(events: readonly DomainEvent[]): void;
  /** Its length in bytes. */
  end(): number;
  /** Takes back what a failed transaction had written after `end`. */
  truncate(end: number): void;
  close(): void;
}

/** One line: the fact, and with what is new in the outbox the fact that opened its conversation. */
export interface JournalEntry {
  readonly event: DomainEvent;
  readonly opened: DomainEvent | null;
}

const KINDS: ReadonlySet<EventKind> = new Set<EventKind>([
  'reply.queued',
  'reply.state',
  'action.queued',
  'action.state',
]);

const begins = ({ kind }: DomainEvent): boolean =>
  kind === 'reply.queued' || kind === 'action.queued';

/** Opens the journal for appending; `openingOf` finds the fact that opened a conversation. */
export function openJournal(
  file: string,
  openingOf: (conversationId: string) => DomainEvent | null,
): OutboxJournal {
  const handle = openSync(file, 'a', 0o600);
  const end = (): number => fstatSync(handle).size;
  return {
    record: (events) => {
      const lines = events
        .filter(({ kind }) => KINDS.has(kind))
        .map((event): string => {
          const opened =
            begins(event) && event.conversationId !== null ? openingOf(event.conversationId) : null;
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
