import { PUZZLED } from '../text/common/customer.ts';
import * as voice from '../text/voice.ts';
import type { Comment, Life, Post } from '../world/items.ts';
import { toSecond } from '../world/items.ts';
import { createRandom, type Random } from '../world/random.ts';
import type { Writer } from './people.ts';
import { drawTopic, sceneOf, type Stage } from './stage.ts';

/** Who reacts, and what decides how. */
export interface ReactionSource {
  readonly stage: Stage;
  readonly seed: number;
}

type Kind = 'thanks' | 'more' | 'angry';

/** After this many of their own words in a thread people have said what they had to say. */
const MOST_WORDS = 4;
/** Shorter than this, an answer looks like none. */
const CURT_LENGTH = 25;

/** A curt answer annoys, a private one is followed, a full one is mostly thanked for. */
function drawKind(random: Random, text: string): Kind {
  if (text.length < CURT_LENGTH) return random.weighted(['angry', 'more', 'thanks'] as const, even);
  const thanks = /privat|messag|messenger/i.test(text) ? 7 : 5;
  const weights: Record<Kind, number> = { thanks, more: 3, angry: 1.5 };
  return random.weighted(['thanks', 'more', 'angry'] as const, (kind) => weights[kind]);
}

const even = (): number => 1;

/** The one who waits: whom the page named, else the last other who wrote in the thread. */
function waitingWriter(
  { stage }: ReactionSource,
  text: string,
  { thread, post }: { readonly thread: readonly Comment[]; readonly post: Post },
): Writer | null {
  const pageId = stage.page.id;
  const others = thread.filter((comment) => comment.from?.id !== pageId);
  const named = others.findLast(({ from }) => from !== null && text.includes(from.name));
  const last = named ?? others.at(-1);
  const author = last?.from ?? (last === undefined && post.kind !== 'own' ? post.from : null);
  if (author === null || author === undefined || author.id === pageId) return null;
  const known = stage.crowd.writers.find((writer) => writer.id === author.id);
  if (known !== undefined) return known;
  const first = author.name.split(' ')[0] ?? author.name;
  const [plainly] = stage.crowd.writers.filter((writer) => writer.manner.emoji < 0.1);
  const model = plainly ?? stage.crowd.writers[0];
  return model === undefined ? null : { ...model, ...author, first, english: false };
}

/** Returns how people take an answer; the same answer is always taken the same way. */
export function createReaction(source: ReactionSource): Life['reaction'] {
  return (reply, thread, post) => {
    const text = reply.versions[0]?.text ?? '';
    const random = createRandom(`reaction/${String(source.seed)}/${reply.id}/${text}`);
    // A word of the page right below its own post answers nobody.
    if (post.kind === 'own' && reply.parentId === null) return null;
    const who = waitingWriter(source, text, { thread, post });
    if (who === null || random.chance(0.18)) return null;
    const words = thread.filter((comment) => comment.from?.id === who.id).length;
    if (words >= MOST_WORDS) return null;
    const about = drawTopic(source.stage, random);
    const scene = sceneOf(source.stage, random, { about, atMs: reply.createdAtMs });
    const kind = drawKind(random, text);
    const said = voice.comeback(scene, who, kind, random.pick(PUZZLED));
    const atMs = toSecond(reply.createdAtMs + random.int(20, 180) * 1000);
    return {
      kind: 'comment',
      seq: 0,
      id: reply.id.replace(/1224(\d+)$/, '1225$1'),
      postId: reply.postId,
      parentId: reply.parentId ?? reply.id,
      from: { id: who.id, name: who.name },
      createdAtMs: atMs,
      visibleFromMs: atMs,
      versions: [{ fromMs: atMs, text: said.text }],
      goneAtMs: null,
      likes: 0,
      tags: said.tags,
      photo: false,
    };
  };
}
