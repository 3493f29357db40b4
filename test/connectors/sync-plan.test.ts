import { expect, test } from 'vitest';
import { isAtRest, LARGE_PAGE, pageCalls, pass, READING } from '../support/reading-loop.ts';
import { testWorld, until } from '../support/service.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const SEVENTEEN_MONTHS_MS = 517 * DAY_MS;

const EMPTY_PAGE = { kind: 'empty' } as const;

test('a comment on a post of 17 months ago is found by the deep index in its time, at less than 4,800 calls a day', async () => {
  const world = await testWorld({}, LARGE_PAGE);
  const ofWholeRead = pageCalls(world);
  await world.restart(READING);
  await until(world.clock, () => isAtRest(world));
  const old = world.page.control
    .snapshot()
    .posts.filter(({ kind, createdAtMs }) =>
      kind === 'own' ? createdAtMs < world.clock.now() - SEVENTEEN_MONTHS_MS : false,
    )
    .at(-1);
  const before = pageCalls(world);
  const id = world.page.control.writeComment({ parent: old?.id ?? '', text: 'È ancora valido?' });
  const isKnown = (): boolean =>
    world.inbox().store.knownMessages(world.account.id, [id]).length > 0;
  const tookMs = await pass(world, HOUR_MS, isKnown);
  expect(isKnown()).toBe(true);
  expect(tookMs).toBeLessThanOrEqual(12 * MINUTE_MS * 1.1 + 15_000);
  await pass(world, HOUR_MS - tookMs);
  const ofAnHour = pageCalls(world) - before;
  expect(ofAnHour * 24 + ofWholeRead).toBeLessThan(4_800);
}, 240_000);

test.each([
  ['below a new post', 'own', 66_000],
  ['on the wall', 'visitor', 66_000],
  ['in private', 'private', 33_000],
] as const)(
  'what somebody writes %s is there within one index interval',
  async (_where, how, ms) => {
    const world = await testWorld({}, EMPTY_PAGE);
    await world.restart(READING);
    await until(world.clock, () => isAtRest(world));
    const { control } = world.page;
    const text = 'Quando torna la linea?';
    const id =
      how === 'private'
        ? control.message({ text })
        : how === 'visitor'
          ? control.writePost({ kind: 'visitor', text })
          : control.writeComment({
              parent: control.writePost({ kind: 'own', text: 'Novità' }),
              text,
            });
    const isKnown = (): boolean =>
      world.inbox().store.knownMessages(world.account.id, [id]).length > 0;
    expect(await pass(world, 5 * MINUTE_MS, isKnown)).toBeLessThanOrEqual(ms + 15_000);
  },
);
