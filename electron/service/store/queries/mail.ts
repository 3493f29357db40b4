import type { FolderMark } from '../../../../shared/domain/mail/types.ts';
import type { KnownMailThread } from '../../../../shared/domain/mail/place.ts';
import type { MailReads } from '../../ports/mail-store.ts';
import type { MailDeliveryQueries } from './mail-delivery.ts';
import type { ReadDb } from '../sqlite.ts';

interface TieRecord {
  readonly value: string;
  readonly conversationId: string;
  readonly externalId: string;
}

/** What is known of mails beyond their facts: threads by their ties, folders, places. */
export function mailQueries(db: ReadDb): Omit<MailReads, 'signatures' | keyof MailDeliveryQueries> {
  const ties = db.prepare(`SELECT r.value, r.conversation_id AS conversationId,
    c.external_id AS externalId FROM mail_reference r JOIN conversation c ON c.id = r.conversation_id
    WHERE r.account_id = @accountId AND r.kind = 'message'
      AND r.value IN (SELECT value FROM json_each(@ids))
    ORDER BY c.opened_at_ms DESC, c.id DESC`);
  const marks = db.prepare(`SELECT r.kind || ':' || r.value AS value,
    r.conversation_id AS conversationId, c.external_id AS externalId
    FROM json_each(@ids) AS mark CROSS JOIN mail_reference r JOIN conversation c ON c.id = r.conversation_id
    WHERE r.account_id = @accountId AND r.kind IN ('tag', 'server')
      AND r.kind = substr(mark.value, 1, instr(mark.value, ':') - 1)
      AND r.value = substr(mark.value, instr(mark.value, ':') + 1)
    ORDER BY c.opened_at_ms DESC, c.id DESC`);
  const people = db
    .prepare(`SELECT value FROM mail_reference WHERE conversation_id = ? AND kind = 'person'`)
    .pluck();
  const folders = db.prepare(`SELECT path, uid_validity AS uidValidity, uid_next AS uidNext,
    lowest_uid AS lowestUid, highest_modseq AS highestModseq FROM mail_folder WHERE account_id = ?`);
  const uids = db
    .prepare(
      `SELECT uid FROM mail_place
    WHERE account_id = ? AND folder = ? AND uid_validity = ? AND vanished_at_ms IS NULL`,
    )
    .pluck();
  const places = db.prepare(`SELECT folder, uid_validity AS uidValidity, uid FROM mail_place
    WHERE account_id = ? AND external_id = ? AND vanished_at_ms IS NULL`);
  const threadsOf = (rows: readonly TieRecord[]): ReadonlyMap<string, KnownMailThread> => {
    const threads = new Map<string, KnownMailThread>();
    const known = new Map<string, KnownMailThread>();
    // The oldest conversation comes last and wins.
    for (const { value, conversationId, externalId } of rows) {
      // A long thread has many ties, and its people are the same for all of them.
      const thread = known.get(conversationId) ?? {
        conversationId,
        externalId,
        participants: new Set(people.all(conversationId) as string[]),
      };
      known.set(conversationId, thread);
      threads.set(value, thread);
    }
    return threads;
  };
  return {
    mailThreads: (accountId, ids) =>
      threadsOf(ties.all({ accountId, ids: JSON.stringify(ids) }) as TieRecord[]),
    markedThreads: (accountId, keys) =>
      threadsOf(marks.all({ accountId, ids: JSON.stringify(keys) }) as TieRecord[]),
    mailFolders: (accountId) => folders.all(accountId) as FolderMark[],
    mailUids: (accountId, folder, uidValidity) =>
      new Set(uids.all(accountId, folder, uidValidity) as number[]),
    mailPlaces: (accountId, externalId) =>
      places.all(accountId, externalId) as ReturnType<MailReads['mailPlaces']>,
  };
}
