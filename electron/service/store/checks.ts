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

/** The full-text indexes: of what was said, and of who said it. */
export const FULL_TEXTS = ['message_text', 'participant_name'] as const;

/** Compares the full-text indexes with their texts; the command is an INSERT that writes nothing. */
export const fullTextFindings = (db: WriteDb): readonly string[] =>
  FULL_TEXTS.filter((index) => !matchesTexts(db, index)).map(
    (index) => `${index}: the full-text index does not match its texts`,
  );

function matchesTexts(db: WriteDb, index: string): boolean {
  try {
    db.exec(`INSERT INTO ${index} (${index}, rank) VALUES ('integrity-check', 1)`);
    return true;
  } catch (cause) {
    if (diskErrorOf(cause)?.code !== 'workspace_damaged') throw cause;
    return false;
  }
}

/** Pages, references and full text, for `doctor`. */
export function checkAll(db: WriteDb): CheckReport {
  const findings = [...quickFindings(db), ...foreignKeyFindings(db), ...fullTextFindings(db)];
  return { ok: findings.length === 0, findings };
}
