import type { InboxFilter, View } from '../../../../shared/contract/schemas.ts';
import type { InboxQuery } from '../../ports/store.ts';
import { OUTGOING_KEPT_MS } from '../times.ts';
import { searchExpression } from './search.ts';

/** How a view picks and sorts. Conditions are literals so that the partial indexes fit them. */
interface ViewPlan {
  readonly where: string;
  readonly sort: string;
  readonly direction: 'ASC' | 'DESC';
  /** The index whose walk gives the rows in order. */
  readonly index: string;
}

/** Pending views run by due time, the others newest first. */
export const VIEW_PLANS: Readonly<Record<View, ViewPlan>> = {
  to_answer: {
    where: "c.status = 'pending'",
    sort: 'c.due_sort_ms',
    direction: 'ASC',
    index: 'inbox_pending',
  },
  due_soon: {
    where: "c.status = 'pending' AND c.warn_at_ms <= @nowMs",
    sort: 'c.due_sort_ms',
    direction: 'ASC',
    index: 'inbox_pending',
  },
  mentions: {
    where: "c.status = 'pending' AND c.kind = 'mention'",
    sort: 'c.due_sort_ms',
    direction: 'ASC',
    index: 'inbox_mention',
  },
  waiting: {
    where: "c.status = 'waiting'",
    sort: 'c.last_message_at_ms',
    direction: 'DESC',
    index: 'inbox_waiting',
  },
  outgoing: {
    where: 'c.outgoing_sort_ms IS NOT NULL AND c.outgoing_sort_ms > @keptFromMs',
    sort: 'c.outgoing_sort_ms',
    direction: 'DESC',
    index: 'inbox_outgoing',
  },
  failed: {
    where: 'c.failed_at_ms IS NOT NULL',
    sort: 'c.failed_at_ms',
    direction: 'DESC',
    index: 'inbox_failed',
  },
  all: { where: '1', sort: 'c.last_message_at_ms', direction: 'DESC', index: 'inbox_all' },
};

export type Bindings = Readonly<Record<string, string | number>>;

/** A piece of WHERE and what it binds. */
export interface Condition {
  readonly sql: string;
  readonly bind: Bindings;
}

type Outcome = NonNullable<InboxFilter['figure']>['outcome'];

/** domain.md §2 and §3: what counts on which side of a figure. `all` is the figure's n. */
const OUTCOMES: Readonly<Record<Outcome, string>> = {
  answered: "o.ending = 'answered'",
  unanswered: "(o.ending IS NULL OR o.ending = 'closed')",
  open: 'o.ending IS NULL',
  left_out: "o.ending IN ('no_answer_needed', 'deleted', 'hidden', 'merged')",
  all: "(o.ending IS NULL OR o.ending IN ('answered', 'closed'))",
};

function figureCondition(figure: NonNullable<InboxFilter['figure']>): Condition {
  const parts = [
    'o.started_at_ms >= @figureFromMs',
    'o.started_at_ms < @figureToMs',
    OUTCOMES[figure.outcome],
    ...(figure.preset === 'blogmeter' ? ['o.wall_post = 1'] : []),
    ...(figure.teamId === undefined ? [] : ['o.team_id = @figureTeamId']),
    ...(figure.accountId === undefined ? [] : ['o.account_id = @figureAccountId']),
  ];
  return {
    sql: `c.id IN (SELECT o.conversation_id FROM obligation o WHERE ${parts.join(' AND ')})`,
    bind: {
      figureFromMs: figure.fromMs,
      figureToMs: figure.toMs,
      ...(figure.teamId === undefined ? {} : { figureTeamId: figure.teamId }),
      ...(figure.accountId === undefined ? {} : { figureAccountId: figure.accountId }),
    },
  };
}

const textCondition = (text: string): Condition => {
  const search = searchExpression(text);
  if (search === null) return { sql: '0', bind: {} };
  return {
    sql: `c.id IN (SELECT m.conversation_id FROM message_text t JOIN message m ON m.n = t.rowid
      WHERE message_text MATCH @search)`,
    bind: { search },
  };
};

/** The conditions that a filter adds to any view. */
export function filterConditions(filter: InboxFilter): readonly Condition[] {
  const conditions: Condition[] = [];
  if (filter.teamId !== undefined) {
    conditions.push({ sql: 'c.team_id = @teamId', bind: { teamId: filter.teamId } });
  }
  if (filter.accountId !== undefined) {
    conditions.push({ sql: 'c.account_id = @accountId', bind: { accountId: filter.accountId } });
  }
  if (filter.kind !== undefined) {
    conditions.push({ sql: 'c.kind = @kind', bind: { kind: filter.kind } });
  }
  if (filter.assignee === null) conditions.push({ sql: 'c.assignee IS NULL', bind: {} });
  else if (filter.assignee !== undefined) {
    conditions.push({ sql: 'c.assignee = @assignee', bind: { assignee: filter.assignee } });
  }
  if (filter.figure !== undefined) conditions.push(figureCondition(filter.figure));
  if (filter.text !== undefined && filter.text.trim() !== '') {
    conditions.push(textCondition(filter.text));
  }
  return conditions;
}

/** The view and the filter of a query as one condition. */
export function queryCondition(query: Pick<InboxQuery, 'view' | 'filter' | 'nowMs'>): Condition {
  const plan = VIEW_PLANS[query.view];
  const conditions = filterConditions(query.filter);
  return {
    sql: [plan.where, ...conditions.map((condition) => condition.sql)].join(' AND '),
    bind: Object.assign(
      { nowMs: query.nowMs, keptFromMs: query.nowMs - OUTGOING_KEPT_MS },
      ...conditions.map((condition) => condition.bind),
    ) as Bindings,
  };
}
