import { describe, expect, test } from 'vitest';
import { addAccount } from '../../electron/service/usecases/accounts.ts';
import { cancelReply, resolveReply } from '../../electron/service/usecases/decide-reply.ts';
import { outboxWorld, type Commented, type OutboxWorld } from '../support/outbox-world.ts';

const presenceOf = (world: OutboxWorld, { conversationId, messageId }: Commented) =>
  world.messages(conversationId).find((message) => message.id === messageId)?.presence;

const factsOf = (world: OutboxWorld, { conversationId }: Commented): number =>
  world.inbox().store.conversationEvents(conversationId).length;

describe('an action', () => {
  test('hides a comment at the page and here in one commit; nothing is owed any more', async () => {
    const world = await outboxWorld();
    const to = await world.comment();
    expect(await world.send(world.act(to, 'hide'))).toMatchObject({ state: 'sent', attempt: 1 });
    expect(world.atPage(to.externalId)).toMatchObject({ hidden: true });
    expect(presenceOf(world, to)).toBe('hidden');
    expect(world.inbox().store.conversation(to.conversationId)?.row.status).toBe('waiting');
    expect((await world.sync()).events).toBe(0);
    expect(await world.send(world.act(to, 'unhide'))).toMatchObject({ state: 'sent' });
    expect(world.atPage(to.externalId)).toMatchObject({ hidden: false });
    expect(presenceOf(world, to)).toBe('visible');
    expect((await world.sync()).events).toBe(0);
  });

  test('likes and takes the like back', async () => {
    const world = await outboxWorld();
    const to = await world.comment();
    expect(await world.send(world.act(to, 'like'))).toMatchObject({ state: 'sent' });
    expect(world.atPage(to.externalId)).toMatchObject({ likedByPage: true });
    expect(world.tryAct(to, 'like')).toEqual({
      ok: false,
      error: { code: 'not_allowed', details: { reason: 'already_liked' } },
    });
    expect(await world.send(world.act(to, 'unlike'))).toMatchObject({ state: 'sent' });
    expect(world.atPage(to.externalId)).toMatchObject({ likedByPage: false });
  });

  test('edits what we said; the first words stay in the history', async () => {
    const world = await outboxWorld();
    const to = await world.comment();
    const said = await world.send(world.say(to, 'Alle 9'));
    const ours = world.messages(to.conversationId).at(-1);
    const edit = world.act({ ...to, messageId: ours?.id ?? '' }, 'edit', { text: 'Alle 10' });
    expect(await world.send(edit)).toMatchObject({ state: 'sent' });
    expect(world.atPage(said.externalId ?? '')).toMatchObject({ text: 'Alle 10' });
    expect(world.messages(to.conversationId).at(-1)).toMatchObject({
      text: 'Alle 10',
      versions: [{ text: 'Alle 9' }],
    });
    const facts = factsOf(world, to);
    await world.sync();
    expect(factsOf(world, to)).toBe(facts);
  });

  test('deletes a customer’s comment only after asking; what hangs below goes with it', async () => {
    const world = await outboxWorld();
    const to = await world.comment();
    await world.send(world.say(to, 'Alle 9'));
    expect(world.tryAct(to, 'delete')).toMatchObject({ error: { code: 'bad_input' } });
    const deleted = world.act(to, 'delete', { confirmed: true });
    expect(await world.send(deleted)).toMatchObject({ state: 'sent' });
    expect(world.atPage(to.externalId)).toMatchObject({ visible: false });
    expect(world.messages(to.conversationId).map((message) => message.presence)).toEqual([
      'gone',
      'gone',
    ]);
  });

  test('blocks a person only after asking, and lets them back in', async () => {
    const world = await outboxWorld();
    const to = await world.comment();
    expect(world.tryAct(to, 'block')).toMatchObject({ error: { code: 'bad_input' } });
    await world.send(world.act(to, 'block', { confirmed: true }));
    expect(world.page.control.snapshot().blocked).toHaveLength(1);
    await world.send(world.act(to, 'unblock'));
    expect(world.page.control.snapshot().blocked).toEqual([]);
  });

  test('that somebody did meanwhile is not done again', async () => {
    const world = await outboxWorld();
    const to = await world.comment();
    const item = world.act(to, 'hide');
    world.page.control.hide(to.externalId);
    const before = world.page.stats.byEdge['POST {id}'] ?? 0;
    expect(await world.send(item)).toMatchObject({ state: 'sent' });
    expect(world.page.stats.byEdge['POST {id}'] ?? 0).toBe(before);
    expect(presenceOf(world, to)).toBe('hidden');
  });

  test('whose target is gone waits for a person', async () => {
    const world = await outboxWorld();
    const to = await world.comment();
    const item = world.act(to, 'hide');
    world.page.control.remove(to.externalId);
    const stopped = { state: 'needs_human', reason: 'message_vanished', attempt: 0 };
    expect(await world.send(item)).toMatchObject(stopped);
    expect(resolveReply(world.inbox(), item.id, 'drop')).toMatchObject({ ok: true });
    expect(world.inbox().store.draft(to.conversationId)).toBeNull();
  });

  test('does not wait behind a reply that waits', async () => {
    const world = await outboxWorld({ jobs: { sync: false, outbox: true } });
    const to = await world.comment();
    await world.fault({ kind: 'error', method: 'POST', pathSuffix: '/comments', code: 32 });
    const reply = world.say(to, 'Alle 9');
    const hide = world.act(to, 'like');
    await until(world, () => world.stored(hide).state === 'sent');
    await until(world, () => world.stored(reply).state === 'deferred');
  });
});

async function until(world: OutboxWorld, condition: () => boolean): Promise<void> {
  while (!condition()) {
    world.clock.advance(0);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

describe('before it has left, an action', () => {
  test('can be taken back without a trace', async () => {
    const world = await outboxWorld({ undoMs: 8_000 });
    const to = await world.comment();
    const item = world.act(to, 'hide');
    expect(cancelReply(world.inbox(), item.id)).toMatchObject({ value: { state: 'cancelled' } });
    world.clock.advance(60_000);
    await world.send(item);
    expect(world.atPage(to.externalId)).toMatchObject({ hidden: false });
    expect(world.inbox().store.draft(to.conversationId)).toBeNull();
  });

  test('is dropped by its contrary, which is not queued', async () => {
    const world = await outboxWorld({ undoMs: 8_000 });
    const to = await world.comment();
    const like = world.act(to, 'like');
    expect(world.act(to, 'unlike')).toMatchObject({ id: like.id, state: 'cancelled' });
    expect(world.inbox().store.outboxOpen()).toEqual([]);
  });

  test('is the same one when it is asked for again', async () => {
    const world = await outboxWorld({ undoMs: 8_000 });
    const to = await world.comment();
    const like = world.act(to, 'like');
    expect(world.act(to, 'like')).toEqual(like);
  });

  test('is replaced by a later edit', async () => {
    const world = await outboxWorld({ undoMs: 8_000 });
    const to = await world.comment();
    const said = world.say(to, 'Alle 9', { undoMs: 0 });
    await world.send(said);
    const ours = { ...to, messageId: world.messages(to.conversationId).at(-1)?.id ?? '' };
    const first = world.act(ours, 'edit', { text: 'Alle 10' });
    const second = world.act(ours, 'edit', { text: 'Alle 11' });
    expect(world.stored(first)).toMatchObject({ state: 'cancelled' });
    expect(world.inbox().store.outboxOpen()).toMatchObject([{ id: second.id, text: 'Alle 11' }]);
  });
});

describe('an action whose answer is lost', () => {
  test('and that was done is done', async () => {
    const world = await outboxWorld();
    const to = await world.comment();
    const item = world.act(to, 'hide');
    await world.fault({ kind: 'accept_then_drop', method: 'POST' });
    expect(await world.send(item)).toMatchObject({ state: 'unknown' });
    expect(await world.look(item)).toMatchObject({ state: 'sent', attempt: 1 });
    expect(presenceOf(world, to)).toBe('hidden');
  });

  test('and that was not done is done again, five times; then a person is asked', async () => {
    const world = await outboxWorld();
    const to = await world.comment();
    const item = world.act(to, 'hide');
    await world.fault({ kind: 'drop', method: 'POST', count: 0 });
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      expect(await world.send(item)).toMatchObject({ state: 'unknown', attempt });
      const looked = await world.look(item);
      const state = attempt < 5 ? 'queued' : 'needs_human';
      expect(looked).toMatchObject({ state, reason: 'unknown_outcome' });
      world.clock.setWall(Math.max(world.clock.now(), looked.notBeforeMs));
    }
    await world.noFaults();
    resolveReply(world.inbox(), item.id, 'send_again');
    expect(await world.send(item)).toMatchObject({ state: 'sent' });
    expect(world.atPage(to.externalId)).toMatchObject({ hidden: true });
  });
});

describe('a private reply', () => {
  const PRIVATE = { visibility: 'private' } as const;

  test('goes to the comment’s author, answers them, and stands at the comment', async () => {
    const world = await outboxWorld();
    const to = await world.comment();
    const sent = await world.send(world.say(to, 'Le scriviamo qui', PRIVATE));
    expect(sent).toMatchObject({ state: 'sent', action: 'private_reply' });
    const [thread] = world.page.control.snapshot().conversations;
    expect(thread?.messages).toMatchObject([{ text: 'Le scriviamo qui', id: sent.externalId }]);
    const conversation = world.inbox().store.conversation(to.conversationId);
    expect(conversation?.row.status).toBe('waiting');
    expect(conversation?.messages.at(-1)).toMatchObject({
      visibility: 'private',
      source: 'riscontro',
      answered: ['Prova Cliente'],
    });
  });

  test('is sent once only, in whatever words', async () => {
    const world = await outboxWorld({ undoMs: 8_000 });
    const to = await world.comment();
    const first = world.say(to, 'Le scriviamo qui', PRIVATE);
    expect(world.say(to, 'Le scriviamo qui', PRIVATE)).toEqual(first);
    expect(() => world.say(to, 'Altre parole', PRIVATE)).toThrow('conflict');
    world.clock.advance(8_000);
    await world.send(first);
    expect(() => world.say(to, 'Altre parole', PRIVATE)).toThrow('already_replied');
  });

  test('is not queued after seven days, and does not leave after them', async () => {
    const world = await outboxWorld();
    const to = await world.comment();
    const item = world.say(to, 'Le scriviamo qui', PRIVATE);
    world.clock.setWall(world.clock.now() + 7 * 86_400_000 + 1);
    expect(() => world.say(to, 'Altre parole', PRIVATE)).toThrow('window_closed');
    expect(await world.send(item)).toMatchObject({ state: 'needs_human', reason: 'window_closed' });
  });

  test('whose answer was lost is proved by a comment that takes none any more', async () => {
    const world = await outboxWorld();
    const to = await world.comment();
    const item = world.say(to, 'Le scriviamo qui', PRIVATE);
    await world.fault({ kind: 'accept_then_drop', method: 'POST' });
    expect(await world.send(item)).toMatchObject({ state: 'unknown' });
    expect(await world.look(item)).toMatchObject({ state: 'sent' });
    expect(world.messages(to.conversationId).at(-1)).toMatchObject({ visibility: 'private' });
  });

  test('that did not arrive is left to a person', async () => {
    const world = await outboxWorld();
    const to = await world.comment();
    const item = world.say(to, 'Le scriviamo qui', PRIVATE);
    await world.fault({ kind: 'drop', method: 'POST' });
    await world.send(item);
    let now = await world.look(item);
    while (now.state === 'unknown') now = await world.look(item);
    expect(now).toMatchObject({ state: 'needs_human', reason: 'unknown_outcome' });
    expect(world.page.control.snapshot().conversations).toEqual([]);
  });
});

describe('the platform', () => {
  test('that blocks the page is left alone for half an hour, and a person is told', async () => {
    const world = await outboxWorld();
    const [to, other] = [await world.comment(), await world.comment('E domenica?')];
    const first = world.say(to, 'Alle 9');
    const second = world.say(other, 'Chiusi');
    await world.fault({ kind: 'error', method: 'POST', code: 368 });
    const startMs = world.clock.now();
    expect(await world.send(first)).toMatchObject({ state: 'needs_human', reason: 'blocked' });
    expect(await world.send(second)).toMatchObject({
      state: 'deferred',
      reason: 'blocked',
      attempt: 0,
    });
    expect(world.stored(second).notBeforeMs).toBeGreaterThanOrEqual(startMs + 30 * 60_000);
    resolveReply(world.inbox(), first.id, 'send_again');
    expect(world.stored(first).notBeforeMs).toBe(startMs + 30 * 60_000);
    world.clock.advance(30 * 60_000);
    expect(await world.send(first)).toMatchObject({ state: 'sent' });
    expect(await world.send(second)).toMatchObject({ state: 'sent' });
  });

  test('that calls it a duplicate has the earlier copy, however old', async () => {
    const world = await outboxWorld();
    const to = await world.comment();
    const copy = world.page.control.ownReply({ parent: to.externalId, text: 'Alle 9' });
    await world.sync();
    world.clock.advance(3_600_000);
    const item = world.say(to, 'Alle 9');
    await world.fault({ kind: 'error', method: 'POST', code: 506 });
    expect(await world.send(item)).toMatchObject({ state: 'unknown', reason: 'duplicate' });
    expect(await world.look(item)).toMatchObject({ state: 'sent', externalId: copy });
    expect(world.messages(to.conversationId)).toHaveLength(2);
  });

  test('that refuses a dead token makes the outbox wait; a new token lets it go', async () => {
    const world = await outboxWorld({ jobs: { sync: false, outbox: true } });
    const to = await world.comment();
    world.page.control.setToken({ dead: 460 });
    const item = world.say(to, 'Alle 9');
    await until(world, () => world.stored(item).state === 'deferred');
    expect(world.stored(item)).toMatchObject({ reason: 'token_dead', attempt: 0 });
    world.page.control.setToken({ dead: null });
    const { channel, externalId, baseUrl } = world.account;
    const { token } = world.page;
    await addAccount(world.inbox(), { channel, externalId, baseUrl, token, practice: false });
    await until(world, () => world.stored(item).state === 'sent');
  });
});
