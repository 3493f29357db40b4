import type { Comment, Item, Post } from './items.ts';
import type { MarkBook } from './marks.ts';
import { remembered } from './memo.ts';
import type { Shelves } from './shelves.ts';

/** A list and the stretch of time in which it stays as it is. */
interface Kept<T> {
  readonly list: readonly T[];
  readonly fromMs: number;
  readonly untilMs: number;
}

const NONE: readonly Comment[] = [];

const byParent = remembered((list: readonly Comment[]): ReadonlyMap<string, Comment[]> => {
  const groups = new Map<string, Comment[]>();
  for (const comment of list) {
    const group = groups.get(comment.parentId ?? '');
    if (group === undefined) groups.set(comment.parentId ?? '', [comment]);
    else group.push(comment);
  }
  return groups;
});

/** What can be seen at an instant. Lists are worked out once, and again when something changed. */
export class InView {
  readonly #shelves: Shelves;
  readonly #marks: MarkBook;
  readonly #below = new Map<string, Kept<Comment>>();
  #posts: Kept<Post> | null = null;

  constructor(shelves: Shelves, marks: MarkBook) {
    this.#shelves = shelves;
    this.#marks = marks;
  }

  /** Whether the item itself stands there, whatever is above it. */
  shown(item: Item, nowMs: number): boolean {
    if (item.visibleFromMs > nowMs) return false;
    const { deleted } = this.#marks.of(item.id);
    return deleted === undefined ? (item.goneAtMs ?? Infinity) > nowMs : !deleted;
  }

  /** An item is visible while it and everything above it is. */
  visible(item: Item, nowMs: number): boolean {
    if (!this.shown(item, nowMs)) return false;
    return this.#above(item).every((owner) => this.shown(owner, nowMs));
  }

  posts(nowMs: number): readonly Post[] {
    if (!holds(this.#posts, nowMs)) {
      const { posts } = this.#shelves;
      const list = posts.filter((post) => this.shown(post, nowMs));
      this.#posts = { list, fromMs: nowMs, untilMs: nextChange(posts, nowMs) };
    }
    return this.#posts?.list ?? [];
  }

  /** Visible comments of all levels below a post, or the replies below a top-level comment. */
  below(item: Item, nowMs: number): readonly Comment[] {
    if (item.id === '') return NONE;
    if (item.kind !== 'comment') return this.#allBelow(item.id, nowMs);
    return byParent(this.#allBelow(item.postId, nowMs)).get(item.id) ?? NONE;
  }

  /** Something about this item changed: lists that hold it are worked out anew. */
  forget(item: Item): void {
    this.#below.delete(item.kind === 'comment' ? item.postId : item.id);
    if (item.kind !== 'comment') this.#posts = null;
  }

  #allBelow(postId: string, nowMs: number): readonly Comment[] {
    const known = this.#below.get(postId);
    if (known !== undefined && holds(known, nowMs)) return known.list;
    const all = this.#shelves.commentsOf(postId);
    const list = all.filter((comment) => this.visible(comment, nowMs));
    const post = this.#shelves.find(postId);
    const untilMs = nextChange(post === null ? all : [post, ...all], nowMs);
    this.#below.set(postId, { list, fromMs: nowMs, untilMs });
    return list;
  }

  #above(item: Item): readonly Item[] {
    if (item.kind !== 'comment') return [];
    const parent = item.parentId === null ? null : this.#shelves.find(item.parentId);
    return [this.#shelves.find(item.postId), parent].filter((owner) => owner !== null);
  }
}

const holds = (kept: Kept<unknown> | null, nowMs: number): boolean =>
  kept !== null && nowMs >= kept.fromMs && nowMs < kept.untilMs;

/** When the first of `items` appears or goes by itself. */
function nextChange(items: readonly Item[], nowMs: number): number {
  let next = Infinity;
  for (const { visibleFromMs, goneAtMs } of items) {
    if (visibleFromMs > nowMs && visibleFromMs < next) next = visibleFromMs;
    if (goneAtMs !== null && goneAtMs > nowMs && goneAtMs < next) next = goneAtMs;
  }
  return next;
}
