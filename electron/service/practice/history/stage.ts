import { createSlots } from '../text/slots.ts';
import type { Sector, Topic } from '../text/types.ts';
import type { Said, Scene } from '../text/voice.ts';
import type { Comment, PageInfo, Person, Post, TextVersion } from '../world/items.ts';
import { toSecond } from '../world/items.ts';
import type { Random } from '../world/random.ts';
import type { Crowd } from './people.ts';

/** Who and what there is to tell stories with. */
export interface Stage {
  readonly page: PageInfo;
  readonly sector: Sector;
  readonly crowd: Crowd;
  /** Digits of the next post or comment, never the same twice. */
  readonly nextNumber: () => string;
}

/** What a conversation is about, and what is known before anybody speaks. */
interface SceneSource {
  readonly about: Topic;
  readonly atMs: number;
  readonly known?: Readonly<Record<string, string>>;
}

/** Sets the scene of one conversation. */
export function sceneOf(stage: Stage, random: Random, { about, atMs, known }: SceneSource): Scene {
  const { sector } = stage;
  const slots = createSlots({ random, sector, atMs, ...(known === undefined ? {} : { known }) });
  const angle = random.pick(about.angles);
  const tone = angle.tone ?? about.tone;
  const chosen = random.pick(angle.says);
  const [say, ...own] = typeof chosen === 'string' ? [chosen] : chosen;
  const answers = own.length > 0 ? own : angle.answers;
  return { random, slots, tone, angle, say, answers, sector, used: new Set() };
}

/** Picks what a customer writes about. */
export const drawTopic = ({ sector }: Stage, random: Random): Topic =>
  random.weighted(sector.topics, (topic) => topic.weight);

/** What is said, by whom, when. */
interface Utterance {
  readonly by: Person | null;
  readonly said: Said;
  readonly atMs: number;
  readonly random: Random;
  readonly photo?: boolean;
  readonly quiet?: boolean;
}

const AFTERTHOUGHTS = [
  'Aggiornamento: ancora niente.',
  'EDIT: mi hanno appena chiamato.',
  '(scusate gli errori, scrivo dal telefono)',
  'P.S. ho mandato anche una mail.',
];

/** Few texts are changed later, fewer vanish; the page's own never do. */
function fateOf({ said, random, atMs, quiet }: Utterance) {
  const versions: TextVersion[] = [{ fromMs: atMs, text: said.text }];
  if (quiet) return { versions, goneAtMs: null };
  if (random.chance(0.02)) {
    const fromMs = atMs + random.int(2, 90) * 60_000;
    versions.push({ fromMs, text: `${said.text}\n${random.pick(AFTERTHOUGHTS)}` });
  }
  const goneAtMs = random.chance(0.012) ? atMs + random.int(10, 2000) * 60_000 : null;
  return { versions, goneAtMs };
}

function baseOf(utterance: Utterance) {
  const { by, said, random, photo = false } = utterance;
  const atMs = toSecond(utterance.atMs);
  return {
    seq: 0,
    from: by === null ? null : { id: by.id, name: by.name },
    visibleFromMs: atMs,
    createdAtMs: atMs,
    ...fateOf({ ...utterance, atMs }),
    likes: Math.floor(random.logNormal(0.7, 1.1)),
    tags: said.tags,
    photo,
  };
}

const idTail = (id: string): string => id.slice(id.indexOf('_') + 1);

/** Returns a comment below `post`; `parentId` names the top-level comment it answers. */
export function commentBy(
  stage: Stage,
  post: { readonly id: string },
  parentId: string | null,
  utterance: Utterance,
): Comment {
  const id = `${idTail(post.id)}_${stage.nextNumber()}`;
  return { ...baseOf(utterance), kind: 'comment', id, postId: post.id, parentId };
}

/** Returns a post on the page's wall. */
export function postBy(stage: Stage, kind: Post['kind'], utterance: Utterance): Post {
  const id = `${stage.page.id}_${stage.nextNumber()}`;
  const shares = kind === 'own' ? Math.floor(utterance.random.logNormal(2, 1)) : 0;
  return { ...baseOf(utterance), kind, id, shares };
}
