import { api } from './base.ts';
import { summaryView } from './views.ts';

/** The group `inbox` of the contract. */
export const inbox = api.inbox.router({
  page: api.inbox.page.handler(({ context, input }) => {
    const { store, clock } = context.inbox;
    const page = store.page({ ...input, nowMs: clock.now() });
    return {
      rows: page.rows.map(summaryView),
      nextCursor: page.nextCursor,
      total: page.total,
    };
  }),
  rows: api.inbox.rows.handler(({ context, input }) =>
    context.inbox.store.rows(input.ids, context.inbox.clock.now()).map(summaryView),
  ),
  counts: api.inbox.counts.handler(({ context, input }) => {
    const counts = context.inbox.store.counts(input.nowMs, input.endOfDayMs);
    return { ...counts, teams: { ...counts.teams }, kinds: { ...counts.kinds } };
  }),
});
