import { expand } from '../text/grammar.ts';
import { TOWNS } from '../text/places.ts';
import { createSlots } from '../text/slots.ts';
import type { OwnPosts } from '../text/types.ts';
import type { Post } from '../world/items.ts';
import type { Random } from '../world/random.ts';
import { fromRome, hourFactor, romeWall } from './rhythm.ts';
import { postBy, type Stage } from './stage.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Something broke: the page says so, and many write. */
export interface Outage {
  readonly startMs: number;
  readonly endMs: number;
  readonly town: string;
  /** Conversations that it brings. */
  readonly size: number;
}

/** A post of the page and what it is for. */
export interface OwnPost {
  readonly post: Post;
  readonly purpose: keyof OwnPosts;
}

/** Plans what breaks between two instants: every five weeks or so, and once the day before `nowMs`. */
export function planOutages(random: Random, startMs: number, nowMs: number): readonly Outage[] {
  const outages: Outage[] = [];
  const add = (atMs: number): void => {
    const hours = random.int(4, 30);
    const town = random.pick(TOWNS);
    outages.push({ startMs: atMs, endMs: atMs + hours * HOUR_MS, town, size: 10 + hours });
  };
  for (let at = startMs + 9 * DAY_MS; at < nowMs - 12 * DAY_MS; at += random.int(18, 55) * DAY_MS) {
    add(at + random.int(0, 23) * HOUR_MS);
  }
  add(nowMs - random.int(19, 27) * HOUR_MS);
  return outages;
}

/** Draws an instant inside an outage: most write early, nobody much at night. */
export function instantInOutage(random: Random, outage: Outage): number {
  const spread = outage.endMs - outage.startMs;
  for (;;) {
    const atMs = outage.startMs + HOUR_MS * 0.4 + spread * random.next() ** 1.7;
    const hour = Math.floor(romeWall(atMs).minute / 60);
    if (random.next() * 1.9 < hourFactor(hour)) return atMs;
  }
}

/** What two posts in three are for; the rest is everyday life. */
const PURPOSES = ['offer', 'offer', 'tip', 'tip', 'life', 'life'] as const;

interface Occasion {
  readonly purpose: keyof OwnPosts;
  readonly atMs: number;
  readonly town?: string;
}

function write(stage: Stage, random: Random, { purpose, atMs, town }: Occasion): OwnPost {
  const known = town === undefined ? {} : { known: { town } };
  const slots = createSlots({ random, sector: stage.sector, atMs, ...known });
  const text = expand(random.pick(stage.sector.posts[purpose]), random, slots);
  const photo = purpose !== 'outage' && purpose !== 'solved' && random.chance(0.6);
  // A picture may speak for itself.
  const said = { text: photo && random.chance(0.04) ? '' : text, tags: [] };
  const post = postBy(stage, 'own', { by: stage.page, said, atMs, random, photo, quiet: true });
  const likes = Math.floor(random.logNormal(purpose === 'life' ? 70 : 28, 0.8));
  return { post: { ...post, likes }, purpose };
}

/** Plans the page's own posts, five or six a week and one at each end of an outage; oldest first. */
export function planPosts(
  stage: Stage,
  random: Random,
  period: { readonly startMs: number; readonly endMs: number; readonly outages: readonly Outage[] },
): readonly OwnPost[] {
  const posts = period.outages.flatMap(({ startMs, endMs, town }) => [
    write(stage, random, { purpose: 'outage', atMs: startMs + random.int(15, 45) * 60_000, town }),
    write(stage, random, { purpose: 'solved', atMs: endMs + random.int(5, 60) * 60_000, town }),
  ]);
  const last = romeWall(period.endMs).day;
  for (let { day } = romeWall(period.startMs); day <= last; day += 1) {
    if (random.chance((day + 4) % 7 === 0 ? 0.35 : 0.8)) {
      const atMs = fromRome(day, random.int(9 * 12, 19 * 12) * 5) + random.int(0, 59) * 1000;
      posts.push(write(stage, random, { purpose: random.pick(PURPOSES), atMs }));
    }
  }
  return posts.sort((a, b) => a.post.createdAtMs - b.post.createdAtMs);
}

/** How many of `posts`, oldest first, were up at that instant. */
function countUntil(posts: readonly OwnPost[], atMs: number): number {
  let [low, high] = [0, posts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((posts[middle]?.post.createdAtMs ?? Infinity) <= atMs) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Picks the post below which somebody writes at `atMs`: mostly the newest, now and then an old one. */
export function drawPost(random: Random, posts: readonly OwnPost[], atMs: number): Post | null {
  const end = countUntil(posts, atMs - 60_000);
  if (end === 0) return null;
  const back = random.chance(0.07)
    ? random.int(0, end - 1)
    : Math.floor(-Math.log(1 - random.next()) * 1.6);
  return posts[Math.max(0, end - 1 - back)]?.post ?? null;
}
