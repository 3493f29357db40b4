import { isPersonFact, type PersonFact } from '../../../shared/domain/customer/customers.ts';
import type { DomainEvent } from '../../../shared/domain/event.ts';
import type { ReadDb, WriteDb } from './sqlite.ts';

type EventColumns = readonly [
  opId: string,
  hlc: string,
  actor: string,
  kind: string,
  accountId: string | null,
  conversationId: string | null,
  happenedAtMs: number,
  observedAtMs: number,
  payload: string,
];

const COLUMNS =
  'op_id, hlc, actor, kind, account_id, conversation_id, happened_at_ms, observed_at_ms, payload';

/** Rows were written from a DomainEvent by {@link eventWriter}; nothing else may write them. */
const toEvent = (row: EventColumns): DomainEvent =>
  ({
    opId: row[0],
    hlc: row[1],
    actor: row[2],
    kind: row[3],
    accountId: row[4],
    conversationId: row[5],
    happenedAtMs: row[6],
    observedAtMs: row[7],
    payload: JSON.parse(row[8]) as unknown,
  }) as DomainEvent;

/** Reads facts in the order in which they were appended. */
export interface EventReader {
  ofConversation(conversationId: string): readonly DomainEvent[];
  /** Everything that belongs to no conversation, contexts left out: accounts, teams, rules. */
  settings(): readonly DomainEvent[];
  /** Who was said to be whom. */
  personFacts(): readonly PersonFact[];
  bySeq(seq: number): DomainEvent | null;
  knows(opId: string): boolean;
  hasConversation(conversationId: string): boolean;
  conversationsOfAccount(accountId: string): readonly string[];
  lastSeq(): number;
  /** The newest stamp; null in an empty log. */
  lastHlc(): string | null;
  conversationIds(): readonly string[];
}

/** Prepares the reading side of the log. */
export function eventReader(db: ReadDb): EventReader {
  const many = (where: string) =>
    db.prepare(`SELECT ${COLUMNS} FROM event WHERE ${where} ORDER BY seq`).raw();
  const one = (sql: string) => db.prepare(sql).pluck();
  const ofConversation = many('conversation_id = ?');
  const settings = many("conversation_id IS NULL AND kind <> 'context.observed'");
  // The first two conditions are those of the index.
  const personFacts = many(
    "conversation_id IS NULL AND kind <> 'context.observed' AND kind BETWEEN 'person.' AND 'person/'",
  );
  const bySeq = many('seq = ?');
  const knows = one('SELECT 1 FROM event WHERE op_id = ?');
  const hasConversation = one('SELECT 1 FROM event WHERE conversation_id = ? LIMIT 1');
  const ofAccount = one(
    "SELECT DISTINCT conversation_id FROM event WHERE account_id = ? AND kind = 'conversation.opened'",
  );
  const lastSeq = one('SELECT coalesce(max(seq), 0) FROM event');
  // The newest stamp is among the last rows, but need not be the last: facts that were brought back
  // after a loss keep their old stamps.
  const lastHlc = one('SELECT max(hlc) FROM (SELECT hlc FROM event ORDER BY seq DESC LIMIT 1000)');
  const conversationIds = one(
    'SELECT DISTINCT conversation_id FROM event WHERE conversation_id IS NOT NULL',
  );
  return {
    ofConversation: (id) => (ofConversation.all(id) as EventColumns[]).map(toEvent),
    settings: () => (settings.all() as EventColumns[]).map(toEvent),
    personFacts: () => (personFacts.all() as EventColumns[]).map(toEvent).filter(isPersonFact),
    bySeq: (seq) => {
      const row = bySeq.get(seq) as EventColumns | undefined;
      return row === undefined ? null : toEvent(row);
    },
    knows: (opId) => knows.get(opId) !== undefined,
    hasConversation: (id) => hasConversation.get(id) !== undefined,
    conversationsOfAccount: (id) => ofAccount.all(id) as string[],
    lastSeq: () => Number(lastSeq.get()),
    lastHlc: () => lastHlc.get() as string | null,
    conversationIds: () => conversationIds.all() as string[],
  };
}

/** Prepares the one statement that writes the log; returns the new row's `seq`. */
export function eventWriter(db: WriteDb): (event: DomainEvent) => number {
  const insert = db.prepare(`INSERT INTO event (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  return (event) =>
    Number(
      insert.run([
        event.opId,
        event.hlc,
        event.actor,
        event.kind,
        event.accountId,
        event.conversationId,
        event.happenedAtMs,
        event.observedAtMs,
        JSON.stringify(event.payload),
      ]).lastInsertRowid,
    );
}
