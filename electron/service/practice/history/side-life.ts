import type { Item, Message, Post } from '../world/items.ts';
import { createRandom, type Random } from '../world/random.ts';
import { letters } from './private-talk.ts';
import { talkAt } from './side-places.ts';
import type { Stage } from './stage.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** Where and with whom life goes on besides the feed. */
export interface SideLifeSource {
  readonly stage: Stage;
  readonly places: readonly Post[];
  readonly seed: number;
  readonly anchorMs: number;
}

/** What one hour brings there. */
export interface SideHour {
  readonly items: readonly Item[];
  readonly messages: readonly Message[];
}

/** Newcomers see each kind of place come alive in their first two hours. */
const gapMs = (random: Random, hour: number): number =>
  hour < 2 ? random.int(6, 14) * MINUTE_MS : random.int(90, 700) * MINUTE_MS;

/** Returns what happens in one hour after the anchor. The hour alone decides it. */
export function tellSideHour(source: SideLifeSource, hour: number): SideHour {
  const random = createRandom(`side/${String(source.seed)}/${String(hour)}`);
  let count = 0;
  const nextNumber = (): string => {
    count += 1;
    return `1228${String(hour * 1000 + count).padStart(11, '0')}`;
  };
  const stage: Stage = { ...source.stage, nextNumber };
  const items: Item[] = [];
  const messages: Message[] = [];
  let ageMs = hour * HOUR_MS + gapMs(random, hour);
  for (let turn = hour; ageMs < (hour + 1) * HOUR_MS; turn += 1, ageMs += gapMs(random, hour)) {
    const atMs = source.anchorMs + ageMs;
    const endMs = atMs + HOUR_MS;
    const place = source.places[(turn * 5) % Math.max(1, source.places.length)];
    if (turn % 3 === 0 || place === undefined) {
      const platform = turn % 9 === 0 ? 'instagram' : 'messenger';
      messages.push(...letters({ stage, random, platform }, { atMs, endMs, state: 'waiting' }));
    } else items.push(...talkAt(stage, random, { place, atMs, endMs }));
  }
  return { items, messages };
}
