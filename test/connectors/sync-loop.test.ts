import { expect, test } from 'vitest';
import { addAccount, removeAccount } from '../../electron/service/usecases/accounts.ts';
import { accountStatus } from '../../electron/service/usecases/account-status.ts';
import { queueReply } from '../../electron/service/usecases/queue-reply.ts';
import { testWorld, until, type TestWorld } from '../support/service.ts';

const MINUTE_MS = 60_000;
const JOBS = { jobs: { sync: true, outbox: false } } as const;
const health = (world: TestWorld) => accountStatus(world.inbox(), world.account).health;

/** Resolves when the loop has read since `afterMs` and rests. */
const hasRead = (world: TestWorld, afterMs: number) =>
  until(world.clock, () => {
    const { lastAttemptAtMs } = world.inbox().store.health(world.account.id);
    const next = world.inbox().nextReads.get(world.account.id)?.get('posts') ?? 0;
    return (lastAttemptAtMs ?? 0) >= afterMs && next > world.clock.now();
  });

async function looping(): Promise<TestWorld> {
  const world = await testWorld();
  await world.restart(JOBS);
  await hasRead(world, world.clock.now());
  return world;
}

test('an account is read every minute, more or less a tenth', async () => {
  const world = await looping();
  const nextMs = world.inbox().nextReads.get(world.account.id)?.get('posts') ?? 0;
  const waitMs = nextMs - world.clock.now();
  expect(waitMs).toBeGreaterThanOrEqual(MINUTE_MS * 0.9);
  expect(waitMs).toBeLessThanOrEqual(MINUTE_MS * 1.1);
  await world.customerWrites(world.rows()[0]?.externalId ?? '', 'Ci siete?');
  world.clock.advance(waitMs);
  await hasRead(world, nextMs);
  expect(health(world).messageCount).toBe(74);
});

test('a new message of a customer is announced as an arrival', async () => {
  const world = await looping();
  const arrived: string[] = [];
  world.inbox().changes.listen((change) => {
    if (change.type === 'conversations') arrived.push(...change.arrivedIds);
  });
  const row = world.rows()[0];
  await world.customerWrites(row?.externalId ?? '', 'Ci siete?', row?.starter.externalId);
  const atMs = world.clock.now();
  world.clock.advance(2 * MINUTE_MS);
  await hasRead(world, atMs + 1);
  expect(arrived).toEqual([row?.id]);
});

test('a practice page is on this computer: it is read, and answered, without a network', async () => {
  const world = await testWorld();
  await world.restart({ jobs: { sync: true, outbox: true }, undoMs: 0 });
  const { inbox } = world.service();
  const { channel, externalId, baseUrl } = world.account;
  await removeAccount(inbox, world.account.id);
  inbox.network.set(false);
  const page = { channel, externalId, baseUrl, token: world.page.token, practice: true };
  const added = await addAccount(inbox, page);
  const id = added.ok ? added.value.id : '';
  await until(world.clock, () => inbox.store.health(id).lastReadAtMs !== null);
  const reply = { text: 'Buongiorno!', seenThroughMs: world.clock.now(), closeAfter: false };
  const queued = queueReply(inbox, { ...reply, conversationId: world.rows()[0]?.id ?? '' });
  const item = queued.ok ? queued.value.id : '';
  await until(world.clock, () => inbox.store.outboxItem(item)?.state === 'sent');
});

test('nothing is read while offline; the stretch is a gap, and is read at once afterwards', async () => {
  const world = await looping();
  const requests = world.page.stats.requests;
  const goodUntilMs = health(world).lastReadAtMs;
  world.inbox().network.set(false);
  world.clock.advance(10 * 60_000);
  await until(world.clock, () => health(world).gaps.length > 0);
  expect(health(world)).toMatchObject({
    state: 'gap',
    // What should have been read by now; comments on old posts, mentions and the rest not yet.
    gaps: ['messenger', 'posts'].map((source) => ({
      source,
      fromMs: goodUntilMs,
      reason: 'offline',
    })),
  });
  expect(world.page.stats.requests).toBe(requests);
  const atMs = world.clock.now();
  world.inbox().network.set(true);
  await until(world.clock, () => health(world).state === 'ok');
  expect(health(world)).toMatchObject({
    lastReadAtMs: atMs,
    gaps: [{ filledAtMs: atMs }, { filledAtMs: atMs }],
  });
});

test.each([
  ['as long as it asks', { regainMinutes: 47 }, 47 * 60_000],
  ['for a quarter of an hour when it does not say', {}, 15 * MINUTE_MS],
])('a page that throttles is left alone %s', async (_what, asked, holdMs) => {
  const world = await looping();
  const pathPrefix = `/${world.page.pageId}/feed`;
  await world.fault({ kind: 'error', method: 'GET', pathPrefix, code: 32, ...asked });
  const atMs = world.clock.now();
  world.clock.advance(2 * MINUTE_MS);
  await hasRead(world, atMs + 1);
  expect(health(world)).toMatchObject({ state: 'gap', error: { code: 'throttled' } });
  const waitMs = (health(world).nextReadAtMs ?? 0) - world.clock.now();
  expect(waitMs).toBeGreaterThanOrEqual(holdMs);
  expect(waitMs).toBeLessThanOrEqual(holdMs * 1.1);
});

test('a page is read on where the clock was set back, by an hour or a year', async () => {
  const world = await looping();
  const readAt = () => health(world).lastReadAtMs;
  const before = readAt();
  world.clock.setWall(world.clock.now() - 365 * 86_400_000);
  world.clock.advance(2 * MINUTE_MS);
  await until(world.clock, () => readAt() !== before);
});

test('a machine that works on did not sleep, even if its word that it woke was lost', async () => {
  const world = await looping();
  world.service().jobs.suspend();
  const requests = world.page.stats.requests;
  world.clock.advance(60 * 60_000);
  await until(world.clock, () => world.page.stats.requests > requests);
});

test('a page that is disconnected while it is read is let go at once', async () => {
  const world = await looping();
  const requests = world.page.stats.requests;
  world.service().jobs.syncNow(world.account.id);
  await until(world.clock, () => world.page.stats.requests > requests);
  await removeAccount(world.inbox(), world.account.id);
  await until(world.clock, () => !world.inbox().reading.has(world.account.id));
  expect(world.page.stats.requests - requests).toBeLessThan(5);
});

test('a machine that sleeps reads nothing, and everything new when it wakes', async () => {
  const world = await looping();
  world.service().jobs.suspend();
  world.clock.setWall(world.clock.now() + 8 * 3_600_000);
  const requests = world.page.stats.requests;
  world.clock.advance(60_000);
  await until(world.clock, () => health(world).nextReadAtMs === null);
  expect(world.page.stats.requests).toBe(requests);
  const atMs = world.clock.now();
  world.service().jobs.resume();
  await until(world.clock, () => health(world).state === 'ok');
  expect(health(world)).toMatchObject({ lastReadAtMs: atMs });
  const gaps = health(world).gaps.filter(({ source }) => source === 'posts');
  expect(gaps).toMatchObject([{ reason: 'asleep', filledAtMs: atMs }]);
});

test('a service that ends while it reads waits for the read, and says nothing of a bug', async () => {
  const world = await looping();
  const { requests } = world.page.stats;
  world.service().jobs.syncNow(world.account.id);
  await until(world.clock, () => world.page.stats.requests > requests);
  await world.restart();
  expect(world.said.filter(({ level }) => level === 'error')).toEqual([]);
});
