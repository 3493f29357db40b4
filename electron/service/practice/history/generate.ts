import { sectorFor } from '../text/sectors.ts';
import type { Item, PageInfo, World } from '../world/items.ts';
import { createRandom, type Random } from '../world/random.ts';
import { backlog } from './backlog.ts';
import { conversation, type Beginning } from './conversation.ts';
import { createLife } from './life.ts';
import { createCrowd } from './people.ts';
import {
  drawPost,
  instantInOutage,
  planOutages,
  planPosts,
  type Outage,
  type OwnPost,
} from './plan.ts';
import { drawMinute, fromRome, romeWall, weekdayFactor } from './rhythm.ts';
import { privateTalk } from './private-talk.ts';
import { serviceLevel } from './service-level.ts';
import { sidePlaces } from './side-places.ts';
import { smallTalk } from './small-talk.ts';
import { drawTopic, type Stage } from './stage.ts';

const DAY_MS = 24 * 3_600_000;
/** Two years. */
const HISTORY_MS = 730 * DAY_MS;
/** The page's own posts go on this long after the anchor. */
const FUTURE_POSTS_MS = 120 * DAY_MS;
/** Quiet-time conversations a day that need an answer. */
const A_DAY = 3.1;

/** What decides a generated world; equal values give equal worlds. */
export interface GeneratorOptions {
  readonly seed: number;
  /** "Now" when the page was first opened; history ends here. */
  readonly anchorMs: number;
  readonly pageId: string;
  /** False: no arrivals, no reactions. */
  readonly lively: boolean;
}

function createStage({ seed, pageId }: GeneratorOptions, random: Random): Stage {
  const sector = sectorFor(seed);
  const followers = random.int(38_000, 190_000);
  const { name, category, about } = sector;
  const instagram = { id: `178414${pageId.slice(-11)}`, username: name.toLowerCase() };
  const page: PageInfo = { id: pageId, name, category, about, followers, instagram };
  let count = 0;
  const nextNumber = (): string => {
    count += 1;
    return `1221${String(count * 7919 + random.int(0, 7000)).padStart(11, '0')}`;
  };
  return { page, sector, crowd: createCrowd(random.fork('crowd')), nextNumber };
}

/** A span of history with its posts. */
interface Chronicle {
  readonly stage: Stage;
  readonly posts: readonly OwnPost[];
  readonly startMs: number;
  readonly anchorMs: number;
  readonly items: Item[];
}

const progressAt = ({ startMs, anchorMs }: Chronicle, atMs: number): number =>
  (atMs - startMs) / (anchorMs - startMs);

function tell(chronicle: Chronicle, random: Random, atMs: number, outage?: Outage): void {
  const { stage, posts, anchorMs, items } = chronicle;
  if (atMs >= anchorMs) return;
  const die = random.next();
  const post = drawPost(random, posts, atMs);
  const place: Beginning['place'] =
    post === null || die < 0.11 ? 'wall' : die < 0.135 ? 'elsewhere' : post;
  const about = outage !== undefined ? stage.sector.outage : drawTopic(stage, random);
  const level = serviceLevel(progressAt(chronicle, atMs));
  const town = outage !== undefined && random.chance(0.85) ? { town: outage.town } : {};
  const rest = { rush: outage !== undefined, level, endMs: anchorMs, ...town };
  items.push(...conversation(stage, random, { atMs, about, mood: 'needs_answer', place, ...rest }));
}

/** Draws how often something happens that happens `mean` times on average. */
function drawCount(random: Random, mean: number): number {
  let count = 0;
  for (let left = Math.exp(-mean), chance = random.next(); chance > left; count += 1) {
    chance *= random.next();
  }
  return count;
}

function tellQuietDays(chronicle: Chronicle, random: Random): void {
  const { startMs, anchorMs } = chronicle;
  const lastDay = romeWall(anchorMs).day;
  for (let { day } = romeWall(startMs); day <= lastDay; day += 1) {
    const growth = 0.85 + 0.3 * progressAt(chronicle, fromRome(day, 720));
    const count = drawCount(random, A_DAY * growth * weekdayFactor((day + 4) % 7));
    for (let left = count; left > 0; left -= 1) {
      const atMs = fromRome(day, drawMinute(random)) + random.int(0, 59) * 1000;
      tell(chronicle, random, atMs);
    }
  }
}

/** Numbers of their own, so that what stands in the feed keeps its ids. */
function sideStage(stage: Stage): Stage {
  let count = 0;
  const nextNumber = (): string => `1227${String((count += 1) * 7919).padStart(11, '0')}`;
  return { ...stage, nextNumber };
}

/** Returns the world of `seed` as it stands at `anchorMs`, with the two years before it. */
export function generateWorld(options: GeneratorOptions): World {
  const { seed, anchorMs } = options;
  const random = createRandom(`world/${String(seed)}`);
  const stage = createStage(options, random.fork('stage'));
  const startMs = anchorMs - HISTORY_MS;
  const outages = planOutages(random.fork('outages'), startMs, anchorMs);
  const period = { startMs, endMs: anchorMs + FUTURE_POSTS_MS, outages };
  const posts = planPosts(stage, random.fork('posts'), period);
  const items: Item[] = posts.map(({ post }) => post);
  const chronicle: Chronicle = { stage, posts, startMs, anchorMs, items };

  tellQuietDays(chronicle, random.fork('quiet'));
  const rush = random.fork('rush');
  for (const outage of outages) {
    for (let left = outage.size; left > 0; left -= 1) {
      tell(chronicle, rush, instantInOutage(rush, outage), outage);
    }
  }
  items.push(...smallTalk(stage, random.fork('talk'), { posts, startMs, anchorMs }));
  items.push(...backlog(stage, random.fork('backlog'), { posts, anchorMs }));
  const side = sidePlaces(sideStage(stage), random.fork('side'), anchorMs);
  items.push(...side.items);
  const messages = privateTalk(stage, random.fork('private'), anchorMs);
  const page = stage.page;
  const { places } = side;
  const numbered = items.map((item, seq) => ({ ...item, seq }));
  const life = options.lively ? createLife({ stage, posts, places, seed, anchorMs }) : null;
  return { page, items: numbered, messages, recorded: false, life };
}
