import { expect, test } from 'vitest';
import { accountStatus } from '../../electron/service/usecases/account-status.ts';
import { setSource } from '../../electron/service/usecases/account-sources.ts';
import type { SourceId } from '../../shared/domain/source/types.ts';
import { testWorld, until, type TestWorld } from '../support/service.ts';

const MINUTE_MS = 60_000;
const EMPTY_PAGE = { kind: 'empty' } as const;
const JOBS = { jobs: { sync: true, outbox: false } } as const;

const status = (world: TestWorld) => {
  const account = world.inbox().store.account(world.account.id);
  if (account === null) throw new Error('The account is gone.');
  return accountStatus(world.inbox(), account);
};
const stateOf = (world: TestWorld, id: SourceId) =>
  status(world).sources.find(({ source }) => source === id)?.state;
const gapsOf = (world: TestWorld, id: SourceId) =>
  status(world).health.gaps.filter(({ source }) => source === id);

const isAtRest = ({ inbox, account, clock }: TestWorld): boolean => {
  const next = [...(inbox().nextReads.get(account.id)?.values() ?? [])];
  return next.length > 0 && next.every((atMs) => atMs > clock.now());
};

async function looping(): Promise<TestWorld> {
  const world = await testWorld({}, EMPTY_PAGE);
  await world.restart(JOBS);
  await until(world.clock, () => isAtRest(world));
  return world;
}

/** Lets `ms` pass a minute at a time; `condition` is looked at until it holds. */
async function passUntil(world: TestWorld, condition: () => boolean): Promise<void> {
  for (let minute = 0; minute < 90 && !condition(); minute += 1) {
    world.clock.advance(MINUTE_MS);
    for (let turn = 0; turn < 50 && !condition(); turn += 1) {
      world.clock.advance(0);
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
  await until(world.clock, condition);
}

test('a source without its permission says which one is missing, and everything else is read', async () => {
  const world = await testWorld({}, EMPTY_PAGE);
  const granted = ['pages_show_list', 'pages_read_engagement', 'pages_read_user_content'];
  world.page.control.setToken({ scopes: granted });
  await world.restart(JOBS);
  world.service().jobs.syncNow(world.account.id);
  await passUntil(world, () => stateOf(world, 'messenger') === 'permission');
  expect(status(world).sources.find(({ source }) => source === 'messenger')).toMatchObject({
    missing: ['pages_messaging', 'pages_manage_metadata'],
  });
  expect(stateOf(world, 'posts')).toBe('ok');
  expect(gapsOf(world, 'messenger')).toMatchObject([{ reason: 'permission_missing' }]);
});

test('a dead token ends all reading, and is looked at until it lives again', async () => {
  const world = await looping();
  await world.fault({ kind: 'error', method: 'GET', code: 190, subcode: 460, count: 0 });
  await passUntil(world, () => status(world).health.state === 'error');
  expect(status(world).health.error).toMatchObject({ code: 'token_dead' });
  const { requests } = world.page.stats;
  world.clock.advance(30 * MINUTE_MS);
  await passUntil(world, () => gapsOf(world, 'messenger').length > 0);
  expect(world.page.stats.requests - requests).toBeLessThan(5);
  expect(gapsOf(world, 'messenger')).toMatchObject([{ reason: 'token_dead', filledAtMs: null }]);
  await world.noFaults();
  await passUntil(world, () => status(world).health.state === 'ok');
  expect(gapsOf(world, 'messenger')).toMatchObject([{ filledAtMs: expect.any(Number) }]);
});

test("a person's token reads nothing: its empty lists are not believed", async () => {
  const world = await testWorld({}, EMPTY_PAGE);
  await world.inbox().secrets.set(`account/${world.account.id}/token`, world.page.userToken);
  const before = world.inbox().store.sourceStates(world.account.id);
  world.clock.advance(MINUTE_MS);
  await world.restart(JOBS);
  await until(world.clock, () => status(world).health.error?.code === 'wrong_token_kind');
  expect(status(world).health.state).toBe('error');
  expect(world.inbox().store.sourceStates(world.account.id)).toEqual(before);
});

test('what happened while the program was not running is a gap, made good by the first reads', async () => {
  const world = await testWorld({}, EMPTY_PAGE);
  const leftAtMs = world.clock.now();
  await world.restart(JOBS, () => world.clock.advance(8 * 60 * MINUTE_MS));
  await until(world.clock, () => isAtRest(world) && status(world).health.state === 'ok');
  expect(gapsOf(world, 'posts')).toMatchObject([
    { reason: 'not_running', fromMs: leftAtMs, filledAtMs: world.clock.now() },
  ]);
});

test('a pause that the platform asked for is kept over a restart', async () => {
  const world = await looping();
  const pathPrefix = `/${world.page.pageId}/feed`;
  await world.fault({ kind: 'error', method: 'GET', pathPrefix, code: 32, regainMinutes: 40 });
  await passUntil(world, () => status(world).spend.pace === 'held');
  const { heldUntilMs } = status(world).spend;
  await world.restart(JOBS);
  await until(world.clock, () => world.inbox().nextReads.size > 0);
  const { requests } = world.page.stats;
  world.clock.advance(20 * MINUTE_MS);
  await until(world.clock, () => status(world).health.state === 'gap');
  expect(world.page.stats.requests).toBe(requests);
  expect(status(world).spend.heldUntilMs).toBe(heldUntilMs);
});

test('a source that is switched off is not read; switched on again it is read at once', async () => {
  const world = await looping();
  const { id } = world.account;
  setSource(world.inbox(), { id, source: 'messenger', enabled: false });
  const { byEdge } = world.page.stats;
  world.page.control.message({ text: 'Mi potete richiamare?' });
  world.clock.advance(5 * MINUTE_MS);
  await until(world.clock, () => isAtRest(world));
  expect(world.page.stats.byEdge['GET {id}/conversations']).toBe(byEdge['GET {id}/conversations']);
  expect(stateOf(world, 'messenger')).toBe('off');
  setSource(world.inbox(), { id, source: 'messenger', enabled: true });
  await until(world.clock, () => world.rows().some(({ channel }) => channel === 'messenger'));
});
