import type { AppError } from '../../../../shared/kernel/app-error.ts';
import type { Gap, ReadableStore, SetAsideRow } from '../../ports/store.ts';
import type { ReadDb } from '../sqlite.ts';

export type AccountQueries = Pick<ReadableStore, 'health' | 'gaps' | 'setAside'>;

interface HealthRecord {
  readonly last_read_at_ms: number | null;
  readonly last_attempt_at_ms: number | null;
  readonly error: string | null;
  readonly usage_percent: number | null;
  readonly held_until_ms: number | null;
}

/** How the reading of an account goes: all of it local to this machine. */
export function accountQueries(db: ReadDb): AccountQueries {
  const health = db.prepare('SELECT * FROM account_health WHERE account_id = ?');
  const gaps = db.prepare(`SELECT account_id AS accountId, source, from_ms AS fromMs,
    to_ms AS toMs, reason, filled_at_ms AS filledAtMs FROM gap
    WHERE (@accountId IS NULL OR account_id = @accountId)
      AND from_ms < @toMs AND (to_ms IS NULL OR to_ms > @fromMs)
    ORDER BY from_ms DESC, account_id, source`);
  const setAside = db.prepare(`SELECT id, account_id AS accountId, external_id AS externalId,
    reason, detail, at_ms AS atMs FROM set_aside WHERE account_id = ? ORDER BY id DESC`);
  return {
    health: (accountId) => {
      const record = health.get(accountId) as HealthRecord | undefined;
      const error = record?.error ?? null;
      return {
        accountId,
        lastReadAtMs: record?.last_read_at_ms ?? null,
        lastAttemptAtMs: record?.last_attempt_at_ms ?? null,
        error: error === null ? null : (JSON.parse(error) as AppError),
        usagePercent: record?.usage_percent ?? null,
        heldUntilMs: record?.held_until_ms ?? null,
      };
    },
    gaps: (accountId, fromMs, toMs) => gaps.all({ accountId, fromMs, toMs }) as Gap[],
    setAside: (accountId) => setAside.all(accountId) as SetAsideRow[],
  };
}
