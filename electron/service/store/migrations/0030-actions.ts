import type { Migration } from './migration.ts';

/** The outbox carries more than replies: what is to be done, to what, and with which picture. */
export const actions: Migration = {
  version: 30,
  name: 'actions',
  up: (db) => {
    db.exec(`
      ALTER TABLE outbox RENAME COLUMN parent_external_id TO target_external_id;
      ALTER TABLE outbox ADD COLUMN action TEXT NOT NULL DEFAULT 'reply';
      ALTER TABLE outbox ADD COLUMN image TEXT;
      CREATE INDEX outbox_external ON outbox (account_id, external_id)
        WHERE external_id IS NOT NULL;
      CREATE INDEX outbox_image ON outbox (state) WHERE image IS NOT NULL;
    `);
  },
};
