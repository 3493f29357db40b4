import { until, type TestWorld } from './service.ts';

/** 600 posts a year for 600 days; nobody writes anything but the test. */
export const LARGE_PAGE = { kind: 'bulk', seed: 1, posts: 986, comments: 1_500 } as const;

/** The service reads by itself; nothing is sent. */
export const READING = { jobs: { sync: true, outbox: false } } as const;

/** Everything that is due was read, and the next read is planned. */
export function isAtRest({ inbox, account, clock }: TestWorld): boolean {
  const next = [...(inbox().nextReads.get(account.id)?.values() ?? [])];
  return next.length > 0 && next.every((atMs) => atMs > clock.now());
}

/** Lets so much time pass, in steps, reading what falls due in each; returns how much passed. */
export async function pass(
  world: TestWorld,
  ms: number,
  stop = (): boolean => false,
): Promise<number> {
  const startedAtMs = world.clock.now();
  while (world.clock.now() - startedAtMs < ms && !stop()) {
    world.clock.advance(15_000);
    await until(world.clock, () => isAtRest(world));
  }
  return world.clock.now() - startedAtMs;
}

/** Calls of the page's allowance so far; Messenger and Instagram have their own. */
export function pageCalls({ inbox, account }: TestWorld): number {
  const { store, calls } = inbox();
  const all = [...store.calls(account.id, 0), ...calls.pending(account.id)];
  return all
    .filter(({ purpose }) => purpose !== 'messenger' && purpose !== 'instagram')
    .reduce((sum, { calls: count }) => sum + count, 0);
}
