import { describe, expect, it } from 'vitest';
import type { NewEvent } from '../../shared/domain/event.ts';
import type { SetAside } from '../../electron/service/ports/connector.ts';
import {
  ACCOUNT,
  accountAdded,
  derivedRows,
  HOUR_MS,
  NOW_MS,
  someConversations,
  workspace,
} from '../support/store.ts';

const NOTHING = { accountId: ACCOUNT, setAside: [], posts: new Map() };

describe('append', () => {
  it('starts a workspace with two teams, a calendar and a policy as facts', () => {
    const store = workspace().open();
    expect(store.lastEventSeq()).toBe(4);
    expect(store.teams().map((team) => team.name)).toEqual(['Customer Care', 'Comunicazione']);
    expect(store.policy().name).toBe('Social standard');
    expect(store.calendar().zone).toBe('Europe/Rome');
  });

  it('stamps facts with ids and clocks that only grow, also when the wall clock goes back', () => {
    const { open, clock } = workspace();
    const store = open();
    const [first = [], second = []] = someConversations(2, 1);
    const before = store.append(first).events;
    clock.setWall(NOW_MS - 24 * HOUR_MS);
    const after = store.append(second).events;
    const stamps = [...before, ...after].map((event) => event.hlc);
    expect(stamps).toEqual(stamps.toSorted());
    expect(new Set(stamps).size).toBe(stamps.length);
    expect(after.every((event) => event.observedAtMs === clock.now())).toBe(true);
  });

  it('makes the same rows whether facts come together or one by one', () => {
    const facts = someConversations(20, 3);
    const together = workspace();
    const apart = workspace();
    const first = together.open();
    first.append([accountAdded(), ...facts.flat()]);
    const second = apart.open();
    second.append([accountAdded()]);
    for (const fact of facts.flat()) second.append([fact]);
    expect(derivedRows(apart.raw())).toEqual(derivedRows(together.raw()));
  });

  it('refuses to change or to delete a fact', () => {
    const { open, raw } = workspace();
    open();
    expect(() => raw().exec("UPDATE event SET actor = 'x'")).toThrow(/append-only/);
    expect(() => raw().exec('DELETE FROM event')).toThrow(/append-only/);
  });

  it('leaves disk and memory as they were when a part of an append fails', () => {
    const { open, raw } = workspace();
    const store = open();
    const rows = derivedRows(raw());
    const homeless: NewEvent<'note.added'> = {
      kind: 'note.added',
      actor: 'agent:Anna',
      accountId: ACCOUNT,
      conversationId: 'nowhere',
      happenedAtMs: NOW_MS,
      payload: { noteId: 'n1', text: 'x' },
    };
    expect(() => store.append([accountAdded(), homeless])).toThrow('conversation.opened');
    expect(store.accounts()).toEqual([]);
    expect(store.lastEventSeq()).toBe(4);
    expect(derivedRows(raw())).toEqual(rows);
  });

  it('tells which conversations and accounts an append changed', () => {
    const store = workspace().open();
    const [facts = []] = someConversations(1, 5);
    const result = store.append([accountAdded(), ...facts]);
    expect(result).toMatchObject({
      conversationIds: [facts[0]?.conversationId],
      accountIds: [ACCOUNT],
      settings: true,
    });
  });
});

describe('settings', () => {
  it('follows a new policy from its instant on and leaves older deadlines alone', () => {
    const { open, raw } = workspace();
    const store = open();
    store.append([accountAdded(), ...someConversations(30, 8).flat()]);
    const dueBefore = raw().prepare('SELECT id, due_at_ms FROM obligation ORDER BY id').all();
    const policy = store.policy();
    const target = { durationMs: HOUR_MS, clock: 'calendar' } as const;
    store.append([
      {
        kind: 'policy.set',
        actor: 'agent:Anna',
        accountId: null,
        conversationId: null,
        happenedAtMs: NOW_MS - 10 * 24 * HOUR_MS,
        payload: { ...policy, targets: { first_response: target, next_response: target } },
      },
    ]);
    const rows = raw()
      .prepare('SELECT id, started_at_ms, due_at_ms FROM obligation ORDER BY id')
      .all() as { id: string; started_at_ms: number; due_at_ms: number }[];
    const younger = rows.filter((row) => row.started_at_ms >= NOW_MS - 10 * 24 * HOUR_MS);
    expect(younger.length).toBeGreaterThan(0);
    expect(younger.every((row) => row.due_at_ms === row.started_at_ms + HOUR_MS)).toBe(true);
    const older = rows.filter((row) => !younger.includes(row));
    expect(older.map(({ id, due_at_ms }) => ({ id, due_at_ms }))).toEqual(
      dueBefore.filter((row) => older.some(({ id }) => id === (row as { id: string }).id)),
    );
    expect(store.rebuildCheck().findings).toEqual([]);
  });

  it('shows nothing of a removed account, keeps its facts, and shows it again when it returns', () => {
    const { open, raw } = workspace();
    const store = open();
    store.append([accountAdded(), ...someConversations(10, 2).flat()]);
    const rows = derivedRows(raw());
    store.append([{ ...accountAdded(), kind: 'account.removed', payload: {} }]);
    expect(store.counts(NOW_MS, NOW_MS).views.all).toBe(0);
    expect(store.accounts()).toEqual([]);
    expect(store.rebuildCheck().findings).toEqual([]);
    store.append([{ ...accountAdded(), happenedAtMs: NOW_MS + 1 }]);
    expect(derivedRows(raw())).toEqual(rows);
  });
});

describe('local marks of a read', () => {
  const broken: SetAside = { externalId: 'x1', reason: 'item_bad_date', detail: 'created_time' };

  it('notes a broken item once, however often it is read', () => {
    const store = workspace().open();
    store.appendRead([], { ...NOTHING, setAside: [broken] });
    store.appendRead([], { ...NOTHING, setAside: [broken] });
    expect(store.setAside(ACCOUNT)).toEqual([
      { id: 1, accountId: ACCOUNT, atMs: NOW_MS, ...broken },
    ]);
  });

  it('forgets a broken item once it could be read', () => {
    const store = workspace().open();
    const [facts = []] = someConversations(1, 4);
    const message = facts.find((fact) => fact.kind === 'message.observed');
    const externalId = message?.payload.externalId ?? null;
    store.appendRead([], { ...NOTHING, setAside: [{ ...broken, externalId }] });
    expect(store.accountCounts(ACCOUNT).setAside).toBe(1);
    store.appendRead(facts, NOTHING);
    expect(store.setAside(ACCOUNT)).toEqual([]);
  });

  it('remembers what a complete listing saw of each post', () => {
    const store = workspace().open();
    const posts = new Map([['p1', { updatedAtMs: NOW_MS, count: 3 }]]);
    store.appendRead([], { ...NOTHING, posts });
    expect(store.knownPosts(ACCOUNT)).toEqual(posts);
  });
});
