import type { InboxFilter } from '../../../../shared/contract/schemas.ts';
import type { InboxQuery, InboxRow, PageCursor, ReadableStore } from '../../ports/store.ts';
import type { ReadDb } from '../sqlite.ts';
import { INBOX_COLUMNS, INBOX_MARKS, toInboxRow, type InboxRecord } from './inbox-rows.ts';
import { queryCondition, VIEW_PLANS } from './inbox-sql.ts';
import { statementCache } from './statement-cache.ts';
import { tallyTotal } from './tally.ts';

export type InboxQueries = Pick<ReadableStore, 'page' | 'rows'>;

/** Text and figures select a set first; every other page is a walk along its view's index. */
const walksIndex = (filter: InboxFilter): boolean =>
  filter.figure === undefined && (filter.text === undefined || filter.text.trim() === '');

/** The SQL of one page; exported for the test of its plan. */
export function pageSql(query: Pick<InboxQuery, 'view' | 'filter' | 'nowMs' | 'cursor'>): string {
  const plan = VIEW_PLANS[query.view];
  const after = plan.direction === 'ASC' ? '>' : '<';
  const rest =
    query.cursor === null ? '' : `AND (${plan.sort}, c.id) ${after} (@cursorSort, @cursorId)`;
  const index = walksIndex(query.filter) ? `INDEXED BY ${plan.index}` : '';
  return `SELECT ${plan.sort} AS sort, ${INBOX_COLUMNS}
    FROM conversation c ${index} ${INBOX_MARKS}
    WHERE ${queryCondition(query).sql} ${rest}
    ORDER BY ${plan.sort} ${plan.direction}, c.id ${plan.direction}
    LIMIT @limit`;
}

/** Lists of conversations: one window after a cursor, or fresh rows by id. */
export function inboxQueries(db: ReadDb): InboxQueries {
  const prepare = statementCache(db);
  const total = (query: InboxQuery): number => {
    const known = tallyTotal(prepare, query);
    if (known !== null) return known;
    const { sql, bind } = queryCondition(query);
    const count = prepare(`SELECT count(*) FROM conversation c WHERE ${sql}`);
    return Number(count.pluck().get(bind));
  };

  const byIds = db.prepare(
    `SELECT ${INBOX_COLUMNS} FROM json_each(@ids) wanted
     JOIN conversation c ON c.id = wanted.value ${INBOX_MARKS} ORDER BY wanted.key`,
  );

  return {
    page: (query) => {
      const { bind } = queryCondition(query);
      const records = prepare(pageSql(query)).all({
        ...bind,
        ...(query.cursor === null
          ? {}
          : { cursorSort: query.cursor.sort, cursorId: query.cursor.id }),
        // One more than asked tells whether there is a next page.
        limit: query.limit + 1,
      }) as (InboxRecord & { readonly sort: number })[];
      const shown = records.slice(0, query.limit);
      const last = shown.at(-1);
      const nextCursor: PageCursor | null =
        records.length > shown.length && last !== undefined
          ? { sort: last.sort, id: last.id }
          : null;
      return { rows: shown.map(toInboxRow), nextCursor, total: total(query) };
    },
    rows: (ids, nowMs): readonly InboxRow[] =>
      (byIds.all({ ids: JSON.stringify(ids), nowMs }) as InboxRecord[]).map(toInboxRow),
  };
}
