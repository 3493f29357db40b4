import type { Topic } from '../text/types.ts';
import { pageReply } from '../text/page-voice.ts';
import * as voice from '../text/voice.ts';
import type { Scene } from '../text/voice.ts';
import type { Comment, Item, Post } from '../world/items.ts';
import type { Random } from '../world/random.ts';
import type { Writer } from './people.ts';
import { answerInstant, type ServiceLevel } from './service-level.ts';
import { commentBy, postBy, sceneOf, type Stage } from './stage.ts';

const MINUTE_MS = 60_000;

/** How a conversation begins. */
export interface Beginning {
  readonly atMs: number;
  readonly about: Topic;
  readonly mood: 'needs_answer' | 'praise';
  /** The post below which it stands, or where a post of its own goes up. */
  readonly place: Post | 'wall' | 'elsewhere';
  /** Many write about the same: third persons join more often. */
  readonly rush: boolean;
  /** The town that everybody writes from. */
  readonly town?: string;
  /** Null while nobody of the page is there. */
  readonly level: ServiceLevel | null;
  /** What would happen later is left to whoever uses the page. */
  readonly endMs: number;
}

/** A conversation as it grows. */
interface Plot {
  readonly stage: Stage;
  readonly scene: Scene;
  readonly random: Random;
  readonly starter: Writer;
  readonly beginning: Beginning;
  readonly post: Post;
  /** The top-level comment that replies go below; null below a visitor's own post. */
  readonly top: Comment | null;
  readonly items: Item[];
  /** Which further question comes first. */
  readonly turn: number;
}

/** The platform withholds some names. */
const WITHHELD_SHARE = 0.012;

function begin(stage: Stage, random: Random, beginning: Beginning): Plot {
  const starter = stage.crowd.draw(random);
  const { town, about, atMs } = beginning;
  const known = town === undefined ? {} : { known: { town, town9: town } };
  const scene = sceneOf(stage, random, { about, atMs, ...known });
  const said =
    beginning.mood === 'praise' ? voice.praise(scene, starter) : voice.opening(scene, starter);
  const photo = random.chance(0.04);
  const by = random.chance(WITHHELD_SHARE) ? null : starter;
  const mute = photo && random.chance(0.2);
  const elsewhere = beginning.place === 'elsewhere';
  const spoken = mute ? { text: '', tags: [] } : elsewhere ? withBrand(stage, random, said) : said;
  const utterance = { by, said: spoken, atMs, random, photo };
  const turn = random.int(0, 9);
  const base = { stage, scene, random, starter, beginning, turn };
  const { place } = beginning;
  if (typeof place === 'string') {
    const post = postBy(stage, place === 'wall' ? 'visitor' : 'mention', {
      ...utterance,
      by: starter,
    });
    return { ...base, post, top: null, items: [post] };
  }
  const top = commentBy(stage, place, null, utterance);
  return { ...base, post: place, top, items: [top] };
}

/** A post elsewhere names the page, as a link. */
function withBrand({ page }: Stage, random: Random, said: voice.Said): voice.Said {
  const { id, name } = page;
  const before = random.pick(['', '', 'cc ', '– ']);
  const text = before === '' ? `${name}: ${said.text}` : `${said.text} ${before}${name}`;
  const offset = before === '' ? 0 : text.length - name.length;
  return { text, tags: [{ id, name, type: 'page', offset, length: name.length }] };
}

function say(plot: Plot, who: Writer | 'page', said: voice.Said, atMs: number): Comment {
  const { stage, random, post, top, items } = plot;
  const own = who === 'page';
  const by = own ? stage.page : random.chance(WITHHELD_SHARE) ? null : who;
  const answered = plot.items.find((item) => item.kind === 'comment');
  const parentId = top?.id ?? (!own && answered && random.chance(0.5) ? topOf(answered) : null);
  const comment = commentBy(stage, post, parentId, { by, said, atMs, random, quiet: own });
  items.push(comment);
  return comment;
}

const topOf = (item: Item): string | null =>
  item.kind === 'comment' ? (item.parentId ?? item.id) : null;

const later = (random: Random, medianMinutes: number): number =>
  Math.max(40_000, random.logNormal(medianMinutes, 0.9) * MINUTE_MS);

/** Third persons who have the same trouble, or good advice. */
function joiners(plot: Plot, answeredMs: number | null): void {
  const { random, scene, starter, beginning, stage } = plot;
  if (beginning.mood === 'praise' || !random.chance(beginning.rush ? 0.3 : 0.13)) return;
  let atMs = beginning.atMs;
  for (let count = random.int(1, beginning.rush ? 3 : 2); count > 0; count -= 1) {
    const who = stage.crowd.draw(random);
    atMs += later(random, 25);
    if (who.id === starter.id || atMs > beginning.endMs) continue;
    say(plot, who, voice.join(scene, who, starter), atMs);
    const replyMs = answeredMs === null ? null : answeredMs + random.int(1, 6) * MINUTE_MS;
    if (replyMs === null || replyMs < atMs || replyMs > beginning.endMs || !random.chance(0.5))
      continue;
    say(plot, 'page', pageReply(scene, { to: who, kind: 'answer', named: true }), replyMs);
  }
}

function nudges(plot: Plot, answeredMs: number | null): void {
  const { random, scene, starter, beginning } = plot;
  if (beginning.mood === 'praise' || !random.chance(0.2)) return;
  const atMs = beginning.atMs + later(random, 9 * 60);
  if (atMs < (answeredMs ?? Infinity) && atMs <= beginning.endMs) {
    say(plot, starter, voice.nudge(scene, starter), atMs);
  }
}

/** How people take an answer: mostly well. */
const COMEBACKS = ['thanks', 'thanks', 'thanks', 'more', 'more', 'angry'] as const;

/** The customer comes back after an answer, and perhaps is answered again. */
function comebacks(plot: Plot, answeredMs: number, rounds: number): void {
  const { random, scene, starter, beginning } = plot;
  const { level, endMs } = beginning;
  const { next } = scene.angle;
  const [question, answer] = next[(plot.turn + rounds) % next.length] ?? [];
  if (question === undefined || rounds >= next.length || !random.chance(0.57)) return;
  const kind = random.pick(COMEBACKS);
  const atMs = answeredMs + later(random, 45);
  if (atMs > endMs) return;
  say(plot, starter, voice.comeback(scene, starter, kind, question), atMs);
  if (level === null || (kind === 'thanks' && !random.chance(0.2))) return;
  const againMs = answerInstant(atMs, { ...level, share: level.share + 0.08 }, random);
  if (againMs === null || againMs > endMs) return;
  const more = kind === 'more' && answer !== undefined ? { answer } : {};
  const named = random.chance(0.2);
  say(plot, 'page', pageReply(scene, { to: starter, kind, named, ...more }), againMs);
  if (kind !== 'thanks') comebacks(plot, againMs, rounds + 1);
}

/** Returns all that is written in one conversation, from its first message to its last. */
export function conversation(stage: Stage, random: Random, beginning: Beginning): readonly Item[] {
  const plot = begin(stage, random, beginning);
  const { level, atMs, endMs } = beginning;
  const planned = level === null ? null : answerInstant(atMs, level, random);
  const answeredMs = planned !== null && planned <= endMs ? planned : null;
  nudges(plot, answeredMs);
  if (answeredMs !== null) {
    const mute = plot.items[0]?.versions[0]?.text === '';
    const kind = mute ? 'mute' : beginning.mood === 'praise' ? 'praise' : 'answer';
    const named = random.chance(0.3);
    say(plot, 'page', pageReply(plot.scene, { to: plot.starter, kind, named }), answeredMs);
    if (beginning.mood !== 'praise') comebacks(plot, answeredMs, 0);
  }
  joiners(plot, answeredMs);
  return plot.items;
}
