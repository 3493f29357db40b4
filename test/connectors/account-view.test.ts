import { expect, test } from 'vitest';
import { accountStatus } from '../../electron/service/usecases/account-status.ts';
import { setSource } from '../../electron/service/usecases/account-sources.ts';
import { checkToken } from '../../electron/service/usecases/token.ts';
import type { TokenState } from '../../electron/service/ports/store.ts';
import { appError } from '../../shared/kernel/app-error.ts';
import { testWorld, type TestWorld } from '../support/service.ts';

const DAY_MS = 86_400_000;
const signal = new AbortController().signal;

const status = (world: TestWorld) => {
  const account = world.inbox().store.account(world.account.id);
  if (account === null) throw new Error('The account is gone.');
  return accountStatus(world.inbox(), account);
};
const source = (world: TestWorld, id: string) =>
  status(world).sources.find((one) => one.source === id);

const token = (world: TestWorld, over: Partial<TokenState>): TokenState => ({
  accountId: world.account.id,
  kind: 'page',
  appId: null,
  scopes: null,
  expiresAtMs: null,
  dataAccessExpiresAtMs: null,
  instagram: null,
  checkedAtMs: world.clock.now(),
  trouble: null,
  ...over,
});

test('a source says which permission the token lacks, where it is known what was granted', async () => {
  const world = await testWorld();
  expect(source(world, 'messenger')?.missing).toEqual([]);
  world.inbox().store.setTokenState(token(world, { scopes: ['pages_messaging'] }));
  expect(source(world, 'messenger')?.missing).toEqual(['pages_manage_metadata']);
  world.inbox().store.setSourceState({
    accountId: world.account.id,
    source: 'ads',
    completeThroughMs: null,
    lastAttemptAtMs: world.clock.now(),
    wholeAtMs: null,
    error: appError('permission_missing', { permission: 'ads_read' }),
  });
  expect(source(world, 'ads')).toMatchObject({ state: 'permission' });
  expect(source(world, 'ads')?.missing).toContain('ads_read');
});

test('a source that is switched off has no gap any more, and says so', async () => {
  const world = await testWorld();
  const { store } = world.inbox();
  const gap = { accountId: world.account.id, source: 'posts', reason: 'offline' } as const;
  store.openGap({ ...gap, fromMs: world.clock.now() });
  world.clock.advance(60_000);
  setSource(world.inbox(), { id: world.account.id, source: 'posts', enabled: false });
  expect(source(world, 'posts')).toMatchObject({ enabled: false, state: 'off' });
  expect(status(world).health.state).toBe('ok');
  setSource(world.inbox(), { id: world.account.id, source: 'posts', enabled: true });
  expect(source(world, 'posts')).toMatchObject({ enabled: true, state: 'ok' });
  expect(setSource(world.inbox(), { id: 'x', source: 'ads', enabled: false })).toMatchObject({
    error: { code: 'not_found' },
  });
});

test('calls are counted by purpose, those of this minute and those in the store', async () => {
  const world = await testWorld();
  const { calls, store } = world.inbox();
  const { id } = world.account;
  calls.take(id);
  world.clock.advance(2 * DAY_MS);
  const meter = calls.meterOf(id);
  for (let n = 0; n < 3; n += 1) {
    meter({ purpose: 'messenger', usagePercent: 12, regainMs: null });
  }
  store.addCalls(id, calls.take(id));
  world.clock.advance(2 * 3_600_000);
  meter({ purpose: 'messenger', usagePercent: null, regainMs: null });
  expect(source(world, 'messenger')).toMatchObject({ callsLastHour: 1, callsLastDay: 4 });
  expect(calls.usageOf(id)?.percent).toBe(12);
  world.clock.advance(DAY_MS + 600_000);
  expect(source(world, 'messenger')).toMatchObject({ callsLastHour: 0, callsLastDay: 0 });
});

test('a token is asked what it is worth; a dead one says so, and why as far as is told', async () => {
  const world = await testWorld();
  expect(await checkToken(world.inbox(), world.account.id, signal)).toMatchObject({ ok: true });
  expect(status(world).token).toMatchObject({ checkedAtMs: world.clock.now(), trouble: null });
  await world.fault({ kind: 'error', method: 'GET', code: 190, count: 0 });
  expect(await checkToken(world.inbox(), world.account.id, signal)).toMatchObject({
    error: { code: 'token_dead' },
  });
  expect(status(world).token).toMatchObject({ trouble: expect.any(String) });
});

test.each([
  ['a token that never expires', null, 'ok'],
  ['a token that lives for eight days', 8, 'ok'],
  ['a token that ends within a week', 7, 'warning'],
  ['a token that has ended', -1, 'warning'],
])('%s', async (_what, days, state) => {
  const world = await testWorld();
  const expiresAtMs = days === null ? null : world.clock.now() + days * DAY_MS;
  world.inbox().store.setTokenState(token(world, { expiresAtMs }));
  expect(status(world).health.state).toBe(state);
  world.inbox().store.setTokenState(token(world, { dataAccessExpiresAtMs: expiresAtMs }));
  expect(status(world).health.state).toBe(state);
});
