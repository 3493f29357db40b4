import { truncateSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { profileFiles } from '../../electron/service/store/profile-files.ts';
import { clientOf } from '../support/page-client.ts';
import { testWorld } from '../support/service.ts';
import { spoilIndex, workspace } from '../support/store.ts';

/** Long enough for a thread on a busy machine. */
const PATIENCE = { timeout: 20_000, interval: 5 };
const hello = { contractVersion: 1 };

test('a repaired workspace says what was lost and where the old files are, until it was read', async () => {
  const world = await testWorld();
  const files = profileFiles(world.profileDir);
  await world.restart({}, () => truncateSync(files.database, 0));
  expect((await clientOf(world).system.hello(hello)).recovered).toMatchObject({
    damage: 'file_empty',
    movedTo: expect.stringContaining(files.aside),
    restoredFrom: null,
    repliesStopped: 0,
  });
  await world.restart();
  const client = clientOf(world);
  expect((await client.system.hello(hello)).recovered).toMatchObject({ damage: 'file_empty' });
  await client.system.recoveryRead();
  expect((await client.system.hello(hello)).recovered).toBeNull();
}, 30_000);

test('damage found beside the work is told at once, and repaired at the next opening', async () => {
  const world = await testWorld();
  await world.restart({ caretaker: true }, () => spoilIndex(workspace(world.profileDir)));
  const client = clientOf(world);
  expect(await client.system.hello(hello)).toMatchObject({ damageFound: false, recovered: null });
  const changes = await client.system.changes();
  world.clock.advance(5_000);
  await vi.waitFor(() => expect(world.inbox().damage.found).toBe(true), PATIENCE);
  expect(await changes.next()).toEqual({ done: false, value: { type: 'settings' } });
  expect(await client.system.hello(hello)).toMatchObject({ damageFound: true });
  await world.restart();
  expect(await clientOf(world).system.hello(hello)).toMatchObject({
    damageFound: false,
    recovered: { damage: 'pages_damaged' },
  });
}, 60_000);

test('an account says whether a keychain holds its token', async () => {
  const world = await testWorld();
  expect(await clientOf(world).accounts.list()).toMatchObject([{ tokenSealed: false }]);
});
