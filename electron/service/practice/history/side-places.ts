import { expand } from '../text/grammar.ts';
import { createSlots } from '../text/slots.ts';
import type { OwnPosts } from '../text/types.ts';
import { idTail } from '../world/ids.ts';
import type { Comment, Item, Post, PostKind } from '../world/items.ts';
import type { Random } from '../world/random.ts';
import { conversation } from './conversation.ts';
import { serviceLevel } from './service-level.ts';
import { remark } from './small-talk.ts';
import { drawTopic, postBy, type Stage } from './stage.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Where people write besides the feed. */
export type SideKind = Extract<PostKind, 'ad' | 'reel' | 'media'>;

/** How many of each stand there, what they say, and how many conversations each brings. */
const PLANS: readonly {
  readonly kind: SideKind;
  readonly purpose: keyof OwnPosts;
  readonly count: number;
  readonly talks: number;
}[] = [
  { kind: 'ad', purpose: 'offer', count: 3, talks: 6 },
  { kind: 'reel', purpose: 'life', count: 4, talks: 4 },
  { kind: 'media', purpose: 'life', count: 5, talks: 4 },
];

/** Nobody has answered conversations of the last hours yet. */
const WAITING_MS = 9 * HOUR_MS;

const bare = (id: string): string => `17${idTail(id)}`;

/** Reels are videos and pictures lie on Instagram: their numbers name no page. */
const placeId = ({ kind, id }: Post): string =>
  kind === 'reel' ? idTail(id) : kind === 'media' ? bare(id) : id;

/** Comments on Instagram have numbers of their own too. */
function onInstagram(items: readonly Item[]): readonly Item[] {
  return items.map((item) =>
    item.kind === 'comment'
      ? {
          ...item,
          id: bare(item.id),
          parentId: item.parentId === null ? null : bare(item.parentId),
        }
      : item,
  );
}

/** What is written below such a place from `atMs` on: a conversation, or a remark. */
export function talkAt(
  stage: Stage,
  random: Random,
  { place, atMs, endMs }: { readonly place: Post; readonly atMs: number; readonly endMs: number },
): readonly Item[] {
  const level = endMs - atMs < WAITING_MS ? null : serviceLevel(1);
  const about = drawTopic(stage, random);
  const mood = random.chance(0.2) ? 'praise' : 'needs_answer';
  const rest = { rush: false, level, endMs };
  const items = random.chance(0.15)
    ? [remark(stage, random, place, atMs)]
    : conversation(stage, random, { atMs, about, mood, place, ...rest });
  return place.kind === 'media' ? onInstagram(items) : items;
}

function placeOf(stage: Stage, random: Random, plan: (typeof PLANS)[number], atMs: number): Post {
  const slots = createSlots({ random, sector: stage.sector, atMs });
  const text = expand(random.pick(stage.sector.posts[plan.purpose]), random, slots);
  const said = { text, tags: [] };
  const photo = plan.kind !== 'reel';
  const post = postBy(stage, 'own', { by: stage.page, said, atMs, random, photo, quiet: true });
  const placed: Post = { ...post, kind: plan.kind };
  return { ...placed, id: placeId(placed) };
}

/** Returns ads, Reels and pictures of the last weeks with what people wrote below them. */
export function sidePlaces(
  stage: Stage,
  random: Random,
  anchorMs: number,
): { readonly places: readonly Post[]; readonly items: readonly (Post | Comment)[] } {
  const places: Post[] = [];
  const items: Item[] = [];
  for (const plan of PLANS) {
    for (let index = 0; index < plan.count; index += 1) {
      const atMs = anchorMs - (index * 9 + random.int(2, 8)) * DAY_MS;
      const place = placeOf(stage, random, plan, atMs);
      places.push(place);
      items.push(place);
      for (let left = plan.talks; left > 0; left -= 1) {
        const age = (anchorMs - atMs) * random.next() ** 1.8;
        const talk = { place, atMs: Math.max(atMs, anchorMs - age) + 60_000, endMs: anchorMs };
        if (talk.atMs < anchorMs) items.push(...talkAt(stage, random, talk));
      }
    }
  }
  return { places, items };
}
