import { samePerson, type Person } from '../../../../shared/domain/customer/types.ts';
import type { CustomerReads, HistoryRow, PersonRow } from '../../ports/customer-store.ts';
import type { EventReader } from '../event-log.ts';
import type { ReadDb } from '../sqlite.ts';
import { searchExpression } from './search.ts';

/** Of short words that begin many names, the newest entries are looked at and no more. */
const LOOKED_AT = 2_000;

/** People given as JSON. */
const WANTED = `SELECT json_extract(value, '$.accountId') AS account_id,
  json_extract(value, '$.externalId') AS external_id FROM json_each(@people)`;

const FOUND = `SELECT DISTINCT p.account_id, p.external_id FROM (
    SELECT rowid FROM participant_name WHERE participant_name MATCH @words
    ORDER BY rowid DESC LIMIT ${LOOKED_AT}
  ) hit JOIN participant p ON p.n = hit.rowid`;

/** One row for each person; `channel` is the one of the newest conversation (SQLite's rule for `max`). */
const peopleOf = (wanted: string): string => `
  SELECT p.account_id AS accountId, p.external_id AS externalId, c.channel,
    (SELECT n.name FROM participant n
      WHERE n.account_id = p.account_id AND n.external_id = p.external_id AND n.name IS NOT NULL
      ORDER BY n.last_at_ms DESC, n.id LIMIT 1) AS name,
    max(p.last_at_ms) AS lastAtMs, count(*) AS conversationCount
  FROM (${wanted}) w
  JOIN participant p ON p.account_id = w.account_id AND p.external_id = w.external_id
  JOIN conversation c ON c.id = p.conversation_id
  GROUP BY p.account_id, p.external_id
  ORDER BY lastAtMs DESC, p.account_id, p.external_id`;

const HISTORY = `
  SELECT DISTINCT c.id, c.channel, c.kind, c.source, c.subject, c.snippet,
    c.last_message_at_ms AS atMs
  FROM (${WANTED}) w
  JOIN participant p ON p.account_id = w.account_id AND p.external_id = w.external_id
    AND p.is_customer = 1
  JOIN conversation c ON c.id = p.conversation_id
  ORDER BY atMs DESC, c.id DESC LIMIT @limit`;

/** Who wrote, and which of them are one customer. */
export function customerQueries(db: ReadDb, events: EventReader): CustomerReads {
  const ofConversation = db.prepare(`SELECT p.account_id AS accountId, p.external_id AS externalId
    FROM participant p JOIN conversation c ON c.id = p.conversation_id
    WHERE c.id = ? AND p.is_customer = 1
    ORDER BY p.external_id IS c.starter_external_id DESC, p.last_at_ms DESC, p.id LIMIT 1`);
  const identities =
    db.prepare(`SELECT other.account_id AS accountId, other.external_id AS externalId
    FROM customer this JOIN customer other ON other.customer_id = this.customer_id
    WHERE this.account_id = @accountId AND this.external_id = @externalId
    ORDER BY other.account_id, other.external_id`);
  const people = db.prepare(peopleOf(WANTED));
  const found = db.prepare(`${peopleOf(FOUND)} LIMIT @limit`);
  const history = db.prepare(HISTORY);
  const naming = db
    .prepare(
      `SELECT DISTINCT m.conversation_id FROM (
         SELECT rowid FROM message_text WHERE message_text MATCH @words
         ORDER BY rowid DESC LIMIT @limit
       ) hit JOIN message m ON m.n = hit.rowid`,
    )
    .pluck();
  return {
    personOfConversation: (id) => (ofConversation.get(id) as Person | undefined) ?? null,
    customerOf: ({ accountId, externalId }) => {
      const all = identities.all({ accountId, externalId }) as Person[];
      const itself = { accountId, externalId };
      return all.some((one) => samePerson(one, itself)) ? all : [itself];
    },
    people: (wanted) => people.all({ people: JSON.stringify(wanted) }) as PersonRow[],
    findPeople: (text, limit) => {
      const words = searchExpression(text);
      return words === null ? [] : (found.all({ words, limit }) as PersonRow[]);
    },
    conversationsOf: (wanted, limit) =>
      history.all({ people: JSON.stringify(wanted), limit }) as HistoryRow[],
    conversationsNaming: (words, limit) =>
      naming.all({ words: `text : "${words.replaceAll('"', ' ')}"`, limit }) as string[],
    personFacts: () => events.personFacts(),
  };
}
