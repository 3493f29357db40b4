import type { Migration } from './migration.ts';

/**
 * Who wrote, per conversation, searchable by name and address; and which of them are one customer.
 * Both are made from the facts: `participant` from messages and who began a conversation (the brand
 * left out), `customer` from what people at the desk said.
 */
const TABLES = `
CREATE TABLE participant (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  conversation_id TEXT NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
  account_id TEXT NOT NULL,
  external_id TEXT NOT NULL,
  name TEXT,
  -- What a mailbox is found by; null elsewhere: platform ids are no words.
  address TEXT,
  is_customer INTEGER NOT NULL,
  last_at_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX participant_conversation ON participant (conversation_id);
CREATE INDEX participant_person ON participant (account_id, external_id, last_at_ms);
CREATE VIRTUAL TABLE participant_name USING fts5 (
  name, address, content = 'participant', content_rowid = 'n', columnsize = 0,
  tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TABLE customer (
  account_id TEXT NOT NULL,
  external_id TEXT NOT NULL,
  customer_id TEXT NOT NULL,
  PRIMARY KEY (account_id, external_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX customer_identities ON customer (customer_id);
`;

const TRIGGERS = `
CREATE TRIGGER participant_name_insert AFTER INSERT ON participant BEGIN
  INSERT INTO participant_name (rowid, name, address) VALUES (new.n, new.name, new.address);
END;
CREATE TRIGGER participant_name_delete AFTER DELETE ON participant BEGIN
  INSERT INTO participant_name (participant_name, rowid, name, address)
  VALUES ('delete', old.n, old.name, old.address);
END;
CREATE TRIGGER participant_name_update AFTER UPDATE OF name, address ON participant
WHEN old.name IS NOT new.name OR old.address IS NOT new.address BEGIN
  INSERT INTO participant_name (participant_name, rowid, name, address)
  VALUES ('delete', old.n, old.name, old.address);
  INSERT INTO participant_name (rowid, name, address) VALUES (new.n, new.name, new.address);
END;
`;

/** What `participantValues` makes of the facts of conversations that are shown, in one statement. */
const FILL = `
CREATE TEMP TABLE present AS
  SELECT e.conversation_id, json_extract(e.payload, '$.author.externalId') AS person,
    json_extract(e.payload, '$.author.name') AS name,
    json_extract(e.payload, '$.authorKind') = 'customer' AS is_customer,
    json_extract(e.payload, '$.createdAtMs') AS at_ms,
    printf('%020d%s', e.happened_at_ms, e.op_id) AS place
  FROM event e JOIN conversation c ON c.id = e.conversation_id
  WHERE e.kind = 'message.observed'
    AND json_extract(e.payload, '$.authorKind') IN ('customer', 'other')
    AND json_extract(e.payload, '$.author.externalId') IS NOT NULL
  UNION ALL
  SELECT c.id, c.starter_external_id, c.starter_name, 1, c.opened_at_ms, ''
  FROM conversation c WHERE c.starter_external_id IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM event e WHERE e.conversation_id = c.id AND e.kind = 'message.observed'
      AND json_extract(e.payload, '$.authorKind') = 'brand'
      AND json_extract(e.payload, '$.author.externalId') = c.starter_external_id);
CREATE TEMP TABLE named AS
  SELECT conversation_id, person, name, max(place) AS place
  FROM present WHERE name IS NOT NULL GROUP BY conversation_id, person;
CREATE INDEX temp.named_by ON named (conversation_id, person);
INSERT INTO participant
  (id, conversation_id, account_id, external_id, name, address, is_customer, last_at_ms)
SELECT p.conversation_id || '/' || p.person, p.conversation_id, c.account_id, p.person, n.name,
  CASE WHEN c.channel = 'email' THEN p.person END, max(p.is_customer), max(p.at_ms)
FROM present p JOIN conversation c ON c.id = p.conversation_id
LEFT JOIN named n ON n.conversation_id = p.conversation_id AND n.person = p.person
GROUP BY p.conversation_id, p.person;
DROP TABLE temp.named;
DROP TABLE temp.present;
INSERT INTO participant_name (participant_name) VALUES ('rebuild');
`;

export const customers: Migration = {
  version: 43,
  name: 'customers',
  up: (db) => {
    db.exec(TABLES + FILL + TRIGGERS);
  },
};
