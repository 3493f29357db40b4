import type { Migration } from './migration.ts';

/**
 * The truth (`event`), what is made from it (conversation, message, obligation, outbox, context,
 * tally, full text), and what is only of this machine (health, gaps, drafts, read marks, …).
 *
 * Projections hold what lists, searches and figures ask for; one conversation's detail is made from
 * its events when somebody opens it, so texts, versions and attachments need no second home.
 */
const EVENTS = `
CREATE TABLE event (
  seq INTEGER PRIMARY KEY,
  op_id TEXT NOT NULL UNIQUE,
  hlc TEXT NOT NULL,
  actor TEXT NOT NULL,
  kind TEXT NOT NULL,
  account_id TEXT,
  conversation_id TEXT,
  happened_at_ms INTEGER NOT NULL,
  observed_at_ms INTEGER NOT NULL,
  payload TEXT NOT NULL
) STRICT;
CREATE INDEX event_conversation ON event (conversation_id) WHERE conversation_id IS NOT NULL;
CREATE INDEX event_setting ON event (kind)
  WHERE conversation_id IS NULL AND kind <> 'context.observed';
CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event
  BEGIN SELECT RAISE(ABORT, 'event is append-only'); END;
CREATE TRIGGER event_is_never_deleted BEFORE DELETE ON event
  BEGIN SELECT RAISE(ABORT, 'event is append-only'); END;
`;

const CONVERSATIONS = `
CREATE TABLE conversation (
  id TEXT NOT NULL PRIMARY KEY,
  account_id TEXT NOT NULL,
  channel TEXT NOT NULL,
  kind TEXT NOT NULL,
  external_id TEXT NOT NULL,
  context_external_id TEXT,
  permalink TEXT,
  starter_external_id TEXT,
  starter_name TEXT,
  team_id TEXT NOT NULL,
  assignee TEXT,
  status TEXT NOT NULL,
  snippet TEXT NOT NULL,
  snippet_ours INTEGER NOT NULL,
  tag TEXT,
  message_count INTEGER NOT NULL,
  opened_at_ms INTEGER NOT NULL,
  last_message_at_ms INTEGER NOT NULL,
  obligation_id TEXT,
  pending_since_ms INTEGER,
  warn_at_ms INTEGER,
  due_at_ms INTEGER,
  answered_at_ms INTEGER,
  answered_in_ms INTEGER,
  due_sort_ms INTEGER NOT NULL,
  customer_at_ms INTEGER,
  outbox_state TEXT,
  outgoing_sort_ms INTEGER,
  failed_at_ms INTEGER
) STRICT;
CREATE INDEX conversation_external ON conversation (account_id, external_id);
CREATE INDEX conversation_context ON conversation (account_id, context_external_id)
  WHERE context_external_id IS NOT NULL;
CREATE INDEX conversation_starter
  ON conversation (account_id, starter_external_id, last_message_at_ms)
  WHERE starter_external_id IS NOT NULL;
CREATE INDEX inbox_pending ON conversation
  (due_sort_ms, id, team_id, account_id, kind, assignee, warn_at_ms)
  WHERE status = 'pending';
CREATE INDEX inbox_mention ON conversation
  (due_sort_ms, id, team_id, account_id, assignee) WHERE status = 'pending' AND kind = 'mention';
CREATE INDEX inbox_warn ON conversation
  (warn_at_ms, team_id, account_id, kind, assignee) WHERE status = 'pending';
CREATE INDEX inbox_waiting ON conversation
  (last_message_at_ms, id, team_id, account_id, kind, assignee) WHERE status = 'waiting';
CREATE INDEX inbox_all ON conversation
  (last_message_at_ms, id, team_id, account_id, kind, assignee);
CREATE INDEX inbox_outgoing ON conversation
  (outgoing_sort_ms, id, team_id, account_id, kind, assignee)
  WHERE outgoing_sort_ms IS NOT NULL;
CREATE INDEX inbox_failed ON conversation
  (failed_at_ms, id, team_id, account_id, kind, assignee) WHERE failed_at_ms IS NOT NULL;

CREATE TABLE tally (
  status TEXT NOT NULL,
  team_id TEXT NOT NULL,
  account_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  -- Empty when it is nobody's.
  assignee TEXT NOT NULL,
  conversations INTEGER NOT NULL,
  messages INTEGER NOT NULL,
  PRIMARY KEY (status, team_id, account_id, kind, assignee)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER tally_insert AFTER INSERT ON conversation BEGIN
  INSERT INTO tally VALUES (
    new.status, new.team_id, new.account_id, new.kind, coalesce(new.assignee, ''),
    1, new.message_count
  ) ON CONFLICT DO UPDATE SET
    conversations = conversations + 1, messages = messages + excluded.messages;
END;
CREATE TRIGGER tally_delete AFTER DELETE ON conversation BEGIN
  UPDATE tally SET conversations = conversations - 1, messages = messages - old.message_count
  WHERE status = old.status AND team_id = old.team_id
    AND account_id = old.account_id AND kind = old.kind AND assignee = coalesce(old.assignee, '');
END;
CREATE TRIGGER tally_update
AFTER UPDATE OF status, team_id, account_id, kind, assignee, message_count ON conversation BEGIN
  UPDATE tally SET conversations = conversations - 1, messages = messages - old.message_count
  WHERE status = old.status AND team_id = old.team_id
    AND account_id = old.account_id AND kind = old.kind AND assignee = coalesce(old.assignee, '');
  INSERT INTO tally VALUES (
    new.status, new.team_id, new.account_id, new.kind, coalesce(new.assignee, ''),
    1, new.message_count
  ) ON CONFLICT DO UPDATE SET
    conversations = conversations + 1, messages = messages + excluded.messages;
END;
`;

const MESSAGES = `
CREATE TABLE message (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  conversation_id TEXT NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
  account_id TEXT NOT NULL,
  external_id TEXT,
  author_name TEXT,
  text TEXT NOT NULL,
  presence TEXT NOT NULL,
  observed_at_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX message_conversation ON message (conversation_id);
CREATE INDEX message_external ON message (account_id, external_id) WHERE external_id IS NOT NULL;

CREATE VIRTUAL TABLE message_text USING fts5 (
  text, author_name, content = 'message', content_rowid = 'n', columnsize = 0,
  tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER message_text_insert AFTER INSERT ON message BEGIN
  INSERT INTO message_text (rowid, text, author_name) VALUES (new.n, new.text, new.author_name);
END;
CREATE TRIGGER message_text_delete AFTER DELETE ON message BEGIN
  INSERT INTO message_text (message_text, rowid, text, author_name)
  VALUES ('delete', old.n, old.text, old.author_name);
END;
CREATE TRIGGER message_text_update AFTER UPDATE OF text, author_name ON message
WHEN old.text IS NOT new.text OR old.author_name IS NOT new.author_name BEGIN
  INSERT INTO message_text (message_text, rowid, text, author_name)
  VALUES ('delete', old.n, old.text, old.author_name);
  INSERT INTO message_text (rowid, text, author_name) VALUES (new.n, new.text, new.author_name);
END;
`;

const OWED_AND_SENT = `
CREATE TABLE obligation (
  id TEXT NOT NULL,
  conversation_id TEXT NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
  account_id TEXT NOT NULL,
  team_id TEXT NOT NULL,
  metric TEXT NOT NULL,
  person TEXT NOT NULL,
  started_at_ms INTEGER NOT NULL,
  wall_post INTEGER NOT NULL,
  ended_at_ms INTEGER,
  ending TEXT,
  answered_by TEXT,
  policy_version INTEGER NOT NULL,
  due_at_ms INTEGER,
  warn_at_ms INTEGER,
  business_ms INTEGER
) STRICT;
CREATE INDEX obligation_conversation ON obligation (conversation_id);
CREATE INDEX obligation_started ON obligation (started_at_ms);

CREATE TABLE outbox (
  id TEXT NOT NULL PRIMARY KEY,
  conversation_id TEXT NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
  account_id TEXT NOT NULL,
  parent_external_id TEXT NOT NULL,
  text TEXT NOT NULL,
  state TEXT NOT NULL,
  attempt INTEGER NOT NULL,
  reason TEXT,
  external_id TEXT,
  queued_at_ms INTEGER NOT NULL,
  not_before_ms INTEGER NOT NULL,
  seen_through_ms INTEGER NOT NULL,
  close_after INTEGER NOT NULL,
  sent_at_ms INTEGER,
  changed_at_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX outbox_conversation ON outbox (conversation_id);
CREATE INDEX outbox_open ON outbox (queued_at_ms, id)
  WHERE state NOT IN ('sent', 'cancelled', 'rejected');

CREATE TABLE context (
  account_id TEXT NOT NULL,
  external_id TEXT NOT NULL,
  event_seq INTEGER NOT NULL REFERENCES event (seq),
  PRIMARY KEY (account_id, external_id)
) STRICT, WITHOUT ROWID;
`;

const LOCAL = `
CREATE TABLE account_health (
  account_id TEXT NOT NULL PRIMARY KEY,
  last_read_at_ms INTEGER,
  last_attempt_at_ms INTEGER,
  error TEXT,
  usage_percent REAL
) STRICT, WITHOUT ROWID;
CREATE TABLE gap (
  account_id TEXT NOT NULL,
  from_ms INTEGER NOT NULL,
  to_ms INTEGER,
  reason TEXT NOT NULL
) STRICT;
CREATE INDEX gap_account ON gap (account_id, to_ms);
CREATE TABLE set_aside (
  id INTEGER PRIMARY KEY,
  account_id TEXT NOT NULL,
  external_id TEXT,
  reason TEXT NOT NULL,
  detail TEXT NOT NULL,
  at_ms INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX set_aside_once
  ON set_aside (account_id, coalesce(external_id, ''), reason, detail);
CREATE TABLE post_mark (
  account_id TEXT NOT NULL,
  external_id TEXT NOT NULL,
  updated_at_ms INTEGER NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (account_id, external_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE draft (
  conversation_id TEXT NOT NULL PRIMARY KEY,
  text TEXT NOT NULL,
  mode TEXT NOT NULL,
  saved_at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE read_mark (
  conversation_id TEXT NOT NULL PRIMARY KEY,
  through_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE local_setting (
  key TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`;

/** Everything of the first version, the full-text index included. */
export const first: Migration = {
  version: 10,
  name: 'first',
  up: (db) => {
    db.exec(EVENTS + CONVERSATIONS + MESSAGES + OWED_AND_SENT + LOCAL);
  },
};
