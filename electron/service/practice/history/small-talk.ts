import * as voice from '../text/voice.ts';
import type { Item } from '../world/items.ts';
import type { Random } from '../world/random.ts';
import { conversation } from './conversation.ts';
import type { OwnPost } from './plan.ts';
import { serviceLevel } from './service-level.ts';
import { commentBy, drawTopic, sceneOf, type Stage } from './stage.ts';

const HOUR_MS = 3_600_000;

/** The stretch of time, with the posts that people talk below. */
interface Period {
  readonly posts: readonly OwnPost[];
  readonly startMs: number;
  readonly anchorMs: number;
}

/** A word that nobody expects an answer to: a friend's name, a heart, an advertisement. */
export function remark(stage: Stage, random: Random, post: Item, atMs: number): Item {
  const scene = sceneOf(stage, random, { about: drawTopic(stage, random), atMs });
  const who = stage.crowd.draw(random);
  const [friend, friend2] = [stage.crowd.draw(random), stage.crowd.draw(random)];
  const die = random.next();
  const kind = die < 0.12 ? 'spam' : die < 0.55 ? 'friends' : 'chatter';
  const said =
    kind === 'spam'
      ? voice.spam(scene)
      : kind === 'friends'
        ? voice.friendTag(scene, friend, friend2)
        : voice.chatter(scene);
  const comment = commentBy(stage, post, null, { by: who, said, atMs, random });
  // Advertisements are taken down within hours, most of them.
  const gone = kind === 'spam' && random.chance(0.8);
  return gone ? { ...comment, goneAtMs: atMs + random.int(1, 20) * HOUR_MS } : comment;
}

/** How much talk and praise a post brings, by what it is for. */
const TALK: Readonly<Record<OwnPost['purpose'], readonly [remarks: number, praise: number]>> = {
  offer: [0.55, 0.2],
  tip: [0.25, 0.35],
  life: [0.6, 1.1],
  outage: [0.1, 0],
  solved: [0.2, 0.9],
};

const drawUpTo = (random: Random, mean: number): number =>
  Math.floor(random.next() * 2 * mean + 0.5);

/** Returns praise and remarks below the page's posts. */
export function smallTalk(stage: Stage, random: Random, period: Period): readonly Item[] {
  const { posts, startMs, anchorMs } = period;
  return posts.flatMap(({ post, purpose }) => {
    const [remarks, praises] = TALK[purpose];
    const draw = (): number => post.createdAtMs + random.logNormal(5, 1) * HOUR_MS;
    const instants = (mean: number): readonly number[] =>
      Array.from({ length: drawUpTo(random, mean) }, draw).filter((atMs) => atMs < anchorMs);
    const talk = instants(remarks).map((atMs) => remark(stage, random, post, atMs));
    const praise = instants(praises).flatMap((atMs) => {
      const level = serviceLevel((atMs - startMs) / (anchorMs - startMs));
      const about = drawTopic(stage, random);
      const rest = { rush: false, level, endMs: anchorMs };
      return conversation(stage, random, { atMs, about, mood: 'praise', place: post, ...rest });
    });
    return [...talk, ...praise];
  });
}
