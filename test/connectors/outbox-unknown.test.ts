import { expect, test } from 'vitest';
import type { OutboxItem } from '../../shared/domain/outbox/types.ts';
import { resolveReply } from '../../electron/service/usecases/decide-reply.ts';
import { queueReply } from '../../electron/service/usecases/queue-reply.ts';
import { lookForLost } from '../../electron/service/usecases/look-for-lost.ts';
import { carryOut } from '../../electron/service/usecases/carry-out.ts';
import type { FaultKind } from '../../electron/service/practice/index.ts';
import { testWorld, type TestWorld } from '../support/service.ts';

const TEXT = 'Ci scusiamo per l’attesa.';
const signal = new AbortController().signal;

/** Sends a reply whose answer gets lost this way. */
async function sendInto(world: TestWorld, kind: FaultKind): Promise<OutboxItem> {
  const row = world.rows()[0];
  const queued = queueReply(world.inbox(), {
    conversationId: row?.id ?? '',
    text: TEXT,
    seenThroughMs: world.clock.now(),
    closeAfter: false,
  });
  if (!queued.ok) throw new Error(queued.error.code);
  await world.fault({ kind, method: 'POST' });
  await carryOut(world.inbox(), queued.value.id, signal);
  return stored(world, queued.value);
}

const stored = (world: TestWorld, item: OutboxItem): OutboxItem =>
  world.inbox().store.outboxItem(item.id) ?? item;

async function look(world: TestWorld, item: OutboxItem): Promise<OutboxItem> {
  await lookForLost(world.inbox(), item.id, signal);
  return stored(world, item);
}

const ownMessages = (world: TestWorld, item: OutboxItem) =>
  world
    .inbox()
    .store.conversation(item.conversationId)
    ?.messages.filter((message) => message.authorKind === 'brand')
    .map(({ text, source, externalId }) => ({ text, source, externalId }));

test.each(['accept_then_drop', 'cut', 'half_json'] as const)(
  'a reply that arrived although its answer was lost (%s) is found at the page',
  async (kind) => {
    const world = await testWorld({ undoMs: 0 });
    const item = await sendInto(world, kind);
    expect(item).toMatchObject({ state: 'unknown', notBeforeMs: world.clock.now() + 5_000 });
    world.clock.advance(5_000);
    expect(await look(world, item)).toMatchObject({ state: 'sent', attempt: 1 });
    const there = await world.ownComments(item.targetExternalId);
    expect(there).toHaveLength(1);
    expect(ownMessages(world, item)).toEqual([
      { text: TEXT, source: 'riscontro', externalId: there[0]?.id },
    ]);
  },
);

test.each(['drop', 'status500'] as const)(
  'a reply that did not arrive (%s) is looked for four times, then a person is asked',
  async (kind) => {
    const world = await testWorld({ undoMs: 0 });
    const item = await sendInto(world, kind);
    const begunAtMs = world.clock.now();
    const looks: number[] = [];
    for (let now = stored(world, item); now.state === 'unknown'; now = await look(world, item)) {
      world.clock.setWall(now.notBeforeMs);
      looks.push(now.notBeforeMs - begunAtMs);
    }
    expect(looks).toEqual([5_000, 20_000, 60_000, 300_000]);
    expect(stored(world, item)).toMatchObject({
      state: 'needs_human',
      reason: 'unknown_outcome',
      attempt: 1,
    });
    expect(await world.ownComments(item.targetExternalId)).toEqual([]);
    resolveReply(world.inbox(), item.id, 'send_again');
    await carryOut(world.inbox(), item.id, signal);
    expect(stored(world, item)).toMatchObject({ state: 'sent', attempt: 2 });
    expect(await world.ownComments(item.targetExternalId)).toHaveLength(1);
  },
);

test('a look that fails proves nothing: it is made again', async () => {
  const world = await testWorld({ undoMs: 0 });
  const item = await sendInto(world, 'accept_then_drop');
  world.clock.advance(400_000);
  await world.fault({ kind: 'html', method: 'GET', count: 0 });
  expect(await look(world, item)).toMatchObject({
    state: 'unknown',
    notBeforeMs: world.clock.now() + 60_000,
  });
  await world.noFaults();
  expect(await look(world, item)).toMatchObject({ state: 'sent' });
});

test('a read of the page that meets our own lost reply binds it, and shows it once', async () => {
  const world = await testWorld({ undoMs: 0 });
  const item = await sendInto(world, 'accept_then_drop');
  await world.sync();
  expect(stored(world, item)).toMatchObject({ state: 'sent' });
  expect(ownMessages(world, item)).toHaveLength(1);
  expect((await world.sync()).events).toBe(0);
  expect(world.inbox().store.rebuildCheck()).toEqual({ ok: true, findings: [] });
});

test('two equal copies that nobody can tell apart are left to a person', async () => {
  const world = await testWorld({ undoMs: 0 });
  const item = await sendInto(world, 'accept_then_drop');
  const at = new URL(`${world.page.url}/${item.targetExternalId}/comments`);
  const body = new URLSearchParams({ message: TEXT, access_token: world.page.token });
  await fetch(at, { method: 'POST', body });
  world.clock.advance(5_000);
  expect(await look(world, item)).toMatchObject({
    state: 'needs_human',
    reason: 'unknown_outcome',
  });
  expect(ownMessages(world, item)).toHaveLength(2);
  expect(resolveReply(world.inbox(), item.id, 'was_sent')).toMatchObject({
    value: { state: 'sent' },
  });
});

test('an equal text that stood there before is no proof', async () => {
  const world = await testWorld({ undoMs: 0 });
  const first = await sendInto(world, 'slow');
  expect(first).toMatchObject({ state: 'sent' });
  world.clock.advance(1_000);
  const second = await sendInto(world, 'drop');
  world.clock.advance(400_000);
  expect(await look(world, second)).toMatchObject({ state: 'needs_human' });
  expect(await world.ownComments(first.targetExternalId)).toHaveLength(1);
});

test('a person who was asked is spared the answer when the reply turns up', async () => {
  const world = await testWorld({ undoMs: 0 });
  const item = await sendInto(world, 'drop');
  world.clock.advance(400_000);
  expect(await look(world, item)).toMatchObject({ state: 'needs_human' });
  const at = new URL(`${world.page.url}/${item.targetExternalId}/comments`);
  const body = new URLSearchParams({ message: TEXT, access_token: world.page.token });
  await fetch(at, { method: 'POST', body });
  await world.sync();
  expect(stored(world, item)).toMatchObject({ state: 'sent' });
});

test('a delivery that the last run did not finish is looked for, never begun again', async () => {
  const world = await testWorld({ undoMs: 0 });
  const item = await sendInto(world, 'accept_then_drop');
  await world.restart();
  expect(stored(world, item)).toMatchObject({ state: 'unknown', attempt: 1 });
  await carryOut(world.inbox(), item.id, signal);
  expect(await world.ownComments(item.targetExternalId)).toHaveLength(1);
  world.clock.advance(5_000);
  expect(await look(world, item)).toMatchObject({ state: 'sent' });
});
