import type { MailMarks, MailWrites, NewReport } from '../../ports/mail-store.ts';
import type { WriteDb } from '../sqlite.ts';

/** A report whose mail is not known after so long is of a mail that this machine never sees. */
const REPORTS_KEPT_MS = 45 * 86_400_000;

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

/** Prepares what keeps reports on deliveries, each once; those that nothing came of are forgotten. */
export function reportsWriter(
  db: WriteDb,
): (accountId: string, reports: readonly NewReport[], atMs: number) => void {
  const keep = db.prepare(`INSERT INTO mail_bounce (account_id, report, received_at_ms, kept_at_ms)
    VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING`);
  const outworn = db.prepare('DELETE FROM mail_bounce WHERE account_id = ? AND kept_at_ms < ?');
  return (accountId, reports, atMs) => {
    if (reports.length === 0) return;
    for (const { report, receivedAtMs } of reports) {
      keep.run([accountId, JSON.stringify(report), receivedAtMs, atMs]);
    }
    outworn.run([accountId, atMs - REPORTS_KEPT_MS]);
  };
}

/** Writes how it stands with copies in Sent, and takes reports away that were applied. */
export function mailWrites(db: WriteDb): MailWrites {
  const filing = db.prepare('INSERT OR REPLACE INTO mail_filing VALUES (?, ?, ?, ?, ?, ?)');
  const drop = db.prepare('DELETE FROM mail_bounce WHERE id IN (SELECT value FROM json_each(?))');
  return {
    setMailFiling: ({ outboxId, accountId, doneAtMs, attempts, notBeforeMs, error }) => {
      const errorText = error === null ? null : JSON.stringify(error);
      filing.run([outboxId, accountId, doneAtMs, attempts, notBeforeMs, errorText]);
    },
    dropReports: (ids) => {
      drop.run([JSON.stringify(ids)]);
    },
  };
}
