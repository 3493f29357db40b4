import { expect, test } from 'vitest';
import type { OutboxItem } from '../../shared/domain/outbox/types.ts';
import { outboxWorld, type OutboxWorld } from '../support/outbox-world.ts';

const DAY_MS = 86_400_000;
const TEXT = 'Buongiorno, ci pensiamo noi.';

/** What the page said in its private conversations, oldest first. */
const said = (world: OutboxWorld): readonly string[] =>
  world.page.control
    .snapshot()
    .conversations.flatMap(({ messages }) => messages)
    .filter(({ byPage }) => byPage)
    .map(({ text }) => text);

async function untilRest(world: OutboxWorld, item: OutboxItem): Promise<OutboxItem> {
  let now = world.stored(item);
  while (now.state === 'unknown') now = await world.look(item);
  return now;
}

test('a message goes to the person, answers them, and is not read as somebody else’s', async () => {
  const world = await outboxWorld();
  const to = await world.write();
  const sent = await world.send(world.say(to, TEXT));
  expect(sent).toMatchObject({ action: 'message', state: 'sent' });
  expect(said(world)).toEqual([TEXT]);
  const conversation = world.inbox().store.conversation(to.conversationId);
  expect(conversation?.row).toMatchObject({ channel: 'messenger', status: 'waiting' });
  await world.sync();
  expect(world.messages(to.conversationId)).toMatchObject([
    { authorKind: 'customer' },
    { authorKind: 'brand', source: 'riscontro', visibility: 'private', text: TEXT },
  ]);
});

test('after a day it goes out as a person’s, after a week not at all', async () => {
  const world = await outboxWorld();
  const to = await world.write();
  world.clock.setWall(world.clock.now() + 2 * DAY_MS);
  expect(await world.send(world.say(to, TEXT))).toMatchObject({ state: 'sent' });
  const waiting = world.say(to, 'Ancora una cosa');
  world.clock.setWall(world.clock.now() + 5 * DAY_MS + 1);
  expect(() => world.say(to, 'Troppo tardi')).toThrow('window_closed');
  expect(await world.send(waiting)).toMatchObject({
    state: 'needs_human',
    reason: 'window_closed',
  });
  expect(said(world)).toEqual([TEXT]);
});

test('a message whose answer was lost is found in its conversation', async () => {
  const world = await outboxWorld();
  const to = await world.write();
  const item = world.say(to, TEXT);
  await world.fault({ kind: 'accept_then_drop', method: 'POST' });
  expect(await world.send(item)).toMatchObject({ state: 'unknown' });
  expect(await untilRest(world, item)).toMatchObject({ state: 'sent' });
  expect(said(world)).toEqual([TEXT]);
  expect(world.messages(to.conversationId)).toHaveLength(2);
});

test('a message that did not arrive is left to a person, and said once when they say so', async () => {
  const world = await outboxWorld();
  const to = await world.write();
  const item = world.say(to, TEXT);
  await world.fault({ kind: 'drop', method: 'POST' });
  await world.send(item);
  expect(await untilRest(world, item)).toMatchObject({
    state: 'needs_human',
    reason: 'unknown_outcome',
  });
  expect(said(world)).toEqual([]);
});

test('a new message of the person stops it', async () => {
  const world = await outboxWorld();
  const to = await world.write();
  const item = world.say(to, TEXT);
  world.clock.advance(2_000);
  world.page.control.message({ text: 'Anzi, ho risolto.' });
  expect(await world.send(item)).toMatchObject({
    state: 'needs_human',
    reason: 'new_message_arrived',
  });
});

test('a private reply stands at its comment alone, also once the conversation is read', async () => {
  const world = await outboxWorld();
  const to = await world.comment();
  await world.send(world.say(to, TEXT, { visibility: 'private' }));
  world.page.control.message({ text: 'Grazie mille' });
  await world.sync();
  const thread = world.rows().find(({ kind }) => kind === 'direct_message');
  expect(world.messages(thread?.id ?? '').map(({ text }) => text)).toEqual(['Grazie mille']);
  expect(world.messages(to.conversationId).at(-1)).toMatchObject({ text: TEXT });
});
