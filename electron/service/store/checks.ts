import type { CheckReport } from '../ports/store.ts';
import type { ReadDb, WriteDb } from './sqlite.ts';
import { diskErrorOf } from './sqlite-errors.ts';

/** Empty when SQLite's quick check finds nothing wrong; else its first words. */
export function quickFindings(db: ReadDb): readonly string[] {
  const rows = db.prepare('PRAGMA quick_check(1)').pluck().all() as string[];
  return rows.length === 1 && rows[0] === 'ok' ? [] : rows.map((row) => `pages: ${row}`);
}

interface ForeignKeyRow {
  readonly table: string;
  readonly parent: string;
}

function foreignKeyFindings(db: ReadDb): readonly string[] {
  const rows = db.prepare('PRAGMA foreign_key_check').all() as ForeignKeyRow[];
  const lost = new Map<string, number>();
  for (const { table, parent } of rows) {
    const key = `${table} without its ${parent}`;
    lost.set(key, (lost.get(key) ?? 0) + 1);
  }
  return [...lost].map(([what, count]) => `rows: ${count} of ${what}`);
}

/** Compares the full-text index with the messages' texts; the command is an INSERT that writes nothing. */
export function fullTextFindings(db: WriteDb): readonly string[] {
  try {
    db.exec(`INSERT INTO message_text (message_text, rank) VALUES ('integrity-check', 1)`);
    return [];
  } catch (cause) {
    if (diskErrorOf(cause)?.code !== 'workspace_damaged') throw cause;
    return ['message_text: the full-text index does not match the messages'];
  }
}

/** Pages, references and full text, for `doctor`. */
export function checkAll(db: WriteDb): CheckReport {
  const findings = [...quickFindings(db), ...foreignKeyFindings(db), ...fullTextFindings(db)];
  return { ok: findings.length === 0, findings };
}
