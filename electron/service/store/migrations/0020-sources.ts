import type { Migration } from './migration.ts';

/**
 * Reading by source: what each was read to, its gaps, the calls that it costs, what the token is
 * worth, what the platform said of single messages. All of it is of this machine.
 *
 * Before this step one watermark stood for everything that was read: posts, their comments, mentions.
 * A gap was closed only by a read of the whole history, so a closed one is filled.
 */
const LOCAL = `
CREATE TABLE source_state (
  account_id TEXT NOT NULL,
  source TEXT NOT NULL,
  complete_through_ms INTEGER,
  last_attempt_at_ms INTEGER,
  -- When everything of it was last read to its end, edits and what vanished included.
  whole_at_ms INTEGER,
  error TEXT,
  PRIMARY KEY (account_id, source)
) STRICT, WITHOUT ROWID;
INSERT INTO source_state
  SELECT account_id, covered.value, last_read_at_ms, last_attempt_at_ms, last_read_at_ms, NULL
  FROM account_health, json_each('["posts","comments","mentions"]') covered
  WHERE last_read_at_ms IS NOT NULL;
ALTER TABLE account_health ADD COLUMN held_until_ms INTEGER;

ALTER TABLE gap RENAME TO gap_before;
DROP INDEX gap_account;
CREATE TABLE gap (
  account_id TEXT NOT NULL,
  source TEXT NOT NULL,
  from_ms INTEGER NOT NULL,
  to_ms INTEGER,
  reason TEXT NOT NULL,
  filled_at_ms INTEGER
) STRICT;
CREATE INDEX gap_account ON gap (account_id, to_ms);
CREATE INDEX gap_open ON gap (account_id, source, from_ms) WHERE filled_at_ms IS NULL;
INSERT INTO gap
  SELECT account_id, covered.value, from_ms, to_ms, reason, to_ms
  FROM gap_before, json_each('["posts","comments","mentions"]') covered;
DROP TABLE gap_before;

CREATE TABLE call_tally (
  account_id TEXT NOT NULL,
  purpose TEXT NOT NULL,
  slot_ms INTEGER NOT NULL,
  calls INTEGER NOT NULL,
  PRIMARY KEY (account_id, purpose, slot_ms)
) STRICT, WITHOUT ROWID;

CREATE TABLE token_state (
  account_id TEXT NOT NULL PRIMARY KEY,
  kind TEXT,
  app_id TEXT,
  scopes TEXT,
  expires_at_ms INTEGER,
  data_access_expires_at_ms INTEGER,
  instagram TEXT,
  checked_at_ms INTEGER NOT NULL,
  trouble TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE message_state (
  account_id TEXT NOT NULL,
  external_id TEXT NOT NULL,
  can_reply INTEGER,
  can_hide INTEGER,
  can_delete INTEGER,
  can_like INTEGER,
  can_reply_privately INTEGER,
  like_count INTEGER,
  liked INTEGER,
  PRIMARY KEY (account_id, external_id)
) STRICT, WITHOUT ROWID;
`;

/** The same that `usualSource` says: no fact of before names another source. */
const CONVERSATIONS = `
ALTER TABLE conversation ADD COLUMN source TEXT NOT NULL DEFAULT 'comments';
UPDATE conversation SET source = CASE
  WHEN channel = 'instagram' THEN 'instagram'
  WHEN channel = 'messenger' OR kind = 'direct_message' THEN 'messenger'
  WHEN kind = 'visitor_post' THEN 'posts'
  WHEN kind = 'mention' THEN 'mentions'
  ELSE 'comments'
END;
`;

export const sources: Migration = {
  version: 20,
  name: 'sources',
  up: (db) => {
    db.exec(LOCAL + CONVERSATIONS);
  },
};
