import type { Comment, Item, Post } from '../world/items.ts';
import { hashShare } from '../world/random.ts';
import { connectionItems } from '../world/recorded.ts';
import type { PageState } from '../world/state.ts';
import type { Entry } from './window.ts';
import { instantOf, type Query } from './query.ts';

export type Order = 'ranked' | 'chronological' | 'reverse_chronological';

/** A list before it is cut into pages. */
export interface Listing {
  readonly entries: readonly Entry<Item>[];
  readonly order: Order;
  /** What `summary` claims; may exceed what is ever returned. */
  readonly totalCount: number;
}

/** From this many top-level comments on, a post's comments are ranked whatever was asked. */
const RANKED_FROM = 8;

const byTime = (item: Item): number => item.createdAtMs / 1000;

/** The rank never changes while somebody pages: likes at birth and a bit of chance. */
const byRank = (item: Item): number => -(item.likes + 8 * hashShare(item.id));

const keyFor: Readonly<Record<Order, (item: Item) => number>> = {
  ranked: byRank,
  chronological: byTime,
  reverse_chronological: (item) => -byTime(item),
};

const entriesOf = (items: readonly Item[], keyOf: (item: Item) => number): readonly Entry<Item>[] =>
  items.map((item) => ({ item, key: keyOf(item), seq: item.seq }));

function isWithin(item: Item, query: Query): boolean {
  const since = instantOf(query.get('since')) ?? -Infinity;
  const until = instantOf(query.get('until')) ?? Infinity;
  return item.createdAtMs >= since && item.createdAtMs <= until;
}

function recordedSummary(owner: Item): {
  readonly order?: unknown;
  readonly total_count?: unknown;
} {
  const raw = owner.raw as { comments?: { summary?: object } } | null | undefined;
  return raw?.comments?.summary ?? {};
}

/** How many comments the platform counts but never returns: withheld by privacy, or unrecorded. */
function withheld(owner: Item): number {
  if (owner.raw === undefined) return hashShare(`${owner.id}/withheld`) < 0.03 ? 1 : 0;
  const claimed = recordedSummary(owner).total_count;
  const raw = owner.raw as { comments?: unknown } | null;
  const recorded = connectionItems(raw?.comments).length;
  return typeof claimed === 'number' ? Math.max(0, claimed - recorded) : 0;
}

function orderOf(owner: Item, query: Query, topLevel: number): Order {
  const stream = query.get('filter') === 'stream';
  if (!stream && owner.kind !== 'comment') {
    if (recordedSummary(owner).order === 'ranked') return 'ranked';
    if (owner.raw === undefined && topLevel >= RANKED_FROM) return 'ranked';
  }
  return query.get('order') === 'reverse_chronological' ? 'reverse_chronological' : 'chronological';
}

/** A recording is ranked the way it was recorded. */
function keyOf(state: PageState, order: Order): (item: Item) => number {
  return state.recorded && order === 'ranked' ? (item) => item.seq : keyFor[order];
}

/** The comments of a post (`filter` toplevel or stream) or the replies of a top-level comment. */
export function commentListing(state: PageState, owner: Item, query: Query): Listing {
  const all = state.below(owner);
  const nested = owner.kind === 'comment' || query.get('filter') === 'stream';
  const wanted: readonly Comment[] = nested ? all : all.filter((one) => one.parentId === null);
  const order = orderOf(owner, query, wanted.length);
  const within = wanted.filter((comment) => isWithin(comment, query));
  return {
    entries: entriesOf(within, keyOf(state, order)),
    order,
    totalCount: wanted.length + withheld(owner),
  };
}

const EDGE_KINDS: Readonly<Record<string, readonly Post['kind'][]>> = {
  feed: ['own', 'visitor', 'mention'],
  posts: ['own'],
  published_posts: ['own'],
  visitor_posts: ['visitor'],
  tagged: ['mention'],
};

/** The posts of one of the page's lists, newest first; null when there is no such list. */
export function postListing(state: PageState, edge: string, query: Query): Listing | null {
  const kinds = EDGE_KINDS[edge];
  if (kinds === undefined) return null;
  const hidden = query.get('include_hidden') === 'true';
  const posts = state
    .posts()
    .filter((post) => kinds.includes(post.kind) && (hidden || !state.hidden(post)))
    .filter((post) => isWithin(post, query));
  const order = 'reverse_chronological';
  const key = state.recorded ? (item: Item) => item.seq : keyFor[order];
  return { entries: entriesOf(posts, key), order, totalCount: posts.length };
}
