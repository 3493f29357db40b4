import type { InboxFilter, View } from '../../shared/contract/schemas.ts';
import type { AppError } from '../../shared/kernel/app-error.ts';
import type { Answers } from './service.ts';

/** Whose conversations of a view are listed. */
export type Segment = 'all' | 'mine' | 'unassigned';

/** What the list shows: a view, narrowed. */
export interface InboxQuery {
  readonly view: View;
  readonly filter: Omit<InboxFilter, 'assignee'>;
  readonly segment: Segment;
}

export interface InboxState extends InboxQuery {
  /** The rows in the order of the last answer; a row that has left its view stays for a while. */
  readonly ids: readonly string[];
  readonly nextCursor: Answers['inbox']['page']['nextCursor'];
  /** Of the whole view; null before the first answer. */
  readonly total: number | null;
  /** Per segment of the same view and filter; null where it was not asked. */
  readonly totals: Readonly<Partial<Record<Segment, number>>>;
  readonly phase: 'idle' | 'loading' | 'refreshing' | 'more' | 'failed';
  readonly error: AppError | null;
  readonly selectedId: string | null;
  /** Rows that would stand in the list but wait until they are asked for. */
  readonly arrivals: readonly string[];
}

/** The view that one starts in. */
export const initialInbox: InboxState = {
  view: 'to_answer',
  filter: {},
  segment: 'all',
  ids: [],
  nextCursor: null,
  total: null,
  totals: {},
  phase: 'loading',
  error: null,
  selectedId: null,
  arrivals: [],
};

/** Rows asked for at once; the rows of two tall windows. */
export const PAGE_ROWS = 100;

/** Views whose order is the deadline; the others begin with the newest message. */
const PENDING_VIEWS: ReadonlySet<View> = new Set(['to_answer', 'due_soon', 'mentions']);

/** Whether a view is sorted and grouped by deadline. */
export const isPendingView = (view: View): boolean => PENDING_VIEWS.has(view);

/** The segments that a view offers: whose turn it is matters where work waits. */
export const hasSegments = (view: View): boolean => view !== 'outgoing' && view !== 'failed';

/** The whole filter of a query, the segment included; `agent` is the name of who sits here. */
export function filterOf(query: InboxQuery, agent: string): InboxFilter {
  if (query.segment === 'all' || !hasSegments(query.view)) return query.filter;
  return { ...query.filter, assignee: query.segment === 'mine' ? agent : null };
}
