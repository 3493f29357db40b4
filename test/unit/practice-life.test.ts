import { describe, expect, test } from 'vitest';
import { generateWorld } from '../../electron/service/practice/history/generate.ts';
import type { Item, Life } from '../../electron/service/practice/world/items.ts';

const ANCHOR = Date.parse('2026-11-18T11:00:00Z');
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

const lifeOf = (seed: number): Life => {
  const { life } = generateWorld({ seed, anchorMs: ANCHOR, pageId: '1000', lively: true });
  if (life === null) throw new Error('This world should live');
  return life;
};

const idsOf = (items: readonly Item[]): readonly string[] =>
  items.map((item) => item.id).toSorted();

/** What is written below ads, Reels and pictures has numbers of its own. */
const isAside = ({ id }: Item): boolean => /(_|^17)1228\d+$/.test(id);

describe('what happens after the anchor', () => {
  test('is the same whether it is asked for at once or minute by minute', () => {
    const [whole, steps] = [lifeOf(1), lifeOf(1)];
    const untilMs = ANCHOR + 6 * HOUR_MS;
    const bit: Item[] = [];
    for (let atMs = ANCHOR; atMs < untilMs; atMs += 7 * MINUTE_MS) {
      bit.push(...steps.arrivals(atMs, Math.min(atMs + 7 * MINUTE_MS, untilMs)));
    }
    expect(idsOf(bit)).toEqual(idsOf(whole.arrivals(ANCHOR, untilMs)));
  });

  test('in the first quarter of an hour somebody writes every 20 to 90 seconds', () => {
    const begun = lifeOf(1)
      .arrivals(ANCHOR, ANCHOR + 15 * MINUTE_MS)
      .filter((item) => item.kind !== 'comment' || item.parentId === null)
      .filter((item) => !isAside(item))
      .map((item) => item.createdAtMs)
      .toSorted((a, b) => a - b);
    const gaps = begun.slice(1).map((atMs, index) => atMs - (begun[index] ?? 0));
    expect(begun.length).toBeGreaterThan(9);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(20_000);
    expect(Math.max(...gaps)).toBeLessThanOrEqual(90_000);
  });

  test('in the first two hours every kind of place comes alive, and people write privately', () => {
    const { items } = generateWorld({ seed: 1, anchorMs: ANCHOR, pageId: '1000', lively: true });
    const kinds = new Map(items.map((item) => [item.id, item.kind]));
    const life = lifeOf(1);
    const aside = life.arrivals(ANCHOR, ANCHOR + 2 * HOUR_MS).filter(isAside);
    const places = aside.map((item) => (item.kind === 'comment' ? kinds.get(item.postId) : null));
    expect([...new Set(places)].toSorted()).toEqual(['ad', 'media', 'reel']);
    expect(life.messages(ANCHOR, ANCHOR + 2 * HOUR_MS).length).toBeGreaterThan(2);
  });

  test('a later week brings what a week brings, not a flood', () => {
    const week = lifeOf(2).arrivals(ANCHOR + 10 * DAY_MS, ANCHOR + 17 * DAY_MS);
    expect(week.length).toBeGreaterThan(30);
    expect(week.length).toBeLessThan(150);
    expect(new Set(idsOf(week)).size).toBe(week.length);
  });
});
