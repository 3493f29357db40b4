import { expect, test } from 'vitest';
import { testWorld, type TestWorld } from '../support/service.ts';

/** A reply below somebody's comment, as it is stored. */
function someReply(world: TestWorld): { readonly id: string; presence(): string | undefined } {
  const { store } = world.inbox();
  const reply = world
    .rows()
    .flatMap((row) => store.conversation(row.id)?.messages ?? [])
    .find(({ parentExternalId }) => parentExternalId !== null);
  const id = reply?.externalId ?? '';
  return { id, presence: () => store.knownMessages(world.account.id, [id])[0]?.presence };
}

test('what a listing lacks and cannot be asked for is not gone, and is looked for again', async () => {
  const world = await testWorld();
  const reply = someReply(world);
  world.page.control.remove(reply.id);
  world.clock.advance(60_000);
  await world.fault({ kind: 'error', code: 2, pathPrefix: `/${reply.id}`, count: 0 });
  expect(await world.sync()).toMatchObject({
    complete: false,
    failures: expect.arrayContaining([expect.objectContaining({ code: 'server_error' })]),
  });
  expect(reply.presence()).toBe('visible');
  await world.noFaults();
  world.clock.advance(60_000);
  expect(await world.sync()).toMatchObject({ complete: true });
  expect(reply.presence()).toBe('gone');
});
