import type { Item, Life, Message, Post } from '../world/items.ts';
import { createRandom, type Random } from '../world/random.ts';
import { conversation } from './conversation.ts';
import { drawPost, type OwnPost } from './plan.ts';
import { createAnswer } from './private-talk.ts';
import { createReaction } from './reaction.ts';
import { hourFactor, romeWall } from './rhythm.ts';
import { tellSideHour } from './side-life.ts';
import { remark } from './small-talk.ts';
import { drawTopic, type Stage } from './stage.ts';

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
/** What a message of one hour brings in its thread has arrived this much later. */
const LONGEST_ECHO_HOURS = 3;
/** Newcomers see somebody write every minute or so … */
const FIRST_STRETCH_MS = 15 * MINUTE_MS;
/** … then every few minutes, then as in life. */
const SECOND_STRETCH_MS = 2 * HOUR_MS;
/** Messages in an hour of average busyness. */
const AN_HOUR = 0.3;

/** What the future of a page is made from. */
export interface LifeSource {
  readonly stage: Stage;
  readonly posts: readonly OwnPost[];
  /** Ads, Reels and pictures. */
  readonly places: readonly Post[];
  readonly seed: number;
  readonly anchorMs: number;
}

/** The time until the next message, given how long ago the page was first opened. */
function gapMs(random: Random, ageMs: number, anchorMs: number): number {
  if (ageMs < FIRST_STRETCH_MS) return random.int(20, 90) * SECOND_MS;
  if (ageMs < SECOND_STRETCH_MS) return random.int(150, 540) * SECOND_MS;
  const hour = Math.floor(romeWall(anchorMs + ageMs).minute / 60);
  return (-Math.log(1 - random.next()) * HOUR_MS) / (AN_HOUR * hourFactor(hour));
}

function begin(source: LifeSource, stage: Stage, random: Random, atMs: number): readonly Item[] {
  const post = drawPost(random, source.posts, atMs);
  const die = random.next();
  if (post !== null && die < 0.1) return [remark(stage, random, post, atMs)];
  const place = post === null || die > 0.9 ? 'wall' : die > 0.88 ? 'elsewhere' : post;
  const mood = die < 0.17 ? 'praise' : 'needs_answer';
  const about = drawTopic(stage, random);
  const endMs = atMs + (LONGEST_ECHO_HOURS - 1) * HOUR_MS;
  return conversation(stage, random, { atMs, about, mood, place, rush: false, level: null, endMs });
}

/** All that begins in one hour after the anchor, echoes included. The hour alone decides it. */
function tellHour(source: LifeSource, hour: number): readonly Item[] {
  const random = createRandom(`life/${String(source.seed)}/${String(hour)}`);
  let count = 0;
  const nextNumber = (): string => {
    count += 1;
    return `1223${String(hour * 1000 + count).padStart(11, '0')}`;
  };
  const stage: Stage = { ...source.stage, nextNumber };
  const items: Item[] = [];
  const untilMs = (hour + 1) * HOUR_MS;
  const step = (ageMs: number): number => ageMs + gapMs(random, ageMs, source.anchorMs);
  for (let ageMs = step(hour * HOUR_MS); ageMs < untilMs; ageMs = step(ageMs)) {
    items.push(...begin(source, stage, random, source.anchorMs + ageMs));
  }
  return items;
}

/** What one hour brings, in the feed and elsewhere. */
interface Hour {
  readonly items: readonly Item[];
  readonly messages: readonly Message[];
}

function hourOf(source: LifeSource, hour: number): Hour {
  const side = tellSideHour(source, hour);
  return { items: [...tellHour(source, hour), ...side.items], messages: side.messages };
}

/** Returns what happens after the anchor. */
export function createLife(source: LifeSource): Life {
  const { anchorMs } = source;
  const hours = new Map<number, Hour>();
  const hourAt = (hour: number): Hour => {
    const known = hours.get(hour);
    if (known !== undefined) return known;
    const told = hourOf(source, hour);
    hours.set(hour, told);
    hours.delete(hour - 2 * LONGEST_ECHO_HOURS);
    return told;
  };
  /** What `pick` takes from the hours that reach into (fromMs, toMs]. */
  const between = <T extends { readonly createdAtMs: number }>(
    pick: (hour: Hour) => readonly T[],
    fromMs: number,
    toMs: number,
  ): readonly T[] => {
    const first = Math.floor((fromMs - anchorMs) / HOUR_MS) - LONGEST_ECHO_HOURS;
    const last = Math.floor((toMs - anchorMs) / HOUR_MS);
    const found: T[] = [];
    for (let hour = Math.max(0, first); hour <= last; hour += 1) {
      for (const one of pick(hourAt(hour))) {
        if (one.createdAtMs > fromMs && one.createdAtMs <= toMs) found.push(one);
      }
    }
    return found;
  };
  return {
    arrivals: (fromMs, toMs) => between(({ items }) => items, fromMs, toMs),
    messages: (fromMs, toMs) => between(({ messages }) => messages, fromMs, toMs),
    reaction: createReaction(source),
    answer: createAnswer(source),
  };
}
