import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { StagedImage } from '../../shared/domain/action/image.ts';
import { cancelReply } from '../../electron/service/usecases/decide-reply.ts';
import { stageImage, unstageImage } from '../../electron/service/usecases/stage-image.ts';
import { outboxWorld, type OutboxWorld } from '../support/outbox-world.ts';

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);

async function stage(world: OutboxWorld): Promise<StagedImage> {
  const staged = await stageImage(world.inbox(), 'listino.png', PNG);
  if (!staged.ok) throw new Error(staged.error.code);
  return staged.value;
}

const folderOf = (world: OutboxWorld): string => join(world.profileDir, 'outbox-images');

/** Files go after the commit that lets them go. */
async function untilEmpty(world: OutboxWorld): Promise<void> {
  while (readdirSync(folderOf(world)).length > 0) {
    await new Promise((resolve) => setImmediate(resolve));
  }
}

test('a picture goes with its reply, also after a restart, and is gone once it was sent', async () => {
  const world = await outboxWorld();
  const to = await world.comment();
  const item = world.say(to, 'Ecco il listino', { image: await stage(world) });
  await world.restart();
  expect(readdirSync(folderOf(world))).toHaveLength(2);
  const sent = await world.send(item);
  expect(sent).toMatchObject({ state: 'sent', image: { name: 'listino.png' } });
  expect(world.atPage(sent.externalId ?? '')).toMatchObject({ photo: true });
  expect(world.messages(to.conversationId).at(-1)?.attachments).toMatchObject([{ kind: 'photo' }]);
  await untilEmpty(world);
});

test('a picture that is not there any more stops its reply: the words were written for it', async () => {
  const world = await outboxWorld();
  const to = await world.comment();
  const item = world.say(to, 'Ecco il listino', { image: await stage(world) });
  rmSync(folderOf(world), { recursive: true });
  expect(await world.send(item)).toMatchObject({ state: 'needs_human', reason: 'image_missing' });
  expect(await world.ownComments(to.externalId)).toEqual([]);
});

test('a reply that is taken back takes its picture along', async () => {
  const world = await outboxWorld({ undoMs: 8_000 });
  const to = await world.comment();
  const item = world.say(to, 'Ecco il listino', { image: await stage(world) });
  cancelReply(world.inbox(), item.id);
  await untilEmpty(world);
});

test('what nothing in the outbox names goes at the next start; what it names stays', async () => {
  const world = await outboxWorld({ undoMs: 8_000 });
  const to = await world.comment();
  const image = await stage(world);
  world.say(to, 'Ecco il listino', { image });
  const forgotten = await stage(world);
  await unstageImage(world.inbox(), image.id);
  expect(readdirSync(folderOf(world))).toHaveLength(4);
  await world.restart();
  const left = (): readonly string[] => readdirSync(folderOf(world));
  while (left().length > 2) await new Promise((resolve) => setImmediate(resolve));
  expect(left()).toEqual([image.id, `${image.id}.name`]);
  expect(left()).not.toContain(forgotten.id);
});

test('a picture does not go where the platform takes none', async () => {
  const world = await outboxWorld();
  const to = await world.comment();
  const image = await stage(world);
  expect(() => world.say(to, 'Ecco', { image, visibility: 'private' })).toThrow('not_allowed');
});
