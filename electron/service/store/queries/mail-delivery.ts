import type { AppError } from '../../../../shared/kernel/app-error.ts';
import type { BounceReport } from '../../../../shared/domain/mail/types.ts';
import type { KeptReport, MailFiling, MailReads } from '../../ports/mail-store.ts';
import { toOutboxItem, type OutboxRecord } from '../projections/outbox.ts';
import type { ReadDb } from '../sqlite.ts';

export type MailDeliveryQueries = Pick<
  MailReads,
  'ownMails' | 'mailsToFile' | 'mailFiling' | 'unfiledMails' | 'keptReports'
>;

/** So many at once: the rest when these are done. */
const MOST_TO_FILE = 20;
const MOST_REPORTS = 500;

type FilingRecord = Omit<MailFiling, 'error'> & { readonly error: string | null };

/** Mails of ours: by the id that they were given here, in Sent or not, and what was reported of them. */
export function mailDeliveryQueries(db: ReadDb): MailDeliveryQueries {
  const own = db.prepare(`SELECT * FROM outbox WHERE account_id = ? AND mail IS NOT NULL
    AND mail ->> '$.messageId' IN (SELECT value FROM json_each(?))`);
  const toFile = db.prepare(`SELECT o.* FROM outbox o LEFT JOIN mail_filing f ON f.outbox_id = o.id
    WHERE o.account_id = ? AND o.mail IS NOT NULL AND o.state = 'sent' AND o.changed_at_ms >= ?
      AND f.done_at_ms IS NULL AND coalesce(f.not_before_ms, 0) <= ?
    ORDER BY o.changed_at_ms, o.id LIMIT ${MOST_TO_FILE}`);
  const filing = db.prepare(`SELECT outbox_id AS outboxId, account_id AS accountId,
    done_at_ms AS doneAtMs, attempts, not_before_ms AS notBeforeMs, error
    FROM mail_filing WHERE outbox_id = ?`);
  const unfiled = db.prepare(`SELECT count(*) AS count, max(outbox_id), error FROM mail_filing
    WHERE account_id = ? AND done_at_ms IS NULL AND error IS NOT NULL`);
  const reports = db.prepare(`SELECT id, report, received_at_ms AS receivedAtMs FROM mail_bounce
    WHERE account_id = ? ORDER BY id DESC LIMIT ${MOST_REPORTS}`);
  return {
    ownMails: (accountId, messageIds) => {
      const records = own.all(accountId, JSON.stringify(messageIds)) as OutboxRecord[];
      const items = records.map(toOutboxItem);
      return new Map(items.map((item) => [item.mail?.messageId ?? '', item]));
    },
    mailsToFile: (accountId, nowMs, sinceMs) =>
      (toFile.all(accountId, sinceMs, nowMs) as OutboxRecord[]).map(toOutboxItem),
    mailFiling: (outboxId) => {
      const record = filing.get(outboxId) as FilingRecord | undefined;
      return record === undefined ? null : { ...record, error: errorOf(record.error) };
    },
    unfiledMails: (accountId) => {
      const found = unfiled.get(accountId) as { count: number; error: string | null };
      const error = errorOf(found.error);
      return error === null ? null : { count: found.count, error };
    },
    keptReports: (accountId) =>
      (reports.all(accountId) as (Omit<KeptReport, 'report'> & { report: string })[])
        .map((kept) => ({ ...kept, report: JSON.parse(kept.report) as BounceReport }))
        .toReversed(),
  };
}

/** Written by us, as JSON. */
const errorOf = (text: string | null): AppError | null =>
  text === null ? null : (JSON.parse(text) as AppError);
