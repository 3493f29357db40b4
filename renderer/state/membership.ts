import type { ConversationSummary, View } from '../../shared/contract/schemas.ts';
import { assertNever } from '../../shared/kernel/assert-never.ts';
import { isPendingView, type InboxQuery } from './inbox.ts';

/**
 * Which rows a view holds, judged in the page: for arrivals and for rows that have left. The store
 * decides when a list is read; this says only what a change means until then.
 */

function inView(row: ConversationSummary, view: View, nowMs: number): boolean | null {
  switch (view) {
    case 'to_answer':
      return row.status === 'pending';
    case 'due_soon':
      return row.status === 'pending' && (row.timer.warnAtMs ?? Infinity) <= nowMs;
    case 'mentions':
      return row.status === 'pending' && row.kind === 'mention';
    case 'waiting':
      return row.status === 'waiting';
    case 'outgoing':
      // What was sent lately stays there too; the row does not say when that was.
      return null;
    case 'failed':
      return row.outbox === 'rejected' || row.outbox === 'needs_human' || row.outbox === 'unknown';
    case 'all':
      return true;
    default:
      return assertNever(view);
  }
}

function inSegment(row: ConversationSummary, query: InboxQuery, agent: string): boolean {
  if (query.segment === 'all') return true;
  return query.segment === 'mine' ? row.assignee === agent : row.assignee === null;
}

/** Whether a row belongs to a query now; null when only the store can tell (words, figures). */
export function belongs(
  row: ConversationSummary,
  query: InboxQuery,
  context: { readonly agent: string; readonly nowMs: number },
): boolean | null {
  const { filter, view } = query;
  const inTheView = inView(row, view, context.nowMs);
  const fits =
    inTheView !== false &&
    inSegment(row, query, context.agent) &&
    (filter.teamId === undefined || filter.teamId === row.teamId) &&
    (filter.accountId === undefined || filter.accountId === row.accountId) &&
    (filter.kind === undefined || filter.kind === row.kind);
  if (!fits) return false;
  return filter.text === undefined && filter.figure === undefined ? inTheView : null;
}

/** The number that a view's order follows: smaller stands higher. */
export const sortKey = (row: ConversationSummary, view: View): number =>
  isPendingView(view) ? (row.timer.dueAtMs ?? Infinity) : -row.lastMessageAtMs;
