import { describe, expect, it } from 'vitest';
import type { InboxFilter, View } from '../../shared/contract/schemas.ts';
import type { NewEvent } from '../../shared/domain/event.ts';
import type { ConversationProjection } from '../../shared/domain/conversation/projection.ts';
import type { OutboxState } from '../../shared/domain/outbox/types.ts';
import type { InboxQuery, PageCursor } from '../../electron/service/ports/store.ts';
import type { OpenedStore } from '../../electron/service/store/open-store.ts';
import { replyFacts } from '../support/reply-facts.ts';
import { seededRandom } from '../support/seeded-random.ts';
import {
  ACCOUNT,
  accountAdded,
  HOUR_MS,
  NOW_MS,
  someConversations,
  workspace,
} from '../support/store.ts';

const VIEWS: readonly View[] = [
  'to_answer',
  'due_soon',
  'mentions',
  'waiting',
  'outgoing',
  'failed',
  'all',
];

/** A workspace with two accounts, assignments and replies in every state. */
function filledStore(): OpenedStore {
  const store = workspace().open();
  store.append([accountAdded(), accountAdded('account-2')]);
  const random = seededRandom(11);
  const states: readonly (OutboxState | null)[] = [
    null,
    'queued',
    'sent',
    'rejected',
    'unknown',
    'needs_human',
    'cancelled',
    'deferred',
  ];
  for (const account of [ACCOUNT, 'account-2']) {
    for (const [index, facts] of someConversations(60, account.length + 1, account).entries()) {
      store.append(facts);
      const opened = facts[0];
      if (opened === undefined) continue;
      if (index % 3 === 0) {
        store.append([
          {
            ...opened,
            kind: 'conversation.assigned',
            happenedAtMs: NOW_MS,
            payload: { assignee: random.pick(['Anna', 'Bruno']) },
          } as NewEvent,
        ]);
      }
      const state = index % 5 === 0 ? states[(index / 5) % states.length] : null;
      if (state !== null && state !== undefined) {
        const atMs = NOW_MS - random.below(40) * HOUR_MS;
        store.append(replyFacts(opened, random.uuid(atMs), { state, atMs }));
      }
    }
  }
  return store;
}

type Ask = Omit<InboxQuery, 'cursor' | 'limit'>;

/** Asks page after page; `between` runs after each. */
function walk(store: OpenedStore, ask: Ask, limit: number, between?: () => void) {
  const ids: string[] = [];
  const totals = new Set<number>();
  let cursor: PageCursor | null = null;
  do {
    const page: ReturnType<OpenedStore['page']> = store.page({ ...ask, cursor, limit });
    ids.push(...page.rows.map((row) => row.id));
    totals.add(page.total);
    cursor = page.nextCursor;
    between?.();
  } while (cursor !== null);
  return { ids, totals: [...totals] };
}

const GOING = new Set<OutboxState>(['queued', 'sending', 'deferred', 'reconciling']);
const FAILED = new Set<OutboxState>(['rejected', 'needs_human', 'unknown']);
const DAY_MS = 24 * HOUR_MS;

/** The slow truth: what each view holds, from the conversations in full. */
const ORACLE: Readonly<Record<View, (p: ConversationProjection) => boolean>> = {
  to_answer: ({ row }) => row.status === 'pending',
  due_soon: ({ row }) => row.warnAtMs !== null && row.warnAtMs <= NOW_MS,
  mentions: ({ row }) => row.status === 'pending' && row.kind === 'mention',
  waiting: ({ row }) => row.status === 'waiting',
  outgoing: ({ outbox }) =>
    outbox.some(
      (item) =>
        GOING.has(item.state) || (item.state === 'sent' && item.changedAtMs > NOW_MS - DAY_MS),
    ),
  failed: ({ outbox }) => outbox.some((item) => FAILED.has(item.state)),
  all: () => true,
};

const matches = (filter: InboxFilter, { row }: ConversationProjection): boolean =>
  (filter.teamId === undefined || row.teamId === filter.teamId) &&
  (filter.accountId === undefined || row.accountId === filter.accountId) &&
  (filter.kind === undefined || row.kind === filter.kind) &&
  (filter.assignee === undefined || row.assignee === filter.assignee);

const FILTERS: readonly InboxFilter[] = [
  {},
  { teamId: 'care' },
  { accountId: 'account-2', kind: 'comment' },
  { assignee: 'Anna' },
  { assignee: null, teamId: 'communication' },
  { accountId: 'nowhere' },
];

/** Filters that select a set first: its pages must be as those of a walk. */
const SETS: readonly InboxFilter[] = [
  { text: 'bolletta' },
  { text: 'rete gua', teamId: 'care' },
  ...(['answered', 'unanswered', 'open', 'left_out', 'all'] as const).map((outcome) => ({
    figure: { fromMs: 0, toMs: NOW_MS, preset: 'riscontro' as const, outcome },
  })),
  { figure: { fromMs: 0, toMs: NOW_MS, preset: 'blogmeter', outcome: 'all', teamId: 'care' } },
];

describe('inbox pages', () => {
  it('holds in every view and under every filter what the conversations in full say', () => {
    const opened = filledStore();
    const everything = walk(opened, { view: 'all', filter: {}, nowMs: NOW_MS }, 200).ids.map((id) =>
      opened.conversation(id),
    );
    for (const view of VIEWS) {
      for (const filter of FILTERS) {
        const { ids, totals } = walk(opened, { view, filter, nowMs: NOW_MS }, 7);
        const truth = everything.flatMap((p) =>
          p !== null && ORACLE[view](p) && matches(filter, p) ? [p.row.id] : [],
        );
        expect(ids.toSorted(), `${view} ${JSON.stringify(filter)}`).toEqual(truth.toSorted());
        expect(totals).toEqual([truth.length]);
      }
    }
    const counts = opened.counts(NOW_MS, NOW_MS + 12 * HOUR_MS);
    for (const view of VIEWS) {
      const held = everything.filter((p) => p !== null && ORACLE[view](p)).length;
      expect(counts.views[view], view).toBe(held);
    }
    const { overdue, hour, today, later } = counts.groups;
    expect(overdue + hour + today + later).toBe(counts.views.to_answer);
  });

  it('pages through a search or a figure as through one long page', () => {
    const opened = filledStore();
    for (const view of VIEWS) {
      for (const filter of SETS) {
        const ask = { view, filter, nowMs: NOW_MS };
        const whole = walk(opened, ask, 200);
        const paged = walk(opened, ask, 5);
        expect(paged, `${view} ${JSON.stringify(filter)}`).toEqual(whole);
        expect(whole.totals).toEqual([whole.ids.length]);
      }
    }
  });

  it('shows of a figure the conversations whose obligations it counts', () => {
    const opened = filledStore();
    const figure = { fromMs: NOW_MS - 10 * DAY_MS, toMs: NOW_MS, preset: 'riscontro' } as const;
    const counted = opened
      .obligations(figure)
      .filter(({ ending }) => ending === null || ending === 'closed');
    const filter = { figure: { ...figure, outcome: 'unanswered' as const } };
    const { ids } = walk(opened, { view: 'all', filter, nowMs: NOW_MS }, 200);
    expect(ids.length).toBeGreaterThan(0);
    expect(ids.toSorted()).toEqual(
      [...new Set(counted.map((obligation) => obligation.conversationId))].toSorted(),
    );
  });

  it('sorts pending ones by due time and the others newest first', () => {
    const opened = filledStore();
    const ask = { filter: {}, cursor: null, limit: 200, nowMs: NOW_MS } as const;
    const due = opened.page({ ...ask, view: 'to_answer' }).rows.map((row) => row.dueAtMs ?? 0);
    expect(due).toEqual(due.toSorted((a, b) => a - b));
    const newest = opened.page({ ...ask, view: 'all' }).rows.map((row) => row.lastMessageAtMs);
    expect(newest).toEqual(newest.toSorted((a, b) => b - a));
  });

  it('visits every row that stays once, whatever comes and goes between the pages', () => {
    const opened = filledStore();
    const ask = { view: 'to_answer', filter: {}, nowMs: NOW_MS } as const;
    const before = walk(opened, ask, 200).ids;
    const arriving = someConversations(20, 99).values();
    const leaving = before.filter((_, index) => index % 9 === 4).values();
    const gone = new Set<string>();
    const { ids } = walk(opened, ask, 6, () => {
      opened.append(arriving.next().value ?? []);
      const id = leaving.next().value;
      if (id === undefined) return;
      gone.add(id);
      opened.append([closing(id)]);
    });
    expect(new Set(ids).size).toBe(ids.length);
    const seen = new Set(ids);
    expect(before.filter((id) => !gone.has(id) && !seen.has(id))).toEqual([]);
  });

  it('gives fresh rows in the order asked and leaves out what is gone', () => {
    const opened = filledStore();
    const [first, second] = opened.page({
      view: 'all',
      filter: {},
      cursor: null,
      limit: 2,
      nowMs: NOW_MS,
    }).rows;
    const ids = [second?.id ?? '', 'gone', first?.id ?? ''];
    expect(opened.rows(ids, NOW_MS)).toEqual([second, first]);
  });
});

const closing = (id: string): NewEvent => ({
  kind: 'conversation.closed',
  actor: 'agent:Anna',
  accountId: ACCOUNT,
  conversationId: id,
  happenedAtMs: NOW_MS,
  payload: {},
});

/** One conversation whose newest message is the customer's. */
const waiting = () => {
  const store = workspace().open();
  store.append([accountAdded(), ...someConversations(30, 6).flat()]);
  const page = () =>
    store.page({ view: 'to_answer', filter: {}, cursor: null, limit: 1, nowMs: NOW_MS }).rows[0];
  const id = page()?.id ?? '';
  return { store, id, row: () => store.rows([id], NOW_MS)[0] };
};

describe('marks of a row', () => {
  it('is unread until read, unread again on request and with the next message', () => {
    const { store, id, row } = waiting();
    expect(row()?.unread).toBe(true);
    store.markRead(id, false);
    expect(row()?.unread).toBe(false);
    store.markRead(id, true);
    expect(row()?.unread).toBe(true);
    store.markRead(id, false);
    const said = store.conversationEvents(id).find((event) => event.kind === 'message.observed');
    if (said === undefined) throw new Error('no message');
    const payload = { ...said.payload, messageId: 'new', externalId: 'new', createdAtMs: NOW_MS };
    store.append([{ ...said, happenedAtMs: NOW_MS, payload }]);
    expect(row()?.unread).toBe(true);
  });

  it('shows that a draft is kept, until it is taken away', () => {
    const { store, id, row } = waiting();
    const draft = { text: 'Buongiorno', mode: 'public', savedAtMs: NOW_MS, mail: null } as const;
    store.saveDraft(id, draft);
    expect([row()?.hasDraft, store.draft(id)]).toEqual([true, draft]);
    store.saveDraft(id, null);
    expect([row()?.hasDraft, store.draft(id)]).toEqual([false, null]);
  });

  it('is uncertain while a gap of its source touches the life of its obligation and is not filled', () => {
    const { store, row } = waiting();
    const since = row()?.pendingSinceMs ?? 0;
    const { source = 'comments' } = row() ?? {};
    const gap = { accountId: ACCOUNT, source, fromMs: since - HOUR_MS, reason: 'offline' } as const;
    store.openGap({ ...gap, source: 'messenger' });
    store.openGap({ ...gap, fromMs: since - 2 * HOUR_MS });
    store.closeGap(ACCOUNT, source, since);
    expect(row()?.uncertain).toBe(false);
    store.openGap(gap);
    expect(row()?.uncertain).toBe(true);
    store.closeGap(ACCOUNT, source, since + 1);
    expect(row()?.uncertain).toBe(true);
    store.fillGaps(ACCOUNT, source, since + 2 * HOUR_MS);
    expect(row()?.uncertain).toBe(false);
  });
});
