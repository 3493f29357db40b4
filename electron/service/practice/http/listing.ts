import type { Comment, Item, Post, PostKind } from '../world/items.ts';
import { remembered } from '../world/memo.ts';
import { hashShare } from '../world/random.ts';
import { connectionItems } from '../world/recorded.ts';
import type { PageState } from '../world/state.ts';
import { instantOf, type Query } from './query.ts';
import type { View } from './view.ts';
import { entriesOf, type Entry } from './window.ts';

export type Order = 'ranked' | 'chronological' | 'reverse_chronological';

/** A list before it is cut into pages. */
export interface Listing<T> {
  /** In the order of their keys. */
  readonly entries: readonly Entry<T>[];
  readonly order: Order;
  /** What `summary` claims; may exceed what is ever returned. */
  readonly totalCount: number;
}

/** From this many top-level comments on, a post's comments are ranked whatever was asked. */
const RANKED_FROM = 8;

const byTime = (item: Item): number => item.createdAtMs / 1000;

/** The rank never changes while somebody pages: likes at birth and a bit of chance. */
const byRank = (item: Item): number => -(item.likes + 8 * hashShare(item.id));

/** Each order of a list is worked out once, and again when the list changed. */
const sorted = {
  ranked: remembered((items: readonly Item[]) => entriesOf(items, byRank)),
  chronological: remembered((items: readonly Item[]) => entriesOf(items, byTime)),
  reverse_chronological: remembered((items: readonly Item[]) =>
    entriesOf(items, (item) => -byTime(item)),
  ),
} satisfies Readonly<Record<Order, unknown>>;

const asRecorded = remembered((items: readonly Item[]) => entriesOf(items, (item) => item.seq));

/** Comments that answer no other; the same list for the same comments. */
export const topLevel = remembered((items: readonly Comment[]) =>
  items.filter((one) => one.parentId === null),
);

/** Leaves out what lies outside `since` and `until`. */
function within<T extends Item>(entries: readonly Entry<T>[], query: Query): readonly Entry<T>[] {
  const since = instantOf(query.get('since'));
  const until = instantOf(query.get('until'));
  if (since === null && until === null) return entries;
  const [low, high] = [since ?? -Infinity, until ?? Infinity];
  return entries.filter(({ item }) => item.createdAtMs >= low && item.createdAtMs <= high);
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

function orderOf(view: View, owner: Item, query: Query, topLevelCount: number): Order {
  if (view.ranked) return 'ranked';
  const stream = query.get('filter') === 'stream';
  if (!stream && owner.kind !== 'comment') {
    if (recordedSummary(owner).order === 'ranked') return 'ranked';
    if (owner.raw === undefined && topLevelCount >= RANKED_FROM) return 'ranked';
  }
  return query.get('order') === 'reverse_chronological' ? 'reverse_chronological' : 'chronological';
}

/** The comments of a post (`filter` toplevel or stream) or the replies of a top-level comment. */
export function commentListing(view: View, owner: Item, query: Query): Listing<Item> {
  const all = view.state.below(owner);
  const nested = owner.kind === 'comment' || query.get('filter') === 'stream';
  const wanted = nested ? all : topLevel(all);
  const order = orderOf(view, owner, query, wanted.length);
  const inOrder = view.state.recorded && order === 'ranked' ? asRecorded : sorted[order];
  const totalCount = wanted.length + withheld(owner);
  return { entries: within(inOrder(wanted), query), order, totalCount };
}

const EDGE_KINDS: Readonly<Record<string, readonly PostKind[]>> = {
  feed: ['own', 'visitor', 'mention'],
  posts: ['own'],
  published_posts: ['own'],
  visitor_posts: ['visitor'],
  tagged: ['mention'],
  ads_posts: ['ad'],
  video_reels: ['reel'],
};

/** Everything of the page that stands in such a list, newest first. */
const ofEdge = Object.fromEntries(
  Object.entries(EDGE_KINDS).map(([edge, kinds]) => [
    edge,
    remembered((posts: readonly Post[]) => posts.filter((post) => kinds.includes(post.kind))),
  ]),
);

/** The posts of one of the page's lists, newest first; null when there is no such list. */
export function postListing(state: PageState, edge: string, query: Query): Listing<Item> | null {
  const posts = ofEdge[edge]?.(state.posts());
  if (posts === undefined) return null;
  const order = 'reverse_chronological';
  const inOrder = state.recorded ? asRecorded(posts) : sorted[order](posts);
  const hidden = query.get('include_hidden') === 'true';
  const shown = hidden ? inOrder : inOrder.filter(({ item }) => !state.hidden(item));
  const entries = within(shown, query);
  return { entries, order, totalCount: entries.length };
}

/** The pictures on Instagram, or top-level comments and replies there: newest first. */
export function newestFirst(items: readonly Item[]): Listing<Item> {
  const entries = sorted.reverse_chronological(items);
  return { entries, order: 'reverse_chronological', totalCount: items.length };
}

/** The list of pictures. */
export const mediaOf = remembered((posts: readonly Post[]) =>
  posts.filter((post) => post.kind === 'media'),
);
