import type { View } from '../../../../shared/contract/schemas.ts';
import type { InboxCounts, InboxQuery, ReadableStore } from '../../ports/store.ts';
import type { ReadDb } from '../sqlite.ts';
import { OUTGOING_KEPT_MS } from '../times.ts';
import type { Prepare } from './statement-cache.ts';

/**
 * `tally` holds how many conversations there are per status, team, account, kind and
 * assignee, kept by
 * triggers: totals that would be a walk over 100,000 index entries are a sum over a few dozen rows.
 */
const VIEW_TALLY: Partial<Record<View, string>> = {
  to_answer: "status = 'pending'",
  mentions: "status = 'pending' AND kind = 'mention'",
  waiting: "status = 'waiting'",
  all: '1',
};

/** The total of a view from the tally; null when the question needs more than it knows. */
export function tallyTotal(prepare: Prepare, query: InboxQuery): number | null {
  const view = VIEW_TALLY[query.view];
  const { teamId, accountId, kind, assignee, text, figure } = query.filter;
  if (view === undefined || figure !== undefined || (text ?? '').trim() !== '') return null;
  const sum = prepare(`SELECT coalesce(sum(conversations), 0) FROM tally
    WHERE ${view} AND (@teamId IS NULL OR team_id = @teamId)
      AND (@accountId IS NULL OR account_id = @accountId) AND (@kind IS NULL OR kind = @kind)
      AND (@assignee IS NULL OR assignee = @assignee)`);
  const bind = {
    teamId: teamId ?? null,
    accountId: accountId ?? null,
    kind: kind ?? null,
    // The tally writes '' for nobody.
    assignee: assignee === undefined ? null : (assignee ?? ''),
  };
  return Number(sum.pluck().get(bind));
}

interface TallyRow {
  readonly status: string;
  readonly team_id: string;
  readonly kind: string;
  readonly conversations: number;
}

const sumBy = (rows: readonly TallyRow[], key: 'status' | 'team_id' | 'kind') => {
  const sums: Record<string, number> = {};
  for (const row of rows) sums[row[key]] = (sums[row[key]] ?? 0) + row.conversations;
  return sums;
};

/** The rail's numbers. Teams and kinds count what is to be answered. */
export function countQueries(db: ReadDb): Pick<ReadableStore, 'counts' | 'accountCounts'> {
  const all = db.prepare('SELECT status, team_id, kind, conversations FROM tally');
  const timed = db.prepare(`SELECT
    (SELECT count(*) FROM conversation WHERE status = 'pending' AND warn_at_ms <= @nowMs) AS soon,
    (SELECT count(*) FROM conversation
     WHERE outgoing_sort_ms IS NOT NULL AND outgoing_sort_ms > @keptFromMs) AS outgoing,
    (SELECT count(*) FROM conversation WHERE failed_at_ms IS NOT NULL) AS failed,
    (SELECT count(*) FROM conversation
     WHERE status = 'pending' AND due_sort_ms < @nowMs) AS overdue,
    (SELECT count(*) FROM conversation
     WHERE status = 'pending' AND due_sort_ms >= @nowMs AND due_sort_ms < @hourMs) AS hour,
    (SELECT count(*) FROM conversation
     WHERE status = 'pending' AND due_sort_ms >= @hourMs AND due_sort_ms < @endOfDayMs) AS today`);
  const ofAccount = db.prepare(`SELECT coalesce(sum(conversations), 0) AS conversations,
    coalesce(sum(messages), 0) AS messages,
    (SELECT count(*) FROM set_aside WHERE account_id = @accountId) AS setAside
    FROM tally WHERE account_id = @accountId`);

  return {
    counts: (nowMs, endOfDayMs): InboxCounts => {
      const rows = all.all() as TallyRow[];
      const pending = rows.filter((row) => row.status === 'pending');
      const byStatus = sumBy(rows, 'status');
      const toAnswer = byStatus['pending'] ?? 0;
      const time = timed.get({
        nowMs,
        endOfDayMs,
        hourMs: nowMs + 3_600_000,
        keptFromMs: nowMs - OUTGOING_KEPT_MS,
      }) as Record<'soon' | 'outgoing' | 'failed' | 'overdue' | 'hour' | 'today', number>;
      return {
        views: {
          to_answer: toAnswer,
          due_soon: time.soon,
          mentions: sumBy(pending, 'kind')['mention'] ?? 0,
          waiting: byStatus['waiting'] ?? 0,
          outgoing: time.outgoing,
          failed: time.failed,
          all: rows.reduce((sum, row) => sum + row.conversations, 0),
        },
        teams: sumBy(pending, 'team_id'),
        kinds: sumBy(pending, 'kind'),
        groups: {
          overdue: time.overdue,
          hour: time.hour,
          today: time.today,
          later: toAnswer - time.overdue - time.hour - time.today,
        },
      };
    },
    accountCounts: (accountId) =>
      ofAccount.get({ accountId }) as ReturnType<ReadableStore['accountCounts']>,
  };
}
