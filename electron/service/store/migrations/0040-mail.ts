import type { Migration } from './migration.ts';

/**
 * Mail. `mail_reference` is made from the facts: which Message-IDs a conversation has or names, and
 * who takes part in it. The others are of this machine: how far each folder is read, and where on the
 * server each mail lies or lay.
 */
export const mail: Migration = {
  version: 40,
  name: 'mail',
  up: (db) => {
    db.exec(`
      ALTER TABLE outbox ADD COLUMN mail TEXT;
      CREATE TABLE mail_reference (
        id TEXT NOT NULL,
        conversation_id TEXT NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
        account_id TEXT NOT NULL,
        kind TEXT NOT NULL,
        value TEXT NOT NULL
      ) STRICT;
      CREATE INDEX mail_reference_conversation ON mail_reference (conversation_id);
      CREATE INDEX mail_reference_value ON mail_reference (account_id, value)
        WHERE kind = 'message';
      CREATE TABLE mail_folder (
        account_id TEXT NOT NULL,
        path TEXT NOT NULL,
        uid_validity TEXT NOT NULL,
        uid_next INTEGER NOT NULL,
        lowest_uid INTEGER NOT NULL,
        highest_modseq TEXT,
        PRIMARY KEY (account_id, path)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE mail_place (
        account_id TEXT NOT NULL,
        folder TEXT NOT NULL,
        uid_validity TEXT NOT NULL,
        uid INTEGER NOT NULL,
        external_id TEXT NOT NULL,
        vanished_at_ms INTEGER,
        PRIMARY KEY (account_id, folder, uid_validity, uid)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX mail_place_mail ON mail_place (account_id, external_id);
    `);
  },
};
