import type { Migration } from './migration.ts';

/**
 * Mails of ours on their way and after it. `outbox` names the bytes that leave; a mail of ours is found
 * by the Message-ID that it was given here, whatever a server calls it. Of this machine: which mails lie
 * in Sent (those from before count as filed), and reports on mails that are not known yet.
 */
export const mailDelivery: Migration = {
  version: 41,
  name: 'mail-delivery',
  up: (db) => {
    db.exec(`
      ALTER TABLE outbox ADD COLUMN raw_id TEXT;
      CREATE INDEX outbox_mail ON outbox (account_id, mail ->> '$.messageId')
        WHERE mail IS NOT NULL;
      CREATE INDEX outbox_mail_sent ON outbox (account_id, changed_at_ms)
        WHERE mail IS NOT NULL AND state = 'sent';
      CREATE INDEX mail_reference_mark ON mail_reference (account_id, kind, value)
        WHERE kind IN ('tag', 'server');
      CREATE TABLE mail_filing (
        outbox_id TEXT PRIMARY KEY,
        account_id TEXT NOT NULL,
        done_at_ms INTEGER,
        attempts INTEGER NOT NULL,
        not_before_ms INTEGER NOT NULL,
        error TEXT
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX mail_filing_account ON mail_filing (account_id) WHERE done_at_ms IS NULL;
      INSERT INTO mail_filing
        SELECT id, account_id, changed_at_ms, 0, 0, NULL FROM outbox
        WHERE mail IS NOT NULL AND state = 'sent';
      CREATE TABLE mail_bounce (
        id INTEGER PRIMARY KEY,
        account_id TEXT NOT NULL,
        report TEXT NOT NULL,
        received_at_ms INTEGER NOT NULL,
        kept_at_ms INTEGER NOT NULL,
        UNIQUE (account_id, report)
      ) STRICT;
    `);
  },
};
