import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { addAccount, type NewAccount } from '../../electron/service/usecases/accounts.ts';
import { createService } from '../../electron/service/wire.ts';
import { ok } from '../../shared/kernel/result.ts';
import { manualClock } from '../support/manual-clock.ts';
import { connectPage } from '../support/page-client.ts';
import { START_MS, testWorld, until } from '../support/service.ts';
import { temporaryFolder } from '../support/store.ts';

const hello = { contractVersion: 1 };

/** A practice workspace of its own, opened and not begun. */
function practiceService(profileDir = temporaryFolder()) {
  const clock = manualClock(START_MS);
  const opened = createService({
    profileDir,
    program: 'app',
    practice: true,
    logger: { info: () => {}, warn: () => {}, error: () => {} },
    keychain: null,
    clock,
    caretaker: false,
    jobs: { sync: true, outbox: true },
  });
  if (!opened.ok) throw new Error(opened.error.code);
  const service = opened.value;
  onTestFinished(() => service.close());
  return { service, clock, profileDir, client: connectPage(ok(service)) };
}

test('a practice workspace answers before its page is up, says so, and then reads it', async () => {
  const { service, clock, client } = practiceService();
  expect(await client.system.hello(hello)).toMatchObject({ practiceStarting: true });
  expect(await client.accounts.list()).toEqual([]);
  const changes = await client.system.changes();
  await Promise.all([service.begin(), service.begin()]);
  expect(await changes.next()).toMatchObject({ value: { type: 'settings' } });
  expect(await client.system.hello(hello)).toMatchObject({ practiceStarting: false });
  expect(service.inbox.store.accounts()).toMatchObject([{ practice: true }]);
  await until(clock, () => service.inbox.store.counts(0, 0).views.all > 0);
}, 30_000);

test('a service that is closed while its practice page starts lets go of everything', async () => {
  const { service, profileDir } = practiceService();
  const begun = service.begin();
  await service.close();
  await begun;
  expect(existsSync(join(profileDir, 'workspace.in-use'))).toBe(false);
  practiceService(profileDir);
});

test('a service that is closed before it begins does not begin any more', async () => {
  const { service } = practiceService();
  await service.close();
  await service.begin();
});

test('the same page connected twice at once is one account', async () => {
  const { page } = await testWorld();
  const { pageId: externalId, token, url: baseUrl } = page;
  const wanted: NewAccount = { channel: 'facebook', externalId, token, baseUrl, practice: false };
  const { inbox } = practiceService().service;
  const added = await Promise.all([addAccount(inbox, wanted), addAccount(inbox, wanted)]);
  expect(added.map((one) => one.ok)).toEqual([true, true]);
  expect(inbox.store.accounts()).toHaveLength(1);
});
