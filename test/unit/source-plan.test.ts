import { describe, expect, test } from 'vitest';
import { openBatchSize } from '../../shared/domain/source/budget.ts';
import {
  isOverdue,
  planOf,
  READ_SOURCES,
  rhythmOf,
  type AccountMemory,
  type Planned,
  type ReadSource,
  type SourceMemory,
} from '../../shared/domain/source/plan.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const NOW = 1_800_000_000_000;

/** A source that was read completely just now. */
const source = (id: ReadSource, over: Partial<SourceMemory> = {}): SourceMemory => ({
  source: id,
  readAtMs: { index: null, deep_index: null, complete: NOW },
  unread: false,
  gap: false,
  wanted: false,
  notBeforeMs: 0,
  repairNotBeforeMs: 0,
  jitter: 1,
  ...over,
});

const account = (over: Partial<AccountMemory> = {}): AccountMemory => ({
  practice: false,
  slow: false,
  openOnlyUntilMs: 0,
  heldUntilMs: 0,
  dead: false,
  tokenAtMs: NOW,
  tokenAgainAtMs: null,
  openAtMs: NOW,
  waiting: true,
  sources: READ_SOURCES.map((id) => source(id)),
  ...over,
});

const posts = (over: Partial<SourceMemory>): Partial<AccountMemory> => ({
  sources: [source('posts', over)],
});

const label = ({ errand }: Planned): string =>
  errand.kind === 'source' ? `${errand.source} ${errand.depth}` : errand.kind;

/** What is read in how many milliseconds from now, in the order of importance. */
const plan = (over: Partial<AccountMemory>, nowMs = NOW): Readonly<Record<string, number>> =>
  Object.fromEntries(
    planOf(account(over), nowMs).map((one) => [label(one), Math.max(0, one.atMs - nowMs)]),
  );

describe('the plan of an account', () => {
  test('is facebook.md §5: each source at its pace, those who wait before everything else', () => {
    const planned = plan({});
    expect(planned).toEqual({
      token: DAY,
      open: 5 * MINUTE,
      'posts deep_index': 12 * MINUTE,
      'posts index': MINUTE,
      'messenger complete': DAY,
      'messenger index': 30 * SECOND,
      'instagram deep_index': 12 * MINUTE,
      'instagram index': 2 * MINUTE,
      'visitor_posts deep_index': 15 * MINUTE,
      'mentions deep_index': 15 * MINUTE,
      'ads deep_index': 15 * MINUTE,
      'reels deep_index': 15 * MINUTE,
      'reviews complete': DAY,
    });
    expect(Object.keys(planned).slice(0, 3)).toEqual(['token', 'open', 'posts deep_index']);
  });

  test.each<[string, Partial<AccountMemory>, object]>([
    ['before the token was asked nothing else is', { tokenAtMs: null }, { token: 0 }],
    ['a dead token is asked every hour, and nothing else', { dead: true }, { token: HOUR }],
    [
      'a token that could not be asked is asked again soon, and reading goes on',
      { tokenAgainAtMs: NOW + MINUTE, waiting: false, sources: [] },
      { token: MINUTE },
    ],
    [
      'near the end of the allowance only those who wait are read',
      { openOnlyUntilMs: NOW + 15 * MINUTE, ...posts({}) },
      {
        token: DAY,
        open: 5 * MINUTE,
        'posts deep_index': 15 * MINUTE,
        'posts index': 15 * MINUTE,
      },
    ],
    ['where nobody waits, nobody is looked after', { waiting: false, sources: [] }, { token: DAY }],
    [
      'while the platform asks for quiet nothing is asked, not even the token',
      { heldUntilMs: NOW + 2 * DAY, ...posts({}) },
      { token: 2 * DAY, open: 2 * DAY, 'posts deep_index': 2 * DAY, 'posts index': 2 * DAY },
    ],
    [
      'three quarters of the allowance double every wait',
      { slow: true, ...posts({}) },
      { token: DAY, open: 5 * MINUTE, 'posts deep_index': 24 * MINUTE, 'posts index': 2 * MINUTE },
    ],
    [
      'a page on this computer is read every five seconds',
      { practice: true, sources: [source('posts'), source('messenger')] },
      {
        token: DAY,
        open: 5 * MINUTE,
        'posts deep_index': 12 * MINUTE,
        'posts index': 5 * SECOND,
        'messenger complete': DAY,
        'messenger index': 5 * SECOND,
      },
    ],
  ])('%s', (_rule, over, expected) => expect(plan(over)).toEqual(expected));
});

describe('how far a source is read next, and when', () => {
  const ago = (ms: number): number => NOW - ms;
  const never = { index: null, deep_index: null, complete: null };

  test.each<[string, Partial<SourceMemory>, object]>([
    ['never read: all of it, at once', { readAtMs: never, unread: true }, { 'posts complete': 0 }],
    [
      'never read to its end, a part is broken: the newest goes on beside it',
      {
        readAtMs: { ...never, index: ago(20 * SECOND) },
        unread: true,
        repairNotBeforeMs: NOW + 2 * MINUTE,
      },
      { 'posts complete': 2 * MINUTE, 'posts index': 40 * SECOND },
    ],
    [
      'a deeper read is one of the newest too',
      { readAtMs: { ...never, complete: ago(HOUR), deep_index: ago(30 * SECOND) } },
      { 'posts deep_index': 11.5 * MINUTE, 'posts index': 30 * SECOND },
    ],
    [
      'everything once a day',
      { readAtMs: { index: NOW, deep_index: NOW, complete: ago(DAY) } },
      { 'posts complete': 0, 'posts index': MINUTE },
    ],
    [
      'a gap: all posts, at once',
      { gap: true, readAtMs: { index: NOW, deep_index: NOW, complete: ago(HOUR) } },
      { 'posts deep_index': 0, 'posts index': MINUTE },
    ],
    [
      'a gap that could not be made good waits for its turn, not longer than usual',
      { gap: true, repairNotBeforeMs: NOW + HOUR },
      { 'posts deep_index': 12 * MINUTE, 'posts index': MINUTE },
    ],
    ['wanted: everything, now', { wanted: true }, { 'posts complete': 0, 'posts index': MINUTE }],
    [
      'after a failure nothing of it before its time',
      { wanted: true, notBeforeMs: NOW + 3 * MINUTE },
      { 'posts complete': 3 * MINUTE, 'posts index': 3 * MINUTE },
    ],
    [
      'jitter stretches its waits',
      { jitter: 1.1 },
      { 'posts deep_index': 13.2 * MINUTE, 'posts index': 66 * SECOND },
    ],
    [
      'what was read in the future was read before the clock was set back',
      { readAtMs: { index: NOW + HOUR, deep_index: NOW + HOUR, complete: NOW + HOUR } },
      { 'posts complete': 0, 'posts index': 0 },
    ],
  ])('%s', (_rule, over, expected) => {
    const { token: _, open: __, ...rest } = plan(posts(over));
    expect(rest).toEqual(expected);
  });
});

describe('a source is overdue', () => {
  test.each([
    ['posts', 3 * MINUTE],
    ['comments', 25 * MINUTE],
    ['messenger', 2 * MINUTE],
    ['instagram', 5 * MINUTE],
    ['ads', 31 * MINUTE],
    ['reviews', 2 * DAY + MINUTE],
  ] as const)('%s: when nothing new is known of it for %i ms', (id, toleratedMs) => {
    const at = (nowMs: number) => isOverdue(id, NOW, { nowMs, practice: false });
    expect([at(NOW + toleratedMs), at(NOW + toleratedMs + 1)]).toEqual([false, true]);
    expect(at(NOW - DAY)).toBe(false);
  });
});

/** Calls of the page's allowance in a day: what a read of each depth takes when nothing moved. */
function callsOfADay(postsOfTheFeed: number): number {
  const pages = Math.ceil(postsOfTheFeed / 100);
  const costs = { index: 1, deep_index: pages, complete: pages + postsOfTheFeed };
  const own: readonly ReadSource[] = ['posts', 'visitor_posts', 'mentions', 'ads', 'reels'];
  let calls = 0;
  for (const id of own) {
    const { indexMs, deepMs } = rhythmOf(id, false);
    const [deep, whole] = id === 'posts' ? [costs.deep_index, costs.complete] : [1, 1];
    calls += indexMs === null ? 0 : DAY / indexMs;
    calls += deepMs === null ? 0 : (DAY / deepMs) * deep;
    calls += whole;
  }
  return calls;
}

describe('what reading costs', () => {
  test('a page with 600 posts a year, read back to 17 months, stays below 4,800 calls a day', () => {
    const idle = callsOfADay(850);
    // Every five minutes those who wait take what the hour has left.
    const rounds = 12;
    const hourly = idle / 24;
    const open = Array.from({ length: 24 }, () => {
      let spent = 0;
      for (let round = 0; round < rounds; round += 1) {
        const callsLastHour = Math.round(hourly + spent);
        spent += openBatchSize(callsLastHour);
      }
      return spent;
    }).reduce((sum, calls) => sum + calls, 0);
    const moved = 400;
    expect(idle + open + moved).toBeLessThan(4_800);
  });

  test.each([
    ['an idle hour', 0, 50],
    ['an hour as usual', 130, 30],
    ['an hour that is used up', 700, 1],
  ])('in %s (%i calls) %i waiting messages are read anew', (_what, calls, size) =>
    expect(openBatchSize(calls)).toBe(size),
  );
});
