import type { Item } from '../world/items.ts';
import type { Random } from '../world/random.ts';
import { conversation } from './conversation.ts';
import { drawPost, type OwnPost } from './plan.ts';
import { drawTopic, type Stage } from './stage.ts';

const MINUTE_MS = 60_000;

/** How old the messages are that wait at the anchor, in minutes: from just now to some days. */
const AGES = [
  3, 7, 13, 24, 41, 58, 85, 130, 175, 240, 330, 460, 640, 900, 1300, 1750, 2300, 3100, 4200, 5600,
  8100,
] as const;

/** Returns conversations that nobody has answered yet, of all ages. */
export function backlog(
  stage: Stage,
  random: Random,
  { posts, anchorMs }: { readonly posts: readonly OwnPost[]; readonly anchorMs: number },
): readonly Item[] {
  return AGES.flatMap((age, index) => {
    const atMs = anchorMs - age * MINUTE_MS - random.int(0, 50) * 1000;
    const post = drawPost(random, posts, atMs);
    const place = post === null || index % 6 === 2 ? 'wall' : index === 10 ? 'elsewhere' : post;
    const about = drawTopic(stage, random);
    const rest = { rush: false, level: null, endMs: anchorMs };
    return conversation(stage, random, { atMs, about, mood: 'needs_answer', place, ...rest });
  });
}
