import type { Comment, Item, Person, Post, World } from '../world/items.ts';
import { toSecond } from '../world/items.ts';
import { createRandom, type Random } from '../world/random.ts';

const DAY_MS = 24 * 3_600_000;
/** How far back a world of many comments goes. */
const SPAN_MS = 600 * DAY_MS;

const WORDS =
  'linea fibra modem bolletta rimborso contratto numero tecnico lavori domani ancora niente grazie perché assistenza chiamata telefono casa aspetto risposta giorni settimana servizio problema'.split(
    ' ',
  );

interface Base {
  readonly seq: number;
  readonly id: string;
  readonly from: Person;
  readonly atMs: number;
  readonly text: string;
}

function baseOf({ seq, id, from, atMs, text }: Base) {
  const createdAtMs = toSecond(atMs);
  return {
    seq,
    id,
    from,
    createdAtMs,
    visibleFromMs: createdAtMs,
    versions: [{ fromMs: createdAtMs, text }],
    goneAtMs: null,
    likes: 0,
    tags: [],
    photo: false,
  };
}

function pageOf(pageId: string, name: string): World['page'] {
  const instagram = { id: `178414${pageId.slice(-11)}`, username: name.toLowerCase() };
  return { id: pageId, name, category: 'Practice page', about: '', followers: 1000, instagram };
}

const still = (page: World['page'], items: readonly Item[]): World => ({
  page,
  items,
  messages: [],
  recorded: false,
  life: null,
});

function ownPosts(page: World['page'], atMs: (index: number) => number, count: number): Post[] {
  return Array.from({ length: count }, (_, seq) => {
    const id = `${page.id}_1221${String(seq + 1).padStart(11, '0')}`;
    const base = baseOf({ seq, id, from: page, atMs: atMs(seq), text: `Post ${String(seq + 1)}` });
    return { ...base, from: { id: page.id, name: page.name }, kind: 'own', shares: 0 };
  });
}

/** A page on which nothing happens but what is done to it: five own posts, one a week. */
export function emptyWorld(pageId: string, anchorMs: number): World {
  const page = pageOf(pageId, 'Vuota');
  return still(
    page,
    ownPosts(page, (index) => anchorMs - (5 - index) * 7 * DAY_MS, 5),
  );
}

/** Size of a page of many comments. */
export interface BulkSize {
  readonly seed: number;
  readonly posts: number;
  readonly comments: number;
}

const sentence = (random: Random): string =>
  Array.from({ length: random.int(3, 24) }, () => random.pick(WORDS)).join(' ');

/** A still page with so many posts and comments: plain words, quickly made, for measuring. */
export function bulkWorld(
  { seed, posts, comments }: BulkSize,
  pageId: string,
  anchorMs: number,
): World {
  const random = createRandom(`bulk/${String(seed)}`);
  const sentences = Array.from({ length: 400 }, () => sentence(random));
  const page = pageOf(pageId, 'Grande');
  const startMs = anchorMs - SPAN_MS;
  const gap = SPAN_MS / Math.max(1, posts);
  const shelf = ownPosts(page, (index) => startMs + index * gap, posts);
  const items: Item[] = [...shelf];
  const lastTop = new Map<string, Comment>();
  for (let index = 0; index < comments && shelf.length > 0; index += 1) {
    const post = shelf[Math.floor(random.next() * shelf.length)] as Post;
    const top = lastTop.get(post.id);
    const reply = top !== undefined && random.chance(0.35);
    const number = random.int(1, 5000);
    const from =
      reply && random.chance(0.6)
        ? { id: page.id, name: page.name }
        : { id: `10002${String(number).padStart(10, '0')}`, name: `Persona ${String(number)}` };
    const earliest = reply ? top.createdAtMs : post.createdAtMs;
    const atMs =
      earliest + Math.min(anchorMs - earliest, (reply ? 2 : 30) * DAY_MS) * random.next();
    const id = `${post.id.slice(pageId.length + 1)}_1221${String(posts + index + 1).padStart(11, '0')}`;
    const base = baseOf({
      seq: items.length,
      id,
      from,
      atMs,
      text: `${random.pick(sentences)} ${String(index)}`,
    });
    const parentId = reply ? top.id : null;
    const comment: Comment = { ...base, kind: 'comment', postId: post.id, parentId };
    if (!reply) lastTop.set(post.id, comment);
    items.push(comment);
  }
  return still(page, items);
}
