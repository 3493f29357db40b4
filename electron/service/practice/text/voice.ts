import type { Writer } from '../history/people.ts';
import type { MessageTag } from '../world/items.ts';
import type { Random } from '../world/random.ts';
import * as said from './common/customer.ts';
import { expand, type Slots } from './grammar.ts';
import { type as typed, withSaying } from './manner.ts';
import type { Angle, Sector, Topic } from './types.ts';

/** A conversation as seen by whoever speaks: same streets, same amounts, same matter. */
export interface Scene {
  readonly random: Random;
  readonly slots: Slots;
  readonly tone: Topic['tone'];
  readonly angle: Angle;
  /** What the first message says, and the answers to it. */
  readonly say: string;
  readonly answers: readonly string[];
  readonly sector: Sector;
  /** Templates taken before: nobody repeats them in the same thread. */
  readonly used: Set<string>;
}

/** A text with the names that are linked in it. */
export interface Said {
  readonly text: string;
  readonly tags: readonly MessageTag[];
}

/** Mood decides the emoji and whether dialect breaks through. */
type Mood = keyof typeof said.EMOJI;

const plain = (text: string): Said => ({ text, tags: [] });

/** Fills in what depends on the speaker: the ending of their participles. */
export const slotsFor = (scene: Scene, own: Readonly<Record<string, string>>): Slots => {
  return (name) => own[name] ?? scene.slots(name);
};

const pick = (scene: Scene, templates: readonly string[], slots: Slots): string =>
  expand(fresh(scene, templates), scene.random, slots);

/** Picks a template that was not taken before, while there is one. */
export function fresh({ random, used }: Scene, templates: readonly string[]): string {
  const left = templates.filter((one) => !used.has(one));
  const template = random.pick(left.length > 0 ? left : templates);
  used.add(template);
  return template;
}

function speak(scene: Scene, who: Writer, text: string, mood: Mood): string {
  const { random } = scene;
  const dressed = mood === 'cross' ? withSaying(text, who.manner, random) : text;
  return typed(dressed, who.manner, random, said.EMOJI[mood]);
}

const names = new Map<Sector, ReadonlySet<string>>();

/** First words of everything that has a name in this company. */
function namesOf(sector: Sector): ReadonlySet<string> {
  const known = names.get(sector);
  if (known !== undefined) return known;
  const all = [sector.name, ...Object.values(sector.slots).flat()];
  const first = new Set(all.map((one) => one.split(' ', 1)[0] ?? one));
  names.set(sector, first);
  return first;
}

/** Words that keep their capital after a comma: names of people, places and products. */
function isName(scene: Scene, part: string): boolean {
  const [word = ''] = part.split(/[\s,.:’]/, 1);
  if (/\p{Lu}.*\p{Lu}/u.test(word)) return true;
  return namesOf(scene.sector).has(word);
}

/** Joins sentences; after a greeting that ends in a comma the next word is small. */
export function joinSentences(scene: Scene, parts: readonly string[]): string {
  return parts.reduce((text, part) => {
    if (text === '' || part === '') return text + part;
    const small = /[,:]$|però$| ma$|intanto$/.test(text) && !isName(scene, part);
    return `${text} ${small ? part.charAt(0).toLowerCase() + part.slice(1) : part}`;
  }, '');
}

/** The first message of a conversation. */
export function opening(scene: Scene, who: Writer): Said {
  const { random, angle, tone } = scene;
  const slots = slotsFor(scene, { o: who.ending });
  const take = (share: number, templates: readonly string[]): string =>
    templates.length > 0 && random.chance(share) ? pick(scene, templates, slots) : '';
  if (who.english) return plain(pick(scene, scene.sector.english, slots));
  const parts = [
    take(0.32, said.GREETINGS[tone]),
    expand(scene.say, random, slots),
    take(0.42, angle.facts),
    take(0.3, said.DEMANDS[tone]),
  ];
  const mood = tone === 'trouble' ? 'cross' : 'asking';
  return plain(speak(scene, who, joinSentences(scene, parts), mood));
}

export const praise = (scene: Scene, who: Writer): Said =>
  plain(speak(scene, who, pick(scene, scene.sector.praise, scene.slots), 'happy'));

export const spam = (scene: Scene): Said => plain(pick(scene, said.SPAM, scene.slots));
export const chatter = (scene: Scene): Said => plain(pick(scene, said.CHATTER, scene.slots));

export const nudge = (scene: Scene, who: Writer): Said =>
  plain(
    speak(
      scene,
      who,
      pick(scene, who.english ? said.ENGLISH_NUDGES : said.NUDGES, scene.slots),
      'asking',
    ),
  );

/** Links `who` where their name stands in `text`. */
export function tagsOf(text: string, who: Pick<Writer, 'id' | 'name'>): readonly MessageTag[] {
  const { id, name } = who;
  const offset = text.indexOf(name);
  return offset < 0 ? [] : [{ id, name, type: 'user', offset, length: name.length }];
}

/** Somebody tags friends: their names come first, as links. */
export function friendTag(scene: Scene, friend: Writer, friend2: Writer): Said {
  const slots = slotsFor(scene, { friend: friend.name, friend2: friend2.name });
  const text = pick(scene, said.FRIENDS, slots);
  return { text, tags: [friend, friend2].flatMap((one) => tagsOf(text, one)) };
}

/** A third person in the thread; now and then they address the one who started it by link. */
export function join(scene: Scene, who: Writer, starter: Writer): Said {
  const { random, angle, tone } = scene;
  const specific = angle.joins.length > 0 && (tone === 'question' || random.chance(0.7));
  // Their own town and street, not the starter's.
  const slots: Slots = (name) =>
    name === 'starter' ? starter.name : name === 'o' ? who.ending : scene.slots(`${name}9`);
  if (who.english) return plain(pick(scene, said.ENGLISH_JOINS, slots));
  const text = pick(scene, specific ? angle.joins : said.JOINS, slots);
  const tags = tagsOf(text, starter);
  return tags.length > 0 ? { text, tags } : plain(speak(scene, who, text, 'asking'));
}

/** What a customer comes back with once answered; `question` when they ask on. */
export function comeback(
  scene: Scene,
  who: Writer,
  kind: 'thanks' | 'more' | 'angry',
  question: string,
): Said {
  const slots = slotsFor(scene, { o: who.ending });
  if (who.english) return plain(pick(scene, said.ENGLISH_THANKS, slots));
  const templates = { thanks: said.THANKS, more: [question], angry: said.ANGRY }[kind];
  const mood = { thanks: 'happy', more: 'asking', angry: 'cross' } as const;
  return plain(speak(scene, who, pick(scene, templates, slots), mood[kind]));
}
