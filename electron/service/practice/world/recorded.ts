import { readFileSync } from 'node:fs';
import type { Comment, Item, PageInfo, Person, Post, World } from './items.ts';

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Returns the items of a connection (`{data: […]}`), or none when it is not one. */
export const connectionItems = (value: unknown): readonly unknown[] =>
  isObject(value) && Array.isArray(value['data']) ? value['data'] : [];

function personOf(raw: Json): Person | null {
  const from = raw['from'];
  return isObject(from) ? { id: text(from['id']), name: text(from['name']) } : null;
}

/** Instants of a recording may be broken; those count as the beginning of time and sort first. */
function instantOf(raw: Json): number {
  const parsed = Date.parse(text(raw['created_time']));
  return Number.isNaN(parsed) ? 0 : parsed;
}

function baseOf(raw: unknown, seq: number) {
  const json = isObject(raw) ? raw : {};
  const createdAtMs = instantOf(json);
  const likes = json['like_count'];
  return {
    seq,
    id: text(json['id']),
    from: personOf(json),
    visibleFromMs: -Infinity,
    createdAtMs,
    versions: [{ fromMs: -Infinity, text: text(json['message']) }],
    goneAtMs: null,
    likes: typeof likes === 'number' ? likes : 0,
    tags: [],
    photo: false,
    raw,
  };
}

interface Collector {
  readonly items: Item[];
  readonly pageId: string;
}

function collectComments(into: Collector, owner: unknown, postId: string, parentId: string | null) {
  if (!isObject(owner)) return;
  for (const raw of connectionItems(owner['comments'])) {
    const base = baseOf(raw, into.items.length);
    const named = isObject(raw) && isObject(raw['parent']) ? text(raw['parent']['id']) : '';
    const parent = parentId ?? (named === '' ? null : named);
    into.items.push({ ...base, kind: 'comment', postId, parentId: parent } satisfies Comment);
    if (base.id !== '') collectComments(into, raw, postId, parent ?? base.id);
  }
}

function collectPost(into: Collector, raw: unknown): void {
  const base = baseOf(raw, into.items.length);
  const kind = base.from?.id === into.pageId ? 'own' : 'visitor';
  into.items.push({ ...base, kind, shares: 0 } satisfies Post);
  if (base.id !== '') collectComments(into, raw, base.id, null);
}

/** The part of a post's id before the underscore names the page; the most frequent one wins. */
function pageIdOf(posts: readonly unknown[]): string {
  const counts = new Map<string, number>();
  for (const post of posts) {
    const prefix = isObject(post) ? /^(\d+)_/.exec(text(post['id']))?.[1] : undefined;
    if (prefix !== undefined) counts.set(prefix, (counts.get(prefix) ?? 0) + 1);
  }
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? '100000000000000';
}

/** Returns a still world made of a parsed recording `{data: [posts with comments]}`, as it is. */
export function worldOfRecording(recording: unknown, pageId?: string): World {
  const posts = connectionItems(recording);
  const into: Collector = { items: [], pageId: pageId ?? pageIdOf(posts) };
  for (const post of posts) collectPost(into, post);
  const page: PageInfo = {
    id: into.pageId,
    name: `Pagina ${into.pageId}`,
    category: 'Recorded page',
    about: '',
    followers: 0,
    instagram: null,
  };
  return { page, items: into.items, messages: [], recorded: true, life: null };
}

/** Reads a recorded feed file. Throws when the file is missing or is no JSON: a mistake to be told. */
export const readRecording = (file: string, pageId?: string): World =>
  worldOfRecording(JSON.parse(readFileSync(file, 'utf8')) as unknown, pageId);
