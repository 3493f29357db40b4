import { expect, it } from 'vitest';
import type { InboxFilter, View } from '../../shared/contract/schemas.ts';
import { walkSql } from '../../electron/service/store/queries/inbox.ts';
import { queryCondition } from '../../electron/service/store/queries/inbox-sql.ts';
import { accountAdded, NOW_MS, someConversations, workspace } from '../support/store.ts';

const VIEWS: readonly View[] = [
  'to_answer',
  'due_soon',
  'mentions',
  'waiting',
  'outgoing',
  'failed',
  'all',
];
const FILTERS: readonly InboxFilter[] = [
  {},
  { teamId: 'care' },
  { accountId: 'a', kind: 'comment', assignee: null },
];
const CURSORS = [null, { sort: NOW_MS, id: 'x' }] as const;

it.each(VIEWS)('a page of %s is a walk along an index: no sorting, no table scanned', (view) => {
  const { open, raw } = workspace();
  open().append([accountAdded(), ...someConversations(20, 1).flat()]);
  for (const filter of FILTERS) {
    for (const cursor of CURSORS) {
      const query = { view, filter, nowMs: NOW_MS, cursor };
      const plan = raw()
        .prepare(`EXPLAIN QUERY PLAN ${walkSql(query)}`)
        .all({ ...queryCondition(query).bind, cursorSort: NOW_MS, cursorId: 'x', limit: 50 });
      const steps = plan.map((step) => (step as { detail: string }).detail);
      expect(steps.join('\n')).toMatch(/(SCAN|SEARCH) c USING (COVERING )?INDEX inbox_/);
      expect(steps.filter((step) => /TEMP B-TREE|SCAN (?!c USING)/.test(step))).toEqual([]);
    }
  }
});
