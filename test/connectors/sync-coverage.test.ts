import { expect, test } from 'vitest';
import { accountStatus } from '../../electron/service/usecases/account-status.ts';
import { setSource } from '../../electron/service/usecases/account-sources.ts';
import { addAccount, removeAccount } from '../../electron/service/usecases/accounts.ts';
import { position } from '../../electron/service/usecases/position.ts';
import { syncAccount } from '../../electron/service/usecases/sync-account.ts';
import { syncSource } from '../../electron/service/usecases/sync-source.ts';
import { tokenName } from '../../electron/service/usecases/inbox.ts';
import { testWorld, type TestWorld } from '../support/service.ts';

/** The same for each source that one read of the page looks at. */
const stretches = (gap: object) => ['comments', 'posts'].map((source) => ({ ...gap, source }));

const signal = new AbortController().signal;
const health = (world: TestWorld) => accountStatus(world.inbox(), world.account).health;
const read = (world: TestWorld, depth: 'index' | 'complete' = 'complete') =>
  syncSource(world.inbox(), world.account.id, { source: 'posts', depth, signal });

test('a recorded page is read once; reading it again adds nothing', async () => {
  const world = await testWorld();
  const events = world.inbox().store.lastEventSeq();
  expect(health(world)).toMatchObject({
    state: 'ok',
    conversationCount: 25,
    messageCount: 73,
    lastReadAtMs: world.clock.now(),
    gaps: [],
  });
  world.clock.advance(60_000);
  expect(await world.sync()).toMatchObject({ complete: true, events: 0 });
  expect(await world.sync('index')).toMatchObject({ events: 0 });
  expect(world.inbox().store.lastEventSeq()).toBe(events);
});

test('a read that fails opens a gap from the last good read, which a complete read closes', async () => {
  const world = await testWorld();
  const goodUntilMs = world.clock.now();
  world.clock.advance(600_000);
  await world.fault({ kind: 'error', method: 'GET', code: 190, count: 0 });
  expect(await read(world)).toMatchObject({ ok: false, error: { code: 'token_dead' } });
  expect(health(world)).toMatchObject({
    state: 'error',
    error: { code: 'token_dead' },
    lastReadAtMs: goodUntilMs,
    gaps: stretches({ fromMs: goodUntilMs, toMs: world.clock.now(), reason: 'token_dead' }),
  });
  await world.noFaults();
  world.clock.advance(600_000);
  await read(world, 'index');
  expect(health(world)).toMatchObject({ state: 'gap', error: { code: 'token_dead' } });
  await read(world);
  expect(health(world)).toMatchObject({
    state: 'ok',
    error: null,
    gaps: stretches({ fromMs: goodUntilMs, toMs: world.clock.now(), reason: 'token_dead' }),
  });
});

/** Lets the page throttle once, at the comments of the oldest post that has some. */
async function throttleOnTheWay(world: TestWorld): Promise<void> {
  const posts = world.rows().filter((row) => row.kind === 'visitor_post' && row.messageCount > 1);
  const pathPrefix = `/${posts.at(-1)?.externalId ?? ''}/comments`;
  await world.fault({ kind: 'error', method: 'GET', pathPrefix, code: 32, regainMinutes: 7 });
}

/** Reads everything of an account; returns how it went and how many requests it took. */
async function counted(world: TestWorld, accountId: string) {
  const before = world.page.stats.requests;
  const report = await syncAccount(world.inbox(), accountId, { depth: 'complete', signal });
  return { report, requests: world.page.stats.requests - before };
}

test('a first read that is throttled goes on where it stopped, also after a restart', async () => {
  const world = await testWorld();
  const whole = await counted(world, world.account.id);
  await throttleOnTheWay(world);
  await removeAccount(world.inbox(), world.account.id);
  const { channel, externalId, baseUrl } = world.account;
  const page = { channel, externalId, baseUrl, token: world.page.token, practice: false };
  const added = await addAccount(world.inbox(), page);
  const id = added.ok ? added.value.id : '';
  const first = await counted(world, id);
  expect(first.report).toMatchObject({
    error: { code: 'throttled', details: { retryAfterMs: 7 * 60_000 } },
  });
  await world.restart();
  const second = await counted(world, id);
  expect(second.report).toMatchObject({ value: { complete: true, failures: [] } });
  expect(world.inbox().store.accountCounts(id)).toMatchObject({ conversations: 25, messages: 73 });
  expect(second.requests).toBeLessThan(whole.requests);
  // The feed and the post that failed are asked for twice, and once what the token is worth.
  expect(first.requests + second.requests).toBeLessThanOrEqual(whole.requests + 8);
});

test('a complete read that breaks off goes on where it stopped; the next one reads all again', async () => {
  const world = await testWorld();
  const whole = await counted(world, world.account.id);
  await throttleOnTheWay(world);
  const first = await counted(world, world.account.id);
  const second = await counted(world, world.account.id);
  const third = await counted(world, world.account.id);
  expect([first.report.ok, second.report.ok]).toEqual([false, true]);
  expect(second.requests).toBeLessThan(whole.requests);
  expect(third.requests).toBe(whole.requests);
});

test('a part that cannot be read is told, and the rest goes on', async () => {
  const world = await testWorld();
  const [first] = world.rows();
  await world.customerWrites(first?.externalId ?? '', 'Una domanda nuova?');
  const withThread = world.rows().find((row) => row.messageCount > 2);
  const pathPrefix = `/${withThread?.externalId ?? ''}/comments`;
  await world.fault({ kind: 'html', method: 'GET', pathPrefix, count: 0 });
  const report = await read(world);
  expect(report).toMatchObject({ ok: true, value: { complete: false, events: 1 } });
  expect(report).toMatchObject({ value: { failures: [{ code: 'not_json' }] } });
  expect(health(world)).toMatchObject({ state: 'gap', error: { code: 'not_json' } });
});

test('a gap is counted in the coverage of a period until it is made good, and told from then on', async () => {
  const world = await testWorld();
  for (const source of ['visitor_posts', 'mentions', 'ads', 'reels'] as const) {
    setSource(world.inbox(), { id: world.account.id, source, enabled: false });
  }
  const fromMs = world.clock.now();
  const coverage = () => {
    const period = { fromMs, toMs: world.clock.now(), trailMonths: 0, zone: 'Europe/Rome' };
    const { share, gaps } = position(world.inbox(), {
      ...period,
      preset: 'riscontro',
      by: 'account',
    }).coverage;
    return { share, gaps: gaps.filter(({ source }) => source === 'comments') };
  };
  world.clock.advance(3_600_000);
  await world.fault({ kind: 'error', method: 'GET', code: 190 });
  await read(world);
  world.clock.advance(3_600_000);
  const gap = { fromMs, source: 'comments', reason: 'token_dead' };
  expect(coverage()).toMatchObject({ gaps: [{ ...gap, filled: false }] });
  expect(coverage().share).toBeLessThan(1);
  await read(world);
  world.clock.advance(3_600_000);
  expect(coverage()).toMatchObject({ share: 1, gaps: [{ ...gap, filled: true }] });
});

test('a read that is called off leaves no gap', async () => {
  const world = await testWorld();
  const stop = new AbortController();
  const options = {
    depth: 'complete',
    signal: stop.signal,
    onProgress: () => stop.abort(),
  } as const;
  const report = await syncAccount(world.inbox(), world.account.id, options);
  expect(report.ok).toBe(false);
  expect(health(world)).toMatchObject({ state: 'ok', gaps: [] });
});

test('a missing token is an account that needs somebody, not a crash', async () => {
  const world = await testWorld();
  await world.inbox().secrets.remove(tokenName(world.account.id));
  expect(await read(world)).toMatchObject({ ok: false, error: { code: 'secret_missing' } });
  expect(health(world)).toMatchObject({ state: 'error', error: { code: 'secret_missing' } });
});

test('connecting a page again renews its token and its address, and adds no second account', async () => {
  const world = await testWorld();
  const again = { channel: 'facebook', externalId: world.page.pageId, practice: false } as const;
  const wrong = await addAccount(world.inbox(), { ...again, token: 'x', baseUrl: world.page.url });
  expect(wrong).toMatchObject({ ok: false, error: { code: 'token_dead' } });
  const { token } = world.page;
  const moved = world.page.url.replace('127.0.0.1', 'localhost');
  const added = await addAccount(world.inbox(), { ...again, token, baseUrl: `${moved}/` });
  expect(added).toMatchObject({ ok: true, value: { id: world.account.id, baseUrl: moved } });
  expect(world.inbox().store.accounts()).toHaveLength(1);
});

test.each(['http://graph.example/v26.0', 'ftp://127.0.0.1/', 'graph.example', ''])(
  'a token is not sent to %j: neither encrypted nor on this computer',
  async (baseUrl) => {
    const world = await testWorld();
    const page = { channel: 'facebook', externalId: '1', token: 'x', practice: false } as const;
    expect(await addAccount(world.inbox(), { ...page, baseUrl })).toEqual({
      ok: false,
      error: { code: 'bad_input', details: { field: 'graphUrl' } },
    });
  },
);

test('a removed account takes its conversations and its token along', async () => {
  const world = await testWorld();
  expect(await removeAccount(world.inbox(), world.account.id)).toEqual({ ok: true });
  expect(world.rows()).toEqual([]);
  const token = await world.inbox().secrets.get(tokenName(world.account.id));
  expect(token).toMatchObject({ ok: false });
});
