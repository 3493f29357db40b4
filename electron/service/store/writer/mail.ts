import type { MailMarks } from '../../ports/mail-store.ts';
import type { WriteDb } from '../sqlite.ts';

/** Prepares what keeps how far a folder is read and where its mails lie. */
export function mailMarksWriter(db: WriteDb): (accountId: string, marks: MailMarks) => void {
  const folder = db.prepare('INSERT OR REPLACE INTO mail_folder VALUES (?, ?, ?, ?, ?, ?)');
  const place = db.prepare(`INSERT INTO mail_place VALUES (?, ?, ?, ?, ?, NULL)
    ON CONFLICT DO UPDATE SET external_id = excluded.external_id, vanished_at_ms = NULL`);
  const vanished = db.prepare(`UPDATE mail_place SET vanished_at_ms = ?
    WHERE account_id = ? AND folder = ? AND uid_validity = ? AND uid = ? AND vanished_at_ms IS NULL`);
  // Another validity: where the mails lay is no more, whatever became of them.
  const outdated = db.prepare(`UPDATE mail_place SET vanished_at_ms = ?
    WHERE account_id = ? AND folder = ? AND uid_validity <> ? AND vanished_at_ms IS NULL`);
  return (accountId, { mark, placed, gone, atMs }) => {
    outdated.run([atMs, accountId, mark.path, mark.uidValidity]);
    for (const { externalId, uid } of placed) {
      place.run([accountId, mark.path, mark.uidValidity, uid, externalId]);
    }
    for (const one of gone) {
      vanished.run([atMs, accountId, one.folder, one.uidValidity, one.uid]);
    }
    const { path, uidValidity, uidNext, lowestUid, highestModseq } = mark;
    folder.run([accountId, path, uidValidity, uidNext, lowestUid, highestModseq]);
  };
}
