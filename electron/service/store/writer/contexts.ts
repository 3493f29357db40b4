import type { DomainEvent } from '../../../../shared/domain/event.ts';
import { compareEvents } from '../../../../shared/domain/event.ts';
import type { EventReader } from '../event-log.ts';
import type { WriteDb } from '../sqlite.ts';

/** Keeps, for each context, which event tells its newest state. */
export interface ContextWriter {
  observe(event: Extract<DomainEvent, { kind: 'context.observed' }>, seq: number): void;
}

/** Prepares the statements; the newest is decided by time, not by the order of arrival. */
export function contextWriter(db: WriteDb, events: EventReader): ContextWriter {
  const current = db
    .prepare('SELECT event_seq FROM context WHERE account_id = ? AND external_id = ?')
    .pluck();
  const write = db.prepare('INSERT OR REPLACE INTO context VALUES (?, ?, ?)');
  return {
    observe: (event, seq) => {
      if (event.accountId === null) return;
      const { externalId } = event.payload;
      const known = current.get(event.accountId, externalId) as number | undefined;
      const before = known === undefined ? null : events.bySeq(known);
      if (before !== null && compareEvents(before, event) > 0) return;
      write.run([event.accountId, externalId, seq]);
    },
  };
}
