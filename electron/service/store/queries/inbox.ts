import type { InboxFilter } from '../../../../shared/contract/schemas.ts';
import type { InboxQuery, InboxRow, PageCursor, ReadableStore } from '../../ports/store.ts';
import type { ReadDb } from '../sqlite.ts';
import { INBOX_COLUMNS, INBOX_MARKS, toInboxRow, type InboxRecord } from './inbox-rows.ts';
import { queryCondition, VIEW_PLANS, type Bindings } from './inbox-sql.ts';
import { statementCache, type Prepare } from './statement-cache.ts';
import { tallyTotal } from './tally.ts';

type Asked = Pick<InboxQuery, 'view' | 'filter' | 'nowMs' | 'cursor'>;
type PageRecord = InboxRecord & { readonly sort: number; readonly total: number | null };

/** Text and figures select a set first; every other page is a walk along its view's index. */
const selectsSet = (filter: InboxFilter): boolean =>
  filter.figure !== undefined || (filter.text ?? '').trim() !== '';

const cursorCondition = (query: Asked, sort: string, id: string): string => {
  if (query.cursor === null) return '1';
  const after = VIEW_PLANS[query.view].direction === 'ASC' ? '>' : '<';
  return `(${sort}, ${id}) ${after} (@cursorSort, @cursorId)`;
};

/** The SQL of a page that walks an index; exported for the test of its plan. */
export function walkSql(query: Asked): string {
  const { sort, direction, index } = VIEW_PLANS[query.view];
  return `SELECT ${sort} AS sort, NULL AS total, ${INBOX_COLUMNS}
    FROM conversation c INDEXED BY ${index} ${INBOX_MARKS}
    WHERE ${queryCondition(query).sql} AND ${cursorCondition(query, sort, 'c.id')}
    ORDER BY ${sort} ${direction}, c.id ${direction}
    LIMIT @limit`;
}

/** The SQL of a page out of a set: found once, counted and sorted. */
function setSql(query: Asked): string {
  const { sort, direction } = VIEW_PLANS[query.view];
  return `WITH found AS MATERIALIZED (
      SELECT c.id AS id, ${sort} AS sort FROM conversation c WHERE ${queryCondition(query).sql}
    ), shown AS MATERIALIZED (
      SELECT id, sort FROM found WHERE ${cursorCondition(query, 'sort', 'id')}
      ORDER BY sort ${direction}, id ${direction} LIMIT @limit
    )
    SELECT s.sort, (SELECT count(*) FROM found) AS total, ${INBOX_COLUMNS}
    FROM shown s JOIN conversation c ON c.id = s.id ${INBOX_MARKS}
    ORDER BY s.sort ${direction}, s.id ${direction}`;
}

const cursorBindings = (cursor: PageCursor | null): Bindings =>
  cursor === null ? {} : { cursorSort: cursor.sort, cursorId: cursor.id };

/** For views by time, and for a set's page that turned out empty. */
function counted(prepare: Prepare, query: InboxQuery): number {
  const { sql, bind } = queryCondition(query);
  const count = prepare(`SELECT count(*) FROM conversation c WHERE ${sql}`);
  return Number(count.pluck().get(bind));
}

/** Lists of conversations: one window after a cursor, or fresh rows by id. */
export function inboxQueries(db: ReadDb): Pick<ReadableStore, 'page' | 'rows'> {
  const prepare = statementCache(db);
  const byIds = db.prepare(
    `SELECT ${INBOX_COLUMNS} FROM json_each(@ids) wanted
     JOIN conversation c ON c.id = wanted.value ${INBOX_MARKS} ORDER BY wanted.key`,
  );
  return {
    page: (query) => {
      const known = tallyTotal(prepare, query);
      // Nothing to find: no walk to its end.
      if (known === 0) return { rows: [], nextCursor: null, total: 0 };
      const sql = selectsSet(query.filter) ? setSql(query) : walkSql(query);
      const records = prepare(sql).all({
        ...queryCondition(query).bind,
        ...cursorBindings(query.cursor),
        // One more than asked tells whether there is a next page.
        limit: query.limit + 1,
      }) as PageRecord[];
      const shown = records.slice(0, query.limit);
      const last = shown.at(-1);
      return {
        rows: shown.map(toInboxRow),
        nextCursor:
          records.length > shown.length && last !== undefined
            ? { sort: last.sort, id: last.id }
            : null,
        total: known ?? records[0]?.total ?? counted(prepare, query),
      };
    },
    rows: (ids, nowMs): readonly InboxRow[] =>
      (byIds.all({ ids: JSON.stringify(ids), nowMs }) as InboxRecord[]).map(toInboxRow),
  };
}
