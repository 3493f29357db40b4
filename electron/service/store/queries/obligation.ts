import type { ObligationQuery, ReadableStore } from '../../ports/store.ts';
import { toObligation, type ObligationRecord } from '../projections/obligation.ts';
import type { ReadDb } from '../sqlite.ts';

/** Obligations that started in a period (half-open), oldest first. */
export function obligationQueries(db: ReadDb): Pick<ReadableStore, 'obligations'> {
  const inPeriod = db.prepare(`SELECT * FROM obligation
    WHERE started_at_ms >= @fromMs AND started_at_ms < @toMs
      AND (@teamId IS NULL OR team_id = @teamId)
      AND (@accountId IS NULL OR account_id = @accountId)
    ORDER BY started_at_ms, id`);
  return {
    obligations: ({ fromMs, toMs, teamId, accountId }: ObligationQuery) => {
      const bind = { fromMs, toMs, teamId: teamId ?? null, accountId: accountId ?? null };
      return (inPeriod.all(bind) as ObligationRecord[]).map(toObligation);
    },
  };
}
