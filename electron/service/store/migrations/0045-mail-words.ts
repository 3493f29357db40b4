import type { Migration } from './migration.ts';

/**
 * What mails are found by beside their text: the subject, and who wrote and got them. The full-text
 * index gets two more columns, so that the words of a search may stand in any of them; an index of
 * FTS5 cannot be altered, so it is made anew.
 */
const MESSAGES = `
ALTER TABLE conversation ADD COLUMN subject TEXT;
ALTER TABLE message ADD COLUMN subject TEXT;
ALTER TABLE message ADD COLUMN addresses TEXT;
DROP TRIGGER message_text_insert;
DROP TRIGGER message_text_delete;
DROP TRIGGER message_text_update;
DROP TABLE message_text;
CREATE VIRTUAL TABLE message_text USING fts5 (
  text, author_name, subject, addresses, content = 'message', content_rowid = 'n', columnsize = 0,
  tokenize = 'unicode61 remove_diacritics 2'
);
`;

/** What `messageValues` and `subjectOf` make of the facts of mails. */
const FILL = `
CREATE TEMP TABLE mail AS
  SELECT json_extract(payload, '$.messageId') AS message_id, conversation_id, happened_at_ms, seq,
    payload
  FROM event WHERE kind = 'message.observed' AND json_extract(payload, '$.mail') IS NOT NULL;
CREATE INDEX temp.mail_message ON mail (message_id, conversation_id);
CREATE INDEX temp.mail_conversation ON mail (conversation_id, happened_at_ms, seq);
UPDATE message SET subject = (
    SELECT json_extract(e.payload, '$.mail.subject') FROM mail e
    WHERE e.message_id = message.id AND e.conversation_id = message.conversation_id
  ), addresses = (
    SELECT trim(
      CASE WHEN json_extract(e.payload, '$.authorKind') = 'brand' THEN ''
        ELSE coalesce(json_extract(e.payload, '$.author.externalId'), '') END || ' ' || coalesce((
        SELECT group_concat(
          trim(coalesce(json_extract(a.value, '$.name'), '') || ' ' || json_extract(a.value, '$.address')),
          ' ')
        FROM (
          SELECT value FROM json_each(e.payload, '$.mail.to')
          UNION ALL SELECT value FROM json_each(e.payload, '$.mail.cc')
        ) a), ''))
    FROM mail e
    WHERE e.message_id = message.id AND e.conversation_id = message.conversation_id
  )
WHERE EXISTS (SELECT 1 FROM mail e
  WHERE e.message_id = message.id AND e.conversation_id = message.conversation_id);
UPDATE conversation SET subject = (
  SELECT json_extract(e.payload, '$.mail.subject') FROM mail e
  WHERE e.conversation_id = conversation.id AND json_extract(e.payload, '$.mail.subject') <> ''
  ORDER BY e.happened_at_ms, e.seq LIMIT 1
) WHERE channel = 'email';
UPDATE conversation SET subject = '' WHERE subject IS NULL AND id IN (SELECT conversation_id FROM mail);
DROP TABLE temp.mail;
INSERT INTO message_text (message_text) VALUES ('rebuild');
`;

const TRIGGERS = `
CREATE TRIGGER message_text_insert AFTER INSERT ON message BEGIN
  INSERT INTO message_text (rowid, text, author_name, subject, addresses)
  VALUES (new.n, new.text, new.author_name, new.subject, new.addresses);
END;
CREATE TRIGGER message_text_delete AFTER DELETE ON message BEGIN
  INSERT INTO message_text (message_text, rowid, text, author_name, subject, addresses)
  VALUES ('delete', old.n, old.text, old.author_name, old.subject, old.addresses);
END;
CREATE TRIGGER message_text_update AFTER UPDATE OF text, author_name, subject, addresses ON message
WHEN old.text IS NOT new.text OR old.author_name IS NOT new.author_name
  OR old.subject IS NOT new.subject OR old.addresses IS NOT new.addresses BEGIN
  INSERT INTO message_text (message_text, rowid, text, author_name, subject, addresses)
  VALUES ('delete', old.n, old.text, old.author_name, old.subject, old.addresses);
  INSERT INTO message_text (rowid, text, author_name, subject, addresses)
  VALUES (new.n, new.text, new.author_name, new.subject, new.addresses);
END;
`;

export const mailWords: Migration = {
  version: 45,
  name: 'mail-words',
  up: (db) => {
    db.exec(MESSAGES + FILL + TRIGGERS);
  },
};
