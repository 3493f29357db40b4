import { expect, test } from 'vitest';
import { seededRandom } from '../support/seeded-random.ts';
import { isAtRest, LARGE_PAGE, pageCalls, pass, READING } from '../support/reading-loop.ts';
import { testWorld, until, type TestWorld } from '../support/service.ts';

const MINUTE_MS = 60_000;
/** The deep index, its jitter, and the step of this test's clock. */
const WITHIN_MS = 12 * MINUTE_MS * 1.1 + 30_000;

interface Written {
  readonly id: string;
  readonly atMs: number;
}

/** What happens on an ordinary page in ten minutes. Returns what must be read. */
function tenMinutes({ page, clock }: TestWorld, places: Places, die: number): readonly Written[] {
  const { control } = page;
  const old = places.posts[Math.floor(die * places.posts.length)] ?? places.media;
  const text = 'Quando torna la linea?';
  const ids = [
    control.writeComment({ parent: places.newest, text }),
    control.writeComment({ parent: old, text }),
    control.message({ text }),
    control.writeComment({ parent: places.media, text }),
  ];
  const [comment = ''] = ids;
  if (die < 0.5) control.ownReply({ parent: comment, text: 'Stiamo controllando.' });
  return ids.map((id) => ({ id, atMs: clock.now() }));
}

interface Places {
  readonly posts: readonly string[];
  readonly newest: string;
  readonly media: string;
}

test('a whole day of an ordinary large page costs less than 4,800 calls, and each comment is read in time', async () => {
  const world = await testWorld({}, LARGE_PAGE);
  const { control } = world.page;
  const posts = control.snapshot().posts.map(({ id }) => id);
  const newest = control.writePost({ kind: 'own', text: 'Orari di domani' });
  const media = control.writePost({ kind: 'media', text: 'La nuova collezione' });
  await world.restart(READING);
  await until(world.clock, () => isAtRest(world));
  const random = seededRandom(17);
  let waiting: readonly Written[] = [];
  let latestMs = 0;
  const look = (): boolean => {
    const { knownMessages } = world.inbox().store;
    const isKnown = ({ id }: Written): boolean => knownMessages(world.account.id, [id]).length > 0;
    for (const { atMs } of waiting) latestMs = Math.max(latestMs, world.clock.now() - atMs);
    waiting = waiting.filter((one) => !isKnown(one));
    return false;
  };
  const before = pageCalls(world);
  for (let tens = 0; tens < 24 * 6; tens += 1) {
    waiting = [...waiting, ...tenMinutes(world, { posts, newest, media }, random.next())];
    await pass(world, 10 * MINUTE_MS, look);
  }
  const calls = pageCalls(world) - before;
  await pass(world, WITHIN_MS, look);
  expect(waiting).toEqual([]);
  expect(latestMs).toBeLessThanOrEqual(WITHIN_MS);
  expect(calls).toBeLessThan(4_800);
}, 600_000);
