import { describe, expect, it } from 'vitest';
import {
  migrate,
  MIGRATIONS,
  NEWEST_VERSION,
  schemaVersion,
} from '../../electron/service/store/migrations/migrate.ts';
import type { Migration } from '../../electron/service/store/migrations/migration.ts';
import { configure, openFile, type WriteDb } from '../../electron/service/store/sqlite.ts';
import { join } from 'node:path';
import { temporaryFolder } from '../support/store.ts';

const emptyDatabase = (): WriteDb => {
  const db = openFile(join(temporaryFolder(), 'x.db'));
  configure(db);
  return db;
};

const schema = (db: WriteDb): readonly unknown[] =>
  db.prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY type, name').all();

/** Rows that a database of each version holds before the next step; grows with every migration. */
const ROWS_AT: Readonly<Record<number, string>> = {
  10: `INSERT INTO event VALUES (1, 'op', 'hlc', 'system', 'team.set', NULL, NULL, 0, 0, '{}');
    INSERT INTO local_setting VALUES ('a', 'b');`,
};

describe('migrations', () => {
  it('are numbered in tens, each once, oldest first', () => {
    const versions = MIGRATIONS.map((migration) => migration.version);
    expect(versions).toEqual([...new Set(versions)].toSorted((a, b) => a - b));
    expect(versions.every((version) => version % 10 === 0)).toBe(true);
  });

  it.each(MIGRATIONS.map((migration, index) => [migration.version, index] as const))(
    'version %i is reached from the version before, its rows kept',
    (version, index) => {
      const db = emptyDatabase();
      migrate(db, MIGRATIONS.slice(0, index));
      const before = schemaVersion(db);
      db.exec(ROWS_AT[before] ?? '');
      migrate(db, MIGRATIONS.slice(0, index + 1));
      expect(schemaVersion(db)).toBe(version);
      db.exec(before === 0 ? (ROWS_AT[version] ?? '') : '');
      expect(db.prepare('SELECT count(*) FROM event').pluck().get()).toBe(1);
    },
  );

  it('give the same schema in steps as at once', () => {
    const inSteps = emptyDatabase();
    for (let count = 1; count <= MIGRATIONS.length; count += 1) {
      migrate(inSteps, MIGRATIONS.slice(0, count));
    }
    const atOnce = emptyDatabase();
    migrate(atOnce);
    expect(schema(inSteps)).toEqual(schema(atOnce));
  });

  it('change nothing the second time', () => {
    const db = emptyDatabase();
    migrate(db);
    const before = schema(db);
    migrate(db);
    expect([schema(db), schemaVersion(db)]).toEqual([before, NEWEST_VERSION]);
  });

  it('leave the version before, whole, when a step fails', () => {
    const broken: Migration = {
      version: NEWEST_VERSION + 10,
      name: 'broken',
      up: (db) => {
        db.exec('CREATE TABLE half (x)');
        throw new Error('half way');
      },
    };
    const db = emptyDatabase();
    migrate(db);
    const before = schema(db);
    expect(() => migrate(db, [...MIGRATIONS, broken])).toThrow('half way');
    expect([schema(db), schemaVersion(db)]).toEqual([before, NEWEST_VERSION]);
  });
});
