import type Database from 'better-sqlite3';
import type { ReadDb } from '../sqlite.ts';

export type Prepare = (sql: string) => Database.Statement;

/**
 * Prepares each SQL text once. Only for texts put together from constants: their number is small
 * (views × filters), so nothing is ever thrown out.
 */
export function statementCache(db: ReadDb): Prepare {
  const cache = new Map<string, Database.Statement>();
  return (sql) => {
    const known = cache.get(sql);
    if (known !== undefined) return known;
    const statement = db.prepare(sql);
    cache.set(sql, statement);
    return statement;
  };
}
