import type { MessageAbilities } from '../../shared/contract/channel-schemas.ts';
import { MESSAGE_ACTIONS } from '../../shared/domain/action/types.ts';
import { describe, expect, test } from 'vitest';
import type { ConversationSummary } from '../../shared/contract/schemas.ts';
import { timelineOf } from '../../renderer/features/conversation/timeline.ts';
import type { InboxQuery } from '../../renderer/state/inbox.ts';
import { filterOf } from '../../renderer/state/inbox.ts';
import { belongs, sortKey } from '../../renderer/state/membership.ts';

const NOW = Date.parse('2026-11-23T11:00:00Z');

const row = (change: Partial<ConversationSummary> = {}): ConversationSummary => ({
  id: 'c1',
  accountId: 'a1',
  channel: 'facebook',
  kind: 'comment',
  source: 'comments',
  teamId: 'care',
  assignee: null,
  author: { externalId: 'p1', name: 'Giulia' },
  snippet: 'Ciao',
  subject: null,
  snippetOurs: false,
  tag: null,
  status: 'pending',
  messageCount: 1,
  lastMessageAtMs: NOW - 1_000,
  timer: {
    pendingSinceMs: NOW - 1_000,
    warnAtMs: NOW + 1_000,
    dueAtMs: NOW + 2_000,
    answeredAtMs: null,
    answeredInMs: null,
    paused: false,
    uncertain: false,
  },
  unread: false,
  hasDraft: false,
  outbox: null,
  ...change,
});
const query = (change: Partial<InboxQuery> = {}): InboxQuery => ({
  view: 'to_answer',
  filter: {},
  segment: 'all',
  ...change,
});
const context = { agent: 'Marta', nowMs: NOW };

describe('whether a changed row belongs to the list', () => {
  test.each([
    ['what we owe is to be answered', {}, {}, true],
    ['what waits for the customer is not', { status: 'waiting' }, {}, false],
    ['before its warning nothing is due soon', {}, { view: 'due_soon' }, false],
    ['another team’s', {}, { filter: { teamId: 'com' } }, false],
    ['nobody’s is not mine', {}, { segment: 'mine' }, false],
    ['mine is', { assignee: 'Marta' }, { segment: 'mine' }, true],
    ['nobody’s is unassigned', {}, { segment: 'unassigned' }, true],
    ['a stopped reply is a failed send', { outbox: 'needs_human' }, { view: 'failed' }, true],
    ['words only the store can judge', {}, { filter: { text: 'fibra' } }, null],
    [
      'what fits nowhere else is judged here all the same',
      { teamId: 'com' },
      { filter: { text: 'x', teamId: 'care' } },
      false,
    ],
  ] as const)('%s', (_name, rowChange, queryChange, expected) => {
    expect(belongs(row(rowChange), query(queryChange), context)).toBe(expected);
  });

  test('pending views run by deadline, the others by the newest message', () => {
    expect(sortKey(row(), 'to_answer')).toBe(NOW + 2_000);
    expect(sortKey(row(), 'all')).toBe(1_000 - NOW);
  });

  test('a segment becomes an assignee of the filter, where the view has segments', () => {
    expect(filterOf(query({ segment: 'mine' }), 'Marta')).toEqual({ assignee: 'Marta' });
    expect(filterOf(query({ segment: 'unassigned' }), 'Marta')).toEqual({ assignee: null });
    expect(filterOf(query({ segment: 'mine', view: 'failed' }), 'Marta')).toEqual({});
  });
});

const ABILITIES = Object.fromEntries(
  MESSAGE_ACTIONS.map((action) => [action, { allowed: true }]),
) as MessageAbilities;

const message = (id: string, parent: string | null, atMs: number, name: string) => ({
  id,
  externalId: id,
  parentExternalId: parent,
  author: { externalId: null, name },
  authorKind: 'customer' as const,
  text: id,
  createdAtMs: atMs,
  visibility: 'public' as const,
  source: null,
  presence: 'visible' as const,
  presenceAtMs: null,
  versions: [],
  attachments: [],
  permalink: null,
  answered: [],
  abilities: ABILITIES,
  likeCount: null,
  liked: null,
  mail: null,
});

test('a conversation reads from its first message on; what has not arrived stands last', () => {
  const item = {
    conversationId: 'c1',
    action: 'reply' as const,
    targetExternalId: 'start',
    imageName: null,
    copies: [],
    mail: null,
    attempt: 0,
    reason: null,
    queuedAtMs: 0,
    notBeforeMs: 0,
    seenThroughMs: 0,
    changedAtMs: 0,
  };
  const { root, entries } = timelineOf({
    summary: row(),
    externalId: 'start',
    permalink: null,
    context: null,
    messages: [
      message('late', 'nested', 40, 'Giulia'),
      message('start', null, 10, 'Giulia'),
      message('nested', 'start', 20, 'Marco'),
    ],
    notes: [{ id: 'note', text: 'n', author: 'agent:Marta', createdAtMs: 30 }],
    outbox: [
      { ...item, id: 'out', text: 'r', state: 'queued' },
      { ...item, id: 'gone', text: 'r', state: 'cancelled' },
    ],
    activities: [],
    explanation: null,
    draft: null,
    customer: null,
    history: [],
    modes: [],
  });
  expect(root?.id).toBe('start');
  expect(entries.map((entry) => entry.type)).toEqual(['message', 'note', 'message', 'outbox']);
  expect(entries.flatMap((entry) => (entry.type === 'message' ? [entry.under] : []))).toEqual([
    null,
    'Marco',
  ]);
});
