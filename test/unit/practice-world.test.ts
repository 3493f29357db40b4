import { describe, expect, test } from 'vitest';
import { generateWorld } from '../../electron/service/practice/history/generate.ts';
import { romeWall } from '../../electron/service/practice/history/rhythm.ts';
import type { Comment, Item, World } from '../../electron/service/practice/world/items.ts';

const ANCHOR = Date.parse('2026-11-18T11:00:00Z');
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

const worldOf = (seed: number, anchorMs = ANCHOR): World =>
  generateWorld({ seed, anchorMs, pageId: '100000000000001', lively: true });

const past = (world: World): readonly Item[] =>
  world.items.filter((item) => item.createdAtMs <= ANCHOR);

/** Everything that starts a conversation: comments below own posts, visitor posts, mentions. */
function starters(world: World): readonly Item[] {
  const own = new Set(world.items.filter((item) => item.kind === 'own').map((item) => item.id));
  return past(world).filter(
    (item) =>
      item.kind === 'visitor' ||
      item.kind === 'mention' ||
      (item.kind === 'comment' && item.parentId === null && own.has(item.postId)),
  );
}

/** The first answer of the page to each starter, by its id. */
function firstAnswers(world: World): ReadonlyMap<string, number> {
  const answers = new Map<string, number>();
  const byPage = past(world).filter(
    (item): item is Comment => item.kind === 'comment' && item.from?.id === world.page.id,
  );
  for (const { postId, parentId, createdAtMs } of byPage) {
    for (const id of [parentId, postId]) {
      if (id !== null) answers.set(id, Math.min(answers.get(id) ?? Infinity, createdAtMs));
    }
  }
  return answers;
}

/** Answered share and median hours of the starters in a stretch before the anchor. */
function service(world: World, fromDay: number, toDay: number) {
  const answers = firstAnswers(world);
  const among = starters(world).filter(
    ({ createdAtMs }) =>
      createdAtMs > ANCHOR - fromDay * DAY_MS && createdAtMs <= ANCHOR - toDay * DAY_MS,
  );
  const hours = among
    .map((item) => ((answers.get(item.id) ?? NaN) - item.createdAtMs) / HOUR_MS)
    .filter((value) => !Number.isNaN(value))
    .toSorted((a, b) => a - b);
  return { share: hours.length / among.length, median: hours[Math.floor(hours.length / 2)] ?? 0 };
}

describe('a generated world', () => {
  test('is the same for the same seed and anchor, and another for another', () => {
    const first = JSON.stringify(worldOf(1).items);
    expect(JSON.stringify(worldOf(1).items)).toBe(first);
    expect(JSON.stringify(worldOf(4).items)).not.toBe(first);
    expect(JSON.stringify(worldOf(1, ANCHOR + DAY_MS).items)).not.toBe(first);
  });

  test.each([1, 2, 3, 4, 5, 6])('of seed %i has the size of a busy page', (seed) => {
    const world = worldOf(seed);
    const items = past(world);
    const count = (kind: Item['kind']): number => items.filter((one) => one.kind === kind).length;
    const people = new Set(items.map((item) => item.from?.id)).size;
    expect(starters(world).length).toBeGreaterThan(2900);
    expect(starters(world).length).toBeLessThan(3900);
    expect(items.length - count('own')).toBeGreaterThan(7500);
    expect(items.length - count('own')).toBeLessThan(9500);
    expect(count('own') / 104).toBeGreaterThan(4.8);
    expect(count('own') / 104).toBeLessThan(6.5);
    expect(count('visitor')).toBeGreaterThan(200);
    expect(count('mention')).toBeGreaterThan(30);
    expect(people).toBeGreaterThan(500);
  });

  test.each([1, 2, 3])('of seed %i answers more, and faster, as its two years go by', (seed) => {
    const world = worldOf(seed);
    const [begin, end] = [service(world, 730, 550), service(world, 187, 7)];
    expect(begin.share).toBeGreaterThan(0.36);
    expect(begin.share).toBeLessThan(0.56);
    expect(end.share - begin.share).toBeGreaterThan(0.12);
    expect(begin.median).toBeGreaterThan(4);
    expect(begin.median).toBeLessThan(14);
    expect(end.median).toBeLessThan(4);
  });

  test('leaves messages of all ages unanswered at the anchor', () => {
    const world = worldOf(1);
    const answers = firstAnswers(world);
    const waiting = starters(world)
      .filter((item) => !answers.has(item.id))
      .map((item) => ANCHOR - item.createdAtMs);
    const within = (lowMs: number, highMs: number): number =>
      waiting.filter((age) => age >= lowMs && age < highMs).length;
    expect(within(0, HOUR_MS)).toBeGreaterThanOrEqual(4);
    expect(within(HOUR_MS, 12 * HOUR_MS)).toBeGreaterThanOrEqual(4);
    expect(within(12 * HOUR_MS, 2 * DAY_MS)).toBeGreaterThanOrEqual(3);
    expect(within(2 * DAY_MS, 7 * DAY_MS)).toBeGreaterThanOrEqual(3);
  });

  test('is written in the evening more than in the morning, and hardly at night', () => {
    const hours = starters(worldOf(1)).map((item) =>
      Math.floor(romeWall(item.createdAtMs).minute / 60),
    );
    const between = (from: number, to: number): number =>
      hours.filter((hour) => hour >= from && hour < to).length;
    expect(between(20, 23)).toBeGreaterThan(between(9, 12) * 1.2);
    expect(between(1, 6)).toBeLessThan(between(20, 23) / 4);
  });

  test('knows bursts: its busiest day has five times as many messages as a usual one', () => {
    const days = new Map<number, number>();
    for (const item of starters(worldOf(1))) {
      const { day } = romeWall(item.createdAtMs);
      days.set(day, (days.get(day) ?? 0) + 1);
    }
    const counts = [...days.values()].toSorted((a, b) => a - b);
    const usual = counts[Math.floor(counts.length / 2)] ?? 0;
    expect(counts.at(-1)).toBeGreaterThan(usual * 5);
  });

  test('holds every kind of trouble: edits, deletions, withheld names, photos without text', () => {
    const items = past(worldOf(1));
    const share = (holds: (item: Item) => boolean): number =>
      items.filter(holds).length / items.length;
    expect(share((item) => item.versions.length > 1)).toBeGreaterThan(0.005);
    expect(share((item) => item.goneAtMs !== null)).toBeGreaterThan(0.005);
    expect(share((item) => item.from === null)).toBeGreaterThan(0.003);
    expect(share((item) => item.from === null)).toBeLessThan(0.02);
    expect(items.some((item) => item.photo && item.versions[0]?.text === '')).toBe(true);
    expect(items.some((item) => item.tags.some((tag) => tag.type === 'page'))).toBe(true);
  });

  test.each([1, 2, 3])('of seed %i has a handful of every source besides the feed', (seed) => {
    const { items, messages } = worldOf(seed);
    const places = (kind: Item['kind']): readonly string[] =>
      items.filter((item) => item.kind === kind).map((item) => item.id);
    for (const kind of ['ad', 'reel', 'media'] as const) {
      const below = new Set(places(kind));
      const comments = items.filter((item) => item.kind === 'comment' && below.has(item.postId));
      expect([kind, below.size > 2, comments.length > 10]).toEqual([kind, true, true]);
    }
    const threads = new Map(messages.map((message) => [message.threadId, message.platform]));
    expect([...new Set(threads.values())].toSorted()).toEqual(['instagram', 'messenger']);
    expect(threads.size).toBeGreaterThan(7);
    expect(messages.some((message) => message.byPage)).toBe(true);
    expect(new Set(messages.map(({ id }) => id)).size).toBe(messages.length);
  });

  test('has ids of the platform’s shape, none twice, and every reply below a known comment', () => {
    const { items, page } = worldOf(2);
    const ids = new Set(items.map((item) => item.id));
    expect(ids.size).toBe(items.length);
    const pictures = new Set(items.filter(({ kind }) => kind === 'media').map(({ id }) => id));
    for (const item of items) {
      if (item.kind === 'comment') {
        const below = item.postId.split('_').at(-1) ?? '';
        expect(item.id).toMatch(
          pictures.has(item.postId) ? /^17\d+$/ : new RegExp(`^${below}_\\d+$`),
        );
        expect(item.parentId === null || ids.has(item.parentId)).toBe(true);
      } else if (item.kind === 'reel' || item.kind === 'media') expect(item.id).toMatch(/^\d+$/);
      else expect(item.id).toMatch(new RegExp(`^${page.id}_\\d+$`));
    }
  });

  test('links names where they stand in the text', () => {
    for (const item of worldOf(3).items) {
      for (const { offset, length, name } of item.tags) {
        expect(item.versions[0]?.text.slice(offset, offset + length)).toBe(name);
      }
    }
  });
});
