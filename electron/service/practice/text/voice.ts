import type { Writer } from '../history/people.ts';
import type { MessageTag } from '../world/items.ts';
import type { Random } from '../world/random.ts';
import * as said from './common/customer.ts';
import * as page from './common/page.ts';
import { expand, type Slots } from './grammar.ts';
import { type as typed, withSaying } from './manner.ts';
import type { Topic } from './types.ts';

/** A conversation as seen by whoever speaks: same streets, same amounts, same people. */
export interface Scene {
  readonly random: Random;
  readonly slots: Slots;
  readonly topic: Topic;
  readonly praise: readonly string[];
  readonly english: readonly string[];
}

/** A text with the names that are linked in it. */
export interface Said {
  readonly text: string;
  readonly tags: readonly MessageTag[];
}

const plain = (text: string): Said => ({ text, tags: [] });
const pick = (scene: Scene, templates: readonly string[]): string =>
  expand(scene.random.pick(templates), scene.random, scene.slots);

function speak(scene: Scene, who: Writer, text: string, mood: keyof typeof said.EMOJI): string {
  const { random } = scene;
  const dressed = mood === 'cross' ? withSaying(text, who.manner, random) : text;
  return typed(dressed, who.manner, random, said.EMOJI[mood]);
}

const moodOf = (text: string): 'asking' | 'cross' => (text.endsWith('?') ? 'asking' : 'cross');

/** The first message of a conversation about the topic. */
export function opening(scene: Scene, who: Writer): Said {
  const { random, topic } = scene;
  if (who.english) return plain(pick(scene, scene.english));
  const core = pick(scene, topic.openings);
  const parts = [
    random.chance(0.34) ? pick(scene, said.GREETINGS) : '',
    core,
    random.chance(0.36) ? pick(scene, topic.details) : '',
    random.chance(0.1) ? pick(scene, topic.details) : '',
    random.chance(0.34) ? pick(scene, said.DEMANDS) : '',
  ];
  const unique = parts.filter((part, index) => part !== '' && parts.indexOf(part) === index);
  return plain(speak(scene, who, afterComma(unique), moodOf(core)));
}

/** Joins sentences; after a greeting that ends in a comma the next word is small. */
function afterComma(parts: readonly string[]): string {
  return parts.reduce((text, part) => {
    if (text === '') return part;
    const small = /[,:]$|però$| ma$/.test(text) && !/^\S+\p{Lu}|^\S+ \p{Lu}/u.test(part);
    return `${text} ${small ? part.charAt(0).toLowerCase() + part.slice(1) : part}`;
  }, '');
}

export const praise = (scene: Scene, who: Writer): Said =>
  plain(speak(scene, who, pick(scene, scene.praise), 'happy'));

export const spam = (scene: Scene): Said => plain(pick(scene, said.SPAM));
export const chatter = (scene: Scene): Said => plain(pick(scene, said.CHATTER));
export const nudge = (scene: Scene, who: Writer): Said =>
  plain(speak(scene, who, pick(scene, said.NUDGES), 'cross'));

/** Somebody tags a friend: their name comes first, as a link. */
export function friendTag(scene: Scene, friends: readonly Writer[]): Said {
  const [first, second] = friends;
  if (first === undefined || second === undefined) return chatter(scene);
  const slots: Slots = (name) =>
    name === 'friend' ? first.name : name === 'friend2' ? second.name : scene.slots(name);
  const text = expand(scene.random.pick(said.FRIENDS), scene.random, slots);
  return { text, tags: friends.flatMap((friend) => tagsOf(text, friend)) };
}

function tagsOf(text: string, { id, name }: Pick<Writer, 'id' | 'name'>): readonly MessageTag[] {
  const offset = text.indexOf(name);
  return offset < 0 ? [] : [{ id, name, type: 'user', offset, length: name.length }];
}

/** A third person in the thread; now and then they address the one who started it by link. */
export function join(scene: Scene, who: Writer, starter: Writer): Said {
  const { random, topic } = scene;
  const own = topic.joins.length > 0 && random.chance(0.6);
  const slots: Slots = (name) => (name === 'starter' ? starter.name : scene.slots(`${name}9`));
  const text = expand(random.pick(own ? topic.joins : said.JOINS), random, slots);
  const tags = tagsOf(text, starter);
  return tags.length > 0 ? { text, tags } : plain(speak(scene, who, text, moodOf(text)));
}

/** What the customer says once answered. */
export function comeback(scene: Scene, who: Writer, kind: 'thanks' | 'more' | 'angry'): Said {
  if (who.english) return plain(pick(scene, said.ENGLISH_THANKS));
  const templates = { thanks: said.THANKS, more: scene.topic.more, angry: said.ANGRY }[kind];
  const mood = { thanks: 'happy', more: 'asking', angry: 'cross' } as const;
  return plain(speak(scene, who, pick(scene, templates), mood[kind]));
}

/** The page's words to somebody. `named`: their name stands in front as a link. */
export function reply(scene: Scene, to: Writer, kind: ReplyKind, named: boolean): Said {
  const { random } = scene;
  const slots: Slots = (name) => (name === 'first' ? to.first : scene.slots(name));
  const take = (templates: readonly string[]): string =>
    expand(random.pick(templates), random, slots);
  if (kind === 'english' || to.english) return plain(take(page.ENGLISH_REPLIES));
  if (kind === 'praise') return plain(take(page.TO_PRAISE));
  if (kind === 'thanks') return plain(take(page.TO_THANKS));
  if (kind === 'angry') return plain(take(page.TO_ANGER));
  const hello = named ? `${to.name} ${random.pick(page.PLAIN_HELLOS)}` : take(page.HELLOS);
  const core = take(kind === 'more' ? scene.topic.moreReplies : scene.topic.replies);
  const ask = kind === 'answer' && random.chance(0.3) ? take(page.ASK_DATA) : '';
  const parts = [hello, core, ask, take(page.SIGN_OFFS)].filter((part) => part.trim() !== '');
  const text = afterComma(parts);
  return { text, tags: named ? tagsOf(text, to) : [] };
}

export type ReplyKind = 'answer' | 'more' | 'angry' | 'thanks' | 'praise' | 'english';
