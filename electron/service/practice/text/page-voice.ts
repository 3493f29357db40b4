import type { Writer } from '../history/people.ts';
import * as page from './common/page.ts';
import { expand } from './grammar.ts';
import { fresh, joinSentences, slotsFor, tagsOf, type Said, type Scene } from './voice.ts';

/** What the page answers to: a first message, a further question, anger, thanks, praise, a mere photo. */
export type ReplyKind = 'answer' | 'more' | 'angry' | 'thanks' | 'praise' | 'mute';

/** An answer of the page. */
export interface PageReply {
  readonly to: Writer;
  readonly kind: ReplyKind;
  /** The customer's name stands in front as a link. */
  readonly named: boolean;
  /** The answer that belongs to a further question. */
  readonly answer?: string;
}

const SHORT_KINDS = {
  praise: page.TO_PRAISE,
  thanks: page.TO_THANKS,
  angry: page.TO_ANGER,
  mute: page.TO_MUTE,
} as const;

/** The page's words to somebody. */
export function pageReply(scene: Scene, { to, kind, named, answer }: PageReply): Said {
  const { random, tone } = scene;
  const slots = slotsFor(scene, { first: to.first, o: to.ending });
  const take = (templates: readonly string[]): string =>
    expand(fresh(scene, templates), random, slots);
  if (to.english) return { text: take(page.ENGLISH_REPLIES), tags: [] };
  if (kind !== 'answer' && kind !== 'more') return { text: take(SHORT_KINDS[kind]), tags: [] };
  const hellos = kind === 'more' ? page.HELLOS.question.slice(0, 3) : page.HELLOS[tone];
  const hello = named ? `${to.name} ${random.pick(page.PLAIN_HELLOS)}` : take(hellos);
  const core = take(answer === undefined ? scene.answers : [answer]);
  const asks = kind === 'answer' && tone === 'trouble' && !/privat|scrivi/.test(core);
  const ask = asks && !named && random.chance(0.25) ? take(page.ASK_DATA) : '';
  const parts = [hello, core, ask, take(page.SIGN_OFFS)];
  const text = joinSentences(scene, parts);
  return { text, tags: named ? tagsOf(text, to) : [] };
}
