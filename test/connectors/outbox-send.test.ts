import { expect, test } from 'vitest';
import { appError, AppFailure } from '../../shared/kernel/app-error.ts';
import type { OutboxItem } from '../../shared/domain/outbox/types.ts';
import {
  cancelReply,
  holdReply,
  resolveReply,
} from '../../electron/service/usecases/decide-reply.ts';
import type { WritableStore } from '../../electron/service/ports/store.ts';
import { noAnswerNeeded } from '../../electron/service/usecases/conversation-actions.ts';
import { moved } from '../../electron/service/usecases/outbox-events.ts';
import { queueReply } from '../../electron/service/usecases/queue-reply.ts';
import { carryOut } from '../../electron/service/usecases/carry-out.ts';
import { testWorld, until, type TestWorld } from '../support/service.ts';

const TEXT = 'Grazie, verifichiamo subito.';
const signal = new AbortController().signal;

interface Queue {
  readonly text?: string;
  readonly closeAfter?: boolean;
  readonly at?: number;
}

/** Queues a reply to the conversation at this place of the list, as somebody who read all of it. */
function queue(
  world: TestWorld,
  { text = TEXT, closeAfter = false, at = 0 }: Queue = {},
): OutboxItem {
  const row = world.rows()[at];
  const queued = queueReply(world.inbox(), {
    conversationId: row?.id ?? '',
    text,
    seenThroughMs: world.clock.now(),
    closeAfter,
  });
  if (!queued.ok) throw new Error(queued.error.code);
  return queued.value;
}

async function send(world: TestWorld, item: OutboxItem): Promise<OutboxItem> {
  await carryOut(world.inbox(), item.id, signal);
  return stored(world, item);
}

const stored = (world: TestWorld, item: OutboxItem): OutboxItem =>
  world.inbox().store.outboxItem(item.id) ?? item;

const states = (world: TestWorld, item: OutboxItem): readonly string[] =>
  world
    .inbox()
    .store.conversationEvents(item.conversationId)
    .flatMap((event) => (event.kind === 'reply.state' ? [event.payload.state] : []));

test('a reply waits out its undo window, then arrives once and answers the conversation', async () => {
  const world = await testWorld();
  const item = queue(world);
  expect(item).toMatchObject({ state: 'queued', notBeforeMs: world.clock.now() + 8_000 });
  world.clock.advance(7_999);
  expect(await send(world, item)).toMatchObject({ state: 'queued' });
  expect(await world.ownComments(item.targetExternalId)).toEqual([]);
  world.clock.advance(1);
  const sent = await send(world, item);
  expect(sent).toMatchObject({ state: 'sent', attempt: 1 });
  expect(await world.ownComments(item.targetExternalId)).toEqual([
    { id: sent.externalId, text: TEXT },
  ]);
  expect(states(world, item)).toEqual(['sending', 'sent']);
  const conversation = world.inbox().store.conversation(item.conversationId);
  expect(conversation?.row).toMatchObject({ status: 'waiting', obligationId: null });
  expect(conversation?.messages.at(-1)).toMatchObject({ source: 'riscontro', text: TEXT });
  expect((await world.sync()).events).toBe(0);
});

test('a held reply does not leave; let go, it has as much time as it had left', async () => {
  const world = await testWorld();
  const item = queue(world);
  world.clock.advance(5_000);
  holdReply(world.inbox(), item.id, true);
  world.clock.advance(60_000);
  expect(await send(world, item)).toMatchObject({ state: 'queued' });
  const released = holdReply(world.inbox(), item.id, false);
  expect(released).toMatchObject({ value: { notBeforeMs: world.clock.now() + 3_000 } });
  world.clock.advance(2_999);
  expect(await send(world, item)).toMatchObject({ state: 'queued' });
  world.clock.advance(1);
  expect(await send(world, item)).toMatchObject({ state: 'sent' });
});

test('a pointer left on the button holds a reply for two minutes, not for ever', async () => {
  const world = await testWorld();
  const item = queue(world);
  holdReply(world.inbox(), item.id, true);
  world.clock.advance(120_000 + 8_000);
  expect(await send(world, item)).toMatchObject({ state: 'sent' });
});

test('a reply that is taken back never leaves, and its text is the draft again', async () => {
  const world = await testWorld();
  const item = queue(world);
  expect(cancelReply(world.inbox(), item.id)).toMatchObject({ value: { state: 'cancelled' } });
  world.clock.advance(60_000);
  expect(await send(world, item)).toMatchObject({ state: 'cancelled' });
  expect(await world.ownComments(item.targetExternalId)).toEqual([]);
  expect(world.inbox().store.draft(item.conversationId)).toMatchObject({ text: TEXT });
  expect(cancelReply(world.inbox(), item.id)).toEqual({ ok: false, error: { code: 'conflict' } });
});

test('a reply taken back while its thread is checked does not leave either', async () => {
  const world = await testWorld({ undoMs: 0 });
  const item = queue(world);
  await world.fault({ kind: 'slow', method: 'GET', delayMs: 20 });
  const sending = carryOut(world.inbox(), item.id, signal);
  cancelReply(world.inbox(), item.id);
  await sending;
  expect(await world.ownComments(item.targetExternalId)).toEqual([]);
});

test('a new message of the customer stops the reply; a person may send it all the same', async () => {
  const world = await testWorld({ undoMs: 0 });
  const item = queue(world);
  world.clock.advance(1_000);
  await world.customerWrites(item.targetExternalId, 'Anzi, ho risolto!');
  expect(await send(world, item)).toMatchObject({
    state: 'needs_human',
    reason: 'new_message_arrived',
    attempt: 0,
  });
  expect(world.inbox().store.conversation(item.conversationId)?.messages.at(-1)).toMatchObject({
    text: 'Anzi, ho risolto!',
  });
  resolveReply(world.inbox(), item.id, 'send_again');
  expect(await send(world, item)).toMatchObject({ state: 'sent' });
});

test('a colleague who answered on the page itself stops the reply', async () => {
  const world = await testWorld({ undoMs: 0 });
  const item = queue(world);
  world.clock.advance(1_000);
  const at = new URL(`${world.page.url}/${item.targetExternalId}/comments`);
  const body = new URLSearchParams({ message: 'Ci penso io', access_token: world.page.token });
  await fetch(at, { method: 'POST', body });
  expect(await send(world, item)).toMatchObject({
    state: 'needs_human',
    reason: 'answered_meanwhile',
  });
  resolveReply(world.inbox(), item.id, 'drop');
  expect(await world.ownComments(item.targetExternalId)).toHaveLength(1);
  expect(world.inbox().store.draft(item.conversationId)).toMatchObject({ text: TEXT });
});

test('a comment that vanished stops the reply', async () => {
  const world = await testWorld({ undoMs: 0 });
  const item = queue(world);
  const at = new URL(`${world.page.url}/${item.targetExternalId}`);
  at.searchParams.set('access_token', world.page.token);
  await fetch(at, { method: 'DELETE' });
  expect(await send(world, item)).toMatchObject({
    state: 'needs_human',
    reason: 'message_vanished',
  });
});

test('offline, a reply stays and says why; back online it leaves by itself', async () => {
  const world = await testWorld({ undoMs: 0, jobs: { sync: false, outbox: true } });
  const { network } = world.inbox();
  network.set(false);
  const item = queue(world);
  await until(world.clock, () => stored(world, item).state === 'deferred');
  expect(stored(world, item)).toMatchObject({ reason: 'offline', attempt: 0 });
  world.clock.advance(3_600_000);
  expect(stored(world, item).state).toBe('deferred');
  network.set(true);
  await until(world.clock, () => stored(world, item).state === 'sent');
  expect(await world.ownComments(item.targetExternalId)).toHaveLength(1);
});

test('a throttled page puts the reply off for as long as it asks', async () => {
  const world = await testWorld({ undoMs: 0 });
  const item = queue(world);
  await world.fault({ kind: 'error', method: 'POST', code: 32, regainMinutes: 7 });
  const deferred = await send(world, item);
  expect(deferred).toMatchObject({ state: 'deferred', reason: 'throttled', attempt: 1 });
  expect(deferred.notBeforeMs).toBeGreaterThanOrEqual(world.clock.now() + 7 * 60_000);
  expect(await send(world, item)).toMatchObject({ state: 'sent', attempt: 2 });
  expect(await world.ownComments(item.targetExternalId)).toHaveLength(1);
});

test('a reply that the page refuses is rejected, and a person decides', async () => {
  const world = await testWorld({ undoMs: 0 });
  const item = queue(world);
  await world.fault({ kind: 'error', method: 'POST', code: 200 });
  expect(await send(world, item)).toMatchObject({
    state: 'rejected',
    reason: 'permission_missing',
  });
  expect(resolveReply(world.inbox(), item.id, 'was_sent')).toMatchObject({ ok: false });
  expect(resolveReply(world.inbox(), item.id, 'drop')).toMatchObject({
    value: { state: 'cancelled' },
  });
});

test('a conversation is closed when its reply arrived, not before', async () => {
  const world = await testWorld();
  const item = queue(world, { closeAfter: true });
  const status = () => world.inbox().store.conversation(item.conversationId)?.row.status;
  expect(status()).toBe('pending');
  world.clock.advance(8_000);
  await send(world, item);
  expect(status()).toBe('closed');
  const obligations = world.inbox().store.conversation(item.conversationId)?.obligations;
  expect(obligations).toMatchObject([{ ending: 'answered' }]);
});

test('the same words, said again while they are on their way, are one reply', async () => {
  const world = await testWorld();
  const first = queue(world);
  expect(queue(world)).toEqual(first);
  expect(queue(world, { text: `${TEXT} Saluti.` }).id).not.toBe(first.id);
  world.clock.advance(8_000);
  expect(await send(world, first)).toMatchObject({ state: 'sent' });
  expect(queue(world).id).not.toBe(first.id);
});

test('a reply does not wait for a clock that was set back by a year', async () => {
  const world = await testWorld({ jobs: { sync: false, outbox: true } });
  const item = queue(world);
  world.clock.setWall(world.clock.now() - 365 * 86_400_000);
  world.clock.advance(8_000);
  await until(world.clock, () => stored(world, item).state === 'sent');
  expect(await world.ownComments(item.targetExternalId)).toHaveLength(1);
});

test('a disk that cannot be read for a while neither fails an accepted reply nor stops the outbox', async () => {
  let broken = false;
  const world = await testWorld({
    jobs: { sync: false, outbox: true },
    undoMs: 0,
    around: {
      store: (store) => ({
        ...store,
        outboxOpen: () => {
          if (broken) throw new AppFailure(appError('workspace_damaged'));
          return store.outboxOpen();
        },
      }),
    },
  });
  const { inbox } = world.service();
  const [row] = world.rows();
  broken = true;
  expect(noAnswerNeeded(inbox, row?.id ?? '')).toMatchObject({ ok: true });
  broken = false;
  const item = queue(world);
  await until(world.clock, () => stored(world, item).state === 'sent');
});

const onFullDisk = (store: WritableStore): WritableStore => ({
  ...store,
  append: () => {
    throw new AppFailure(appError('disk_full'));
  },
});

test('a disk that refuses the first commit is told as that, and lets go of the workspace', async () => {
  const world = await testWorld();
  const item = queue(world);
  const sending = moved(item, { state: 'sending', attempt: 1 }, { nowMs: world.clock.now() });
  world.inbox().store.append([sending]);
  await expect(world.restart({ around: { store: onFullDisk } })).rejects.toThrow('disk_full');
  await world.restart();
  expect(stored(world, item)).toMatchObject({ state: 'unknown' });
});

test('replies of one conversation arrive in the order they were written', async () => {
  const world = await testWorld({ undoMs: 0, jobs: { sync: false, outbox: true } });
  const items = ['primo', 'secondo', 'terzo'].map((text) => queue(world, { text }));
  const [first] = items;
  await until(world.clock, () => items.every((item) => stored(world, item).state === 'sent'));
  const there = await world.ownComments(first?.targetExternalId ?? '');
  expect(there.map((comment) => comment.text)).toEqual(['primo', 'secondo', 'terzo']);
});

test.each([
  ['', 'text_empty'],
  ['   \n', 'text_empty'],
  ['😀'.repeat(4_001), 'text_too_long'],
])('text %# is refused before it is queued', async (text, code) => {
  const world = await testWorld();
  const conversationId = world.rows()[0]?.id ?? '';
  const reply = { conversationId, text, seenThroughMs: 0, closeAfter: false };
  const queued = queueReply(world.inbox(), reply);
  expect(queued).toMatchObject({ ok: false, error: { code } });
  expect(world.inbox().store.outboxOpen()).toEqual([]);
});
