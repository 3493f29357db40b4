import type { SqlValue, WriteDb } from '../sqlite.ts';

/** A table made from conversations. Its first column tells the rows of one conversation apart. */
export interface ProjectionTable {
  readonly name: string;
  /** The column that holds the conversation's id. */
  readonly owner: string;
  readonly columns: readonly string[];
}

export type SqlRow = readonly SqlValue[];

/** Writes and reads the rows of one {@link ProjectionTable}, a conversation at a time. */
export interface RowWriter {
  readonly table: ProjectionTable;
  /** Adds rows of a conversation that has none yet. */
  insert(rows: readonly SqlRow[]): void;
  /** Makes the stored rows of a conversation equal `rows`, touching only what differs. */
  replace(conversationId: string, rows: readonly SqlRow[]): void;
  /** What is stored of a conversation, columns in the table's order. */
  stored(conversationId: string): readonly SqlRow[];
}

/** Whether two rows hold the same values. */
export const sameRow = (a: SqlRow, b: SqlRow): boolean =>
  a.length === b.length && a.every((value, index) => value === b[index]);

/** Prepares the statements of one table. */
export function rowWriter(db: WriteDb, table: ProjectionTable): RowWriter {
  const { name, owner, columns } = table;
  const list = columns.join(', ');
  const marks = columns.map(() => '?').join(', ');
  const select = db.prepare(`SELECT rowid, ${list} FROM ${name} WHERE ${owner} = ?`).raw();
  const insert = db.prepare(`INSERT INTO ${name} (${list}) VALUES (${marks})`);
  const update = db.prepare(`UPDATE ${name} SET (${list}) = (${marks}) WHERE rowid = ?`);
  const remove = db.prepare(`DELETE FROM ${name} WHERE rowid = ?`);

  const load = (conversationId: string) => select.all(conversationId) as SqlValue[][];
  return {
    table,
    insert: (rows) => {
      for (const row of rows) insert.run(row);
    },
    replace: (conversationId, rows) => {
      const left = new Map(load(conversationId).map(([rowid, ...row]) => [row[0], { rowid, row }]));
      for (const row of rows) {
        const before = left.get(row[0]);
        left.delete(row[0]);
        if (before === undefined) insert.run(row);
        else if (!sameRow(before.row, row)) update.run([...row, before.rowid]);
      }
      for (const { rowid } of left.values()) remove.run(rowid);
    },
    stored: (conversationId) => load(conversationId).map(([, ...row]) => row),
  };
}
