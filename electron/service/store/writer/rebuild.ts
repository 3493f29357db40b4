import type { CheckReport } from '../../ports/store.ts';
import type { EventReader } from '../event-log.ts';
import type { Settings } from '../settings.ts';
import type { SqlValue, WriteDb } from '../sqlite.ts';
import { FULL_TEXTS, fullTextFindings } from '../checks.ts';
import { customerRows, storedCustomers, writeCustomers } from './customers.ts';
import { PROJECTION_TABLES, type Projector } from './projector.ts';

/** What making everything anew works with. */
export interface RebuildParts {
  readonly db: WriteDb;
  readonly events: EventReader;
  readonly projector: Projector;
  readonly settings: () => Settings;
}

export type Progress = (done: number, total: number) => void;

/** Each context's newest observation, by time and then by id. */
const CONTEXTS = `SELECT account_id, external_id, seq FROM (
  SELECT account_id, json_extract(payload, '$.externalId') AS external_id, seq,
    row_number() OVER (
      PARTITION BY account_id, json_extract(payload, '$.externalId')
      ORDER BY happened_at_ms DESC, op_id DESC
    ) AS place
  FROM event WHERE kind = 'context.observed' AND account_id IS NOT NULL
) WHERE place = 1`;

const TALLY = `SELECT status, team_id, account_id, kind, coalesce(assignee, ''),
  count(*), sum(message_count) FROM conversation GROUP BY 1, 2, 3, 4, 5`;

/** Findings beyond this number are counted, not listed. */
const MOST_FINDINGS = 50;

/** Reports every so many conversations. */
const PROGRESS_EVERY = 500;

/** Calls `visit` with each conversation that should be shown, or null for one of a removed account. */
function eachConversation(
  { events, settings }: RebuildParts,
  onProgress: Progress | undefined,
  visit: (id: string, own: ReturnType<EventReader['ofConversation']> | null) => void,
): void {
  const ids = events.conversationIds();
  const { removedAccounts } = settings();
  for (const [index, id] of ids.entries()) {
    const own = events.ofConversation(id);
    const accountId = own[0]?.accountId ?? null;
    visit(id, accountId !== null && removedAccounts.has(accountId) ? null : own);
    if ((index + 1) % PROGRESS_EVERY === 0) onProgress?.(index + 1, ids.length);
  }
  onProgress?.(ids.length, ids.length);
}

interface TriggerRow {
  readonly name: string;
  readonly sql: string;
}

/** Runs `work` without the triggers of the projections; what they keep is made anew by the caller. */
function withoutTriggers(db: WriteDb, work: () => void): void {
  const triggers = db
    .prepare(
      `SELECT name, sql FROM sqlite_schema
       WHERE type = 'trigger' AND tbl_name IN ('conversation', 'message', 'participant')`,
    )
    .all() as TriggerRow[];
  for (const { name } of triggers) db.exec(`DROP TRIGGER "${name}"`);
  work();
  for (const { sql } of triggers) db.exec(sql);
}

/** Empties every projection and makes it anew from the events, in one transaction. */
export function rebuild(parts: RebuildParts, onProgress?: Progress): void {
  const { db, projector, settings } = parts;
  db.transaction(() => {
    withoutTriggers(db, () => {
      for (const table of [...PROJECTION_TABLES, 'context', 'tally']) {
        db.exec(`DELETE FROM ${table}`);
      }
      eachConversation(parts, onProgress, (_id, own) => {
        if (own !== null) projector.insert(own, settings().rules);
      });
    });
    db.exec(`INSERT INTO context ${CONTEXTS}`);
    db.exec(`INSERT INTO tally ${TALLY}`);
    for (const index of FULL_TEXTS) db.exec(`INSERT INTO ${index} (${index}) VALUES ('rebuild')`);
    writeCustomers(db, parts.events.personFacts());
  }).immediate();
}

/** Rows that are in one of two selections only, either way. */
function differing(db: WriteDb, stored: string, made: string): number {
  const sql = `SELECT (SELECT count(*) FROM (SELECT * FROM (${stored}) EXCEPT SELECT * FROM (${made})))
    + (SELECT count(*) FROM (SELECT * FROM (${made}) EXCEPT SELECT * FROM (${stored})))`;
  return Number(db.prepare(sql).pluck().get());
}

/** Compares what is stored with what the events say, row by row; changes nothing. */
export function rebuildCheck(parts: RebuildParts, onProgress?: Progress): CheckReport {
  const { db, projector, settings } = parts;
  const findings: string[] = [];
  const stored = db.prepare('SELECT id FROM conversation').pluck();
  const strangers = new Set(stored.all() as SqlValue[]);
  eachConversation(parts, onProgress, (id, own) => {
    if (own === null) return;
    strangers.delete(id);
    for (const table of projector.differences(id, own, settings().rules)) {
      findings.push(`${table}: rows of conversation ${id} are not what its events say`);
    }
  });
  for (const id of strangers) findings.push(`conversation: ${String(id)} has no events to show`);
  const contexts = differing(db, 'SELECT * FROM context', CONTEXTS);
  if (contexts > 0) findings.push(`context: ${contexts} rows differ`);
  const tally = differing(db, 'SELECT * FROM tally WHERE conversations <> 0', TALLY);
  if (tally > 0) findings.push(`tally: ${tally} rows differ`);
  if (storedCustomers(db).join() !== customerRows(parts.events.personFacts()).join()) {
    findings.push('customer: rows are not what was said of people');
  }
  findings.push(...fullTextFindings(db));
  return { ok: findings.length === 0, findings: shortened(findings) };
}

const shortened = (findings: readonly string[]): readonly string[] =>
  findings.length <= MOST_FINDINGS
    ? findings
    : [...findings.slice(0, MOST_FINDINGS), `… and ${findings.length - MOST_FINDINGS} more`];
