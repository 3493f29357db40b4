import { describe, expect, it } from 'vitest';
import type { NewEvent } from '../../shared/domain/event.ts';
import type { OutboxState } from '../../shared/domain/outbox/types.ts';
import type { OpenedStore } from '../../electron/service/store/open-store.ts';
import { replyFacts } from '../support/reply-facts.ts';
import { seededRandom, type SeededRandom } from '../support/seeded-random.ts';
import {
  ACCOUNT,
  accountAdded,
  derivedRows,
  HOUR_MS,
  NOW_MS,
  someConversations,
  workspace,
} from '../support/store.ts';

/** Something that happens to a conversation that is already there. */
function laterFact(random: SeededRandom, facts: readonly NewEvent[]): readonly NewEvent[] {
  const opened = facts[0];
  const said = facts.find((fact) => fact.kind === 'message.observed');
  if (opened === undefined || said === undefined) return [];
  const messageId = said.payload.messageId;
  const atMs = NOW_MS - random.below(20 * 24) * HOUR_MS;
  const base = { ...opened, actor: 'agent:Anna', happenedAtMs: atMs };
  const edited = { messageId, text: `corretto ${random.below(1000)}` };
  const made = (kind: NewEvent['kind'], payload: object): readonly NewEvent[] => [
    { ...base, kind, payload } as NewEvent,
  ];
  const state = random.pick<OutboxState>(['queued', 'sent', 'unknown', 'rejected', 'cancelled']);
  return random.pick<() => readonly NewEvent[]>([
    () => made('message.edited', edited),
    () => made('message.presence', { messageId, presence: random.pick(['gone', 'hidden']) }),
    () => made('note.added', { noteId: random.uuid(atMs), text: 'nota' }),
    () => made('conversation.assigned', { assignee: random.pick(['Anna', 'Bruno']) }),
    () => made('conversation.handed_over', { teamId: 'communication', note: null }),
    () => made('conversation.no_answer_needed', {}),
    () => made('conversation.closed', {}),
    () => made('conversation.reopened', {}),
    () => replyFacts(opened, random.uuid(atMs), { state, atMs }),
  ])();
}

/** A life of a workspace: appends of every kind, in an order that the seed decides. */
function liveThrough(store: OpenedStore, seed: number): void {
  const random = seededRandom(seed);
  const conversations = someConversations(25, seed);
  store.append([accountAdded()]);
  for (const facts of conversations) store.append(facts);
  for (let step = 0; step < 60; step += 1) {
    store.append(laterFact(random, conversations[random.below(conversations.length)] ?? []));
  }
  const context = {
    externalId: 'post-1',
    author: { externalId: '1000', name: 'La Pagina' },
    text: 'Promozione',
    createdAtMs: NOW_MS,
    permalink: null,
    reactionCount: 1,
    commentCount: 2,
    shareCount: null,
  };
  for (const reactionCount of [5, 9]) {
    store.append([
      {
        ...accountAdded(),
        kind: 'context.observed',
        payload: { ...context, reactionCount },
      } as NewEvent,
    ]);
  }
}

describe('rebuild', () => {
  it.each([1, 2, 3, 4, 5, 6])('gives identical rows after the history of seed %i', (seed) => {
    const { open, raw } = workspace();
    const store = open();
    liveThrough(store, seed);
    const before = derivedRows(raw());
    expect(store.rebuildCheck()).toEqual({ ok: true, findings: [] });
    const steps: number[] = [];
    store.rebuild((done) => steps.push(done));
    expect(derivedRows(raw())).toEqual(before);
    expect(steps.at(-1)).toBe(25);
    expect(store.check()).toEqual({ ok: true, findings: [] });
    expect(store.context(ACCOUNT, 'post-1')?.reactionCount).toBe(9);
  });

  it('keeps lists, search and counts working on what is appended after it', () => {
    const store = workspace().open();
    liveThrough(store, 7);
    store.rebuild();
    store.append(someConversations(3, 70).flat());
    expect(store.rebuildCheck()).toEqual({ ok: true, findings: [] });
    expect(store.counts(NOW_MS, NOW_MS).views.all).toBe(28);
  });

  it.each([
    ['a changed row', "UPDATE conversation SET snippet = 'x' WHERE rowid = 3", 'conversation'],
    ['a lost message', 'DELETE FROM message WHERE n = 4', 'message'],
    ['a wrong due time', 'UPDATE obligation SET due_at_ms = 1 WHERE rowid = 2', 'obligation'],
    ['a wrong tally', 'UPDATE tally SET conversations = conversations + 1', 'tally'],
    ['a lost context', 'DELETE FROM context', 'context'],
    [
      'a full-text index that missed a text',
      "INSERT INTO message_text (message_text) VALUES ('delete-all')",
      'message_text',
    ],
  ])('check names %s, and rebuild mends it', (_what, spoil, table) => {
    const { open, raw } = workspace();
    const store = open();
    liveThrough(store, 9);
    const spoiled = raw();
    spoiled.exec(spoil);
    const before = derivedRows(raw());
    const report = store.rebuildCheck();
    expect(report.ok).toBe(false);
    expect(report.findings.some((finding) => finding.startsWith(`${table}:`))).toBe(true);
    expect(derivedRows(raw())).toEqual(before);
    store.rebuild();
    expect(store.rebuildCheck()).toEqual({ ok: true, findings: [] });
  });
});
