import type { Migration } from './migration.ts';

/** What a draft of a mail holds beside its text: recipients, subject, files. */
export const mailDrafts: Migration = {
  version: 44,
  name: 'mail-drafts',
  up: (db) => {
    db.exec('ALTER TABLE draft ADD COLUMN mail TEXT;');
  },
};
