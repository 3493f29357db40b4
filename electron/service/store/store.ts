import type { RuleVersion } from '../../../shared/domain/conversation/projection.ts';
import type { DomainEvent } from '../../../shared/domain/event.ts';
import type { ReadableStore, WritableStore } from '../ports/store.ts';
import type { Clock, Ids } from '../ports/clock.ts';
import { backupTo } from './backup.ts';
import { checkAll } from './checks.ts';
import { eventReader, type EventReader } from './event-log.ts';
import { accountQueries } from './queries/account.ts';
import { conversationQueries } from './queries/conversation.ts';
import { customerQueries } from './queries/customer.ts';
import { inboxQueries } from './queries/inbox.ts';
import { knownQueries } from './queries/known.ts';
import { mailDeliveryQueries } from './queries/mail-delivery.ts';
import { mailQueries } from './queries/mail.ts';
import { obligationQueries } from './queries/obligation.ts';
import { outboxQueries } from './queries/outbox.ts';
import { platformStateQueries } from './queries/platform-state.ts';
import { sourceQueries } from './queries/sources.ts';
import { threadQueries } from './queries/threads.ts';
import { countQueries } from './queries/tally.ts';
import { foldSettings, type Settings } from './settings.ts';
import { withDiskErrors } from './sqlite-errors.ts';
import type { ReadDb, WriteDb } from './sqlite.ts';
import { appender, type Appender } from './writer/append.ts';
import { localWrites, readMarks } from './writer/local.ts';
import { openJournal, type OutboxJournal } from './writer/outbox-journal.ts';
import { mailWrites } from './writer/mail.ts';
import { projector } from './writer/projector.ts';
import { rebuild, rebuildCheck } from './writer/rebuild.ts';
import { sourceWrites } from './writer/sources.ts';
import { stamper } from './writer/stamp.ts';

/** What a store is made of. */
export interface StoreParts {
  readonly db: WriteDb;
  readonly ids: Ids;
  readonly clock: Clock;
  /** Names this machine in the logical clock. */
  readonly node: string;
  readonly journalFile: string;
  /** Runs before the journal is opened for writing. */
  readonly readyJournal: (events: EventReader) => void;
  /** Called when a read or a write meets damage. */
  readonly onDamage: () => void;
}

/** A store and the inner parts that opening needs. */
export interface AssembledStore {
  readonly methods: Omit<WritableStore, 'close'>;
  readonly events: EventReader;
  readonly appender: Appender;
  readonly journal: OutboxJournal;
}

/** Lets every method throw what the disk does as AppFailure, and tells of damage. */
function guarded<T extends object>(methods: T, onDamage: () => void): T {
  const wrapped = Object.entries(methods).map(([name, method]: [string, unknown]) => [
    name,
    typeof method === 'function'
      ? (...args: unknown[]): unknown => withDiskErrors((): unknown => method(...args), onDamage)
      : method,
  ]);
  return Object.fromEntries(wrapped) as T;
}

function latestRule({ rules }: Settings): RuleVersion {
  const latest = rules.versions.at(-1);
  if (latest === undefined) throw new Error('A workspace without rules');
  return latest;
}

function readable(db: ReadDb, events: EventReader, settings: () => Settings): ReadableStore {
  const latest = () => latestRule(settings());
  const setting = db.prepare('SELECT value FROM local_setting WHERE key = ?').pluck();
  return {
    account: (id) => settings().accounts.get(id) ?? null,
    accounts: () => [...settings().accounts.values()],
    teams: () => settings().teams,
    signatures: () => settings().signatures,
    policy: () => latest().policy,
    calendar: () => latest().calendar.definition,
    rules: () => settings().rules,
    localSetting: (key) => (setting.get(key) as string | undefined) ?? null,
    lastEventSeq: () => events.lastSeq(),
    ...accountQueries(db),
    ...sourceQueries(db),
    ...platformStateQueries(db),
    ...threadQueries(db),
    ...knownQueries(db),
    ...inboxQueries(db),
    ...countQueries(db),
    ...conversationQueries(db, events, () => settings().rules),
    ...obligationQueries(db),
    ...outboxQueries(db),
    ...mailQueries(db),
    ...mailDeliveryQueries(db),
    ...customerQueries(db, events),
  };
}

/** Puts queries and writer over an open, migrated database. */
export function assembleStore(parts: StoreParts): AssembledStore {
  const { db } = parts;
  const events = eventReader(db);
  let settings = foldSettings(events.settings());
  parts.readyJournal(events);
  const journal = openJournal(parts.journalFile, (conversationId): DomainEvent | null => {
    const own = events.ofConversation(conversationId);
    return own.find((event) => event.kind === 'conversation.opened') ?? null;
  });
  const projected = projector(db);
  const making = { db, events, projector: projected, settings: () => settings };
  const writer = appender({
    ...making,
    stamper: stamper(parts, events.lastHlc()),
    journal,
    setSettings: (next) => {
      settings = next;
    },
  });
  const marks = readMarks(db, parts.clock);
  const methods: AssembledStore['methods'] = {
    ...readable(db, events, () => settings),
    ...localWrites(db),
    ...sourceWrites(db),
    ...mailWrites(db),
    together: (work) => void db.transaction(work).immediate(),
    append: (facts) => writer.append(facts),
    appendRead: (facts, local) => writer.append(facts, (stamped) => marks.write(local, stamped)),
    rebuild: (onProgress) => rebuild(making, onProgress),
    rebuildCheck: (onProgress) => rebuildCheck(making, onProgress),
    backup: (file) => backupTo(db, file),
    check: () => checkAll(db),
  };
  return { methods: guarded(methods, parts.onDamage), events, appender: writer, journal };
}
