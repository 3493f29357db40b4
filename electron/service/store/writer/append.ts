import { isPersonFact } from '../../../../shared/domain/customer/customers.ts';
import type { DomainEvent, NewEvent } from '../../../../shared/domain/event.ts';
import type { AppendResult } from '../../ports/store.ts';
import { eventWriter, type EventReader } from '../event-log.ts';
import { foldSettings, rulesDifferFrom, type Settings } from '../settings.ts';
import type { WriteDb } from '../sqlite.ts';
import { contextWriter } from './contexts.ts';
import { writeCustomers } from './customers.ts';
import type { OutboxJournal } from './outbox-journal.ts';
import type { Projector } from './projector.ts';
import type { Stamper } from './stamp.ts';

/** What an append works with. */
export interface AppendParts {
  readonly db: WriteDb;
  readonly events: EventReader;
  readonly stamper: Stamper;
  readonly projector: Projector;
  readonly journal: OutboxJournal;
  readonly settings: () => Settings;
  readonly setSettings: (settings: Settings) => void;
}

/** Local marks that go into the same transaction. */
export type AlsoWrite = (events: readonly DomainEvent[]) => void;

export interface Appender {
  append(events: readonly NewEvent[], also?: AlsoWrite): AppendResult;
  /** Facts that were stamped before: from the journal, after a loss. */
  replay(events: readonly DomainEvent[]): AppendResult;
}

const isSetting = (event: DomainEvent): boolean =>
  event.conversationId === null && event.kind !== 'context.observed' && !isPersonFact(event);

const unique = (values: readonly (string | null)[]): readonly string[] => [
  ...new Set(values.filter((value) => value !== null)),
];

/** Events and everything made from them in one transaction; memory follows after the commit. */
export function appender(parts: AppendParts): Appender {
  const { db, stamper, journal } = parts;
  const insert = eventWriter(db);
  const contexts = contextWriter(db, parts.events);
  const commit = db.transaction((events: readonly DomainEvent[], also: AlsoWrite | null) => {
    const fresh = freshConversations(parts.events, events);
    for (const event of events) {
      const seq = insert(event);
      if (event.kind === 'context.observed') contexts.observe(event, seq);
    }
    const next = events.some(isSetting) ? foldSettings(parts.events.settings()) : null;
    projectTouched(parts, { events, fresh, next });
    if (events.some(isPersonFact)) writeCustomers(db, parts.events.personFacts());
    also?.(events);
    journal.record(events);
    return next;
  });

  const write = (events: readonly DomainEvent[], also: AlsoWrite | null): AppendResult => {
    const journalEnd = journal.end();
    let next: Settings | null;
    try {
      next = commit.immediate(events, also);
    } catch (cause) {
      journal.truncate(journalEnd);
      throw cause;
    }
    if (next !== null) parts.setSettings(next);
    return {
      events,
      conversationIds: unique(events.map((event) => event.conversationId)),
      accountIds: unique(
        events.filter((event) => event.kind.startsWith('account.')).map((e) => e.accountId),
      ),
      settings: next !== null,
    };
  };
  return {
    append: (events, also) => {
      const result = write(stamper.stamp(events), also ?? null);
      stamper.keep();
      return result;
    },
    replay: (events) => {
      const result = write(events, null);
      stamper.resume(events);
      return result;
    },
  };
}

interface Touched {
  readonly events: readonly DomainEvent[];
  /** All events of conversations that begin in this append, by id. */
  readonly fresh: ReadonlyMap<string, readonly DomainEvent[]>;
  /** The settings from now on, when the append changes them. */
  readonly next: Settings | null;
}

/** Groups the events of conversations of which the log knows nothing yet. */
function freshConversations(
  reader: EventReader,
  events: readonly DomainEvent[],
): ReadonlyMap<string, readonly DomainEvent[]> {
  const fresh = new Map<string, DomainEvent[]>();
  const known = new Set<string>();
  for (const event of events) {
    const id = event.conversationId;
    if (id === null || known.has(id)) continue;
    const own = fresh.get(id);
    if (own !== undefined) own.push(event);
    else if (reader.hasConversation(id)) known.add(id);
    else fresh.set(id, [event]);
  }
  return fresh;
}

function projectTouched(parts: AppendParts, { events, fresh, next }: Touched): void {
  const settings = next ?? parts.settings();
  const touched = new Set(unique(events.map((event) => event.conversationId)));
  if (next !== null) {
    for (const id of touchedBySettings(parts, next)) touched.add(id);
  }
  for (const id of touched) {
    const ownEvents = fresh.get(id) ?? parts.events.ofConversation(id);
    const accountId = ownEvents[0]?.accountId ?? null;
    if (accountId !== null && settings.removedAccounts.has(accountId)) parts.projector.remove(id);
    else if (fresh.has(id)) parts.projector.insert(ownEvents, settings.rules);
    else parts.projector.replace(id, ownEvents, settings.rules);
  }
}

/** Conversations whose deadlines follow other rules now, or whose account went or came back. */
function touchedBySettings(parts: AppendParts, next: Settings): readonly string[] {
  const before = parts.settings();
  const fromMs = rulesDifferFrom(before.rules, next.rules);
  const ids =
    fromMs === null
      ? []
      : (parts.db
          .prepare('SELECT DISTINCT conversation_id FROM obligation WHERE started_at_ms >= ?')
          .pluck()
          .all(fromMs) as string[]);
  const accounts = [
    ...[...next.removedAccounts].filter((id) => !before.removedAccounts.has(id)),
    ...[...before.removedAccounts].filter((id) => !next.removedAccounts.has(id)),
  ];
  return [...ids, ...accounts.flatMap((id) => parts.events.conversationsOfAccount(id))];
}
