import { describe, expect, it } from 'vitest';
import {
  migrate,
  MIGRATIONS,
  NEWEST_VERSION,
  schemaVersion,
} from '../../electron/service/store/migrations/migrate.ts';
import { first } from '../../electron/service/store/migrations/0010-first.ts';
import { sources } from '../../electron/service/store/migrations/0020-sources.ts';
import type { Migration } from '../../electron/service/store/migrations/migration.ts';
import { configure, openFile, type WriteDb } from '../../electron/service/store/sqlite.ts';
import { join } from 'node:path';
import type { Channel, ConversationKind } from '../../shared/domain/conversation/types.ts';
import { usualSource } from '../../shared/domain/source/types.ts';
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
  20: `INSERT INTO event VALUES (1, 'op', 'hlc', 'system', 'team.set', NULL, NULL, 0, 0, '{}');
    INSERT INTO source_state VALUES ('a', 'posts', 1, 2, 3, NULL);
    INSERT INTO gap VALUES ('a', 'posts', 1, 2, 'offline', 2);`,
  30: `INSERT INTO event VALUES (1, 'op', 'hlc', 'system', 'team.set', NULL, NULL, 0, 0, '{}');
    INSERT INTO local_setting VALUES ('a', 'b');`,
  40: `INSERT INTO event VALUES (1, 'op', 'hlc', 'system', 'team.set', NULL, NULL, 0, 0, '{}');
    INSERT INTO mail_folder VALUES ('a', 'INBOX', '1', 2, 1, NULL);`,
  41: `INSERT INTO event VALUES (1, 'op', 'hlc', 'system', 'team.set', NULL, NULL, 0, 0, '{}');
    INSERT INTO mail_filing VALUES ('o', 'a', NULL, 1, 2, NULL);`,
  43: `INSERT INTO event VALUES (1, 'op', 'hlc', 'system', 'team.set', NULL, NULL, 0, 0, '{}');
    INSERT INTO draft VALUES ('a', 'Buongiorno', 'private', 1);`,
  44: `INSERT INTO event VALUES (1, 'op', 'hlc', 'system', 'team.set', NULL, NULL, 0, 0, '{}');
    INSERT INTO draft VALUES ('a', 'Buongiorno', 'private', 1, NULL);`,
};

const THREADS_AT_10 = [
  ['1', 'facebook', 'comment'],
  ['2', 'facebook', 'visitor_post'],
  ['3', 'facebook', 'mention'],
  ['4', 'facebook', 'direct_message'],
  ['5', 'messenger', 'direct_message'],
  ['6', 'instagram', 'comment'],
] as const;

const threadAt10 = (id: string, channel: Channel, kind: ConversationKind): string =>
  `INSERT INTO conversation (id, account_id, channel, kind, external_id, team_id, status, snippet,
     snippet_ours, message_count, opened_at_ms, last_message_at_ms, due_sort_ms)
   VALUES ('${id}', 'a', '${channel}', '${kind}', 'x${id}', 'care', 'waiting', '', 0, 1, 1, 1, 1)`;

describe('migrations', () => {
  it('are numbered upward, each once, oldest first', () => {
    const versions = MIGRATIONS.map((migration) => migration.version);
    expect(versions).toEqual([...new Set(versions)].toSorted((a, b) => a - b));
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

  it('give what was read before 20 to its sources: one watermark each, closed gaps filled', () => {
    const db = emptyDatabase();
    migrate(db, [first]);
    db.exec(`INSERT INTO account_health VALUES ('a', 50, 60, '{"code":"offline"}', 12.5);
      INSERT INTO account_health VALUES ('never read', NULL, 60, NULL, NULL);
      INSERT INTO gap VALUES ('a', 10, 20, 'throttled'), ('a', 50, NULL, 'offline');`);
    for (const [id, channel, kind] of THREADS_AT_10) db.exec(threadAt10(id, channel, kind));
    migrate(db, [first, sources]);
    const rows = (sql: string): unknown => db.prepare(sql).raw().all();
    const read = ['comments', 'mentions', 'posts'];
    expect(rows('SELECT * FROM source_state')).toEqual(
      read.map((source) => ['a', source, 50, 60, 50, null]),
    );
    expect(rows('SELECT * FROM gap ORDER BY source, from_ms')).toEqual(
      read.flatMap((source) => [
        ['a', source, 10, 20, 'throttled', 20],
        ['a', source, 50, null, 'offline', null],
      ]),
    );
    expect(rows('SELECT id, source FROM conversation ORDER BY id')).toEqual(
      THREADS_AT_10.map(([id, channel, kind]) => [id, usualSource(channel, kind)]),
    );
  });

  it('make of every reply before 30 a public reply without a picture, its target kept', () => {
    const db = emptyDatabase();
    migrate(
      db,
      MIGRATIONS.filter(({ version }) => version < 30),
    );
    db.exec(threadAt10('1', 'facebook', 'comment'));
    db.exec(`INSERT INTO outbox (id, conversation_id, account_id, parent_external_id, text, state,
        attempt, queued_at_ms, not_before_ms, seen_through_ms, close_after, changed_at_ms)
      VALUES ('o', '1', 'a', 'x1', 'Eccoci', 'queued', 0, 1, 1, 1, 0, 1)`);
    migrate(db);
    const row = db.prepare('SELECT action, target_external_id, image, state FROM outbox').get();
    expect(row).toEqual({
      action: 'reply',
      target_external_id: 'x1',
      image: null,
      state: 'queued',
    });
  });

  it('give mails before 45 their subject and addresses, as a rebuild would, to be found by', () => {
    const db = emptyDatabase();
    migrate(
      db,
      MIGRATIONS.filter(({ version }) => version < 45),
    );
    db.exec(threadAt10('1', 'email', 'email'));
    const mail = {
      subject: 'Bolletta doppia',
      to: [{ name: 'Aiuto', address: 'aiuto@ondalta.example' }],
      cc: [{ name: null, address: 'studio@posta.example' }],
    };
    const author = { externalId: 'anna@posta.example', name: 'Anna' };
    const payload = JSON.stringify({ messageId: 'm', author, authorKind: 'customer', mail });
    db.prepare(
      "INSERT INTO event VALUES (1, 'op', 'hlc', 'c', 'message.observed', 'a', '1', 1, 1, ?)",
    ).run(payload);
    db.exec(`INSERT INTO message (id, conversation_id, account_id, text, presence, observed_at_ms)
      VALUES ('m', '1', 'a', 'Buongiorno', 'visible', 1)`);
    migrate(db);
    expect(db.prepare('SELECT subject FROM conversation').pluck().get()).toBe('Bolletta doppia');
    expect(db.prepare('SELECT subject, addresses FROM message').get()).toEqual({
      subject: 'Bolletta doppia',
      addresses: 'anna@posta.example Aiuto aiuto@ondalta.example studio@posta.example',
    });
    const found = db
      .prepare('SELECT count(*) FROM message_text WHERE message_text MATCH ?')
      .pluck();
    expect([found.get('doppia studio'), found.get('"anna@posta.example"')]).toEqual([1, 1]);
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
