import type { Comment, Item, Post, World } from './items.ts';

const oldestFirst = (a: Item, b: Item): number => a.createdAtMs - b.createdAtMs || a.seq - b.seq;
const newestFirst = (a: Item, b: Item): number => b.createdAtMs - a.createdAtMs || a.seq - b.seq;

/** Puts `item` where it belongs in a sorted list. */
function insert<T extends Item>(list: T[], item: T, order: (a: Item, b: Item) => number): void {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (order(list[middle] as T, item) <= 0) low = middle + 1;
    else high = middle;
  }
  list.splice(low, 0, item);
}

/** Where the items of a page are kept, in order, and found again. A recording keeps its own order. */
export class Shelves {
  readonly all: Item[] = [];
  readonly posts: Post[] = [];
  readonly #byId = new Map<string, Item>();
  readonly #comments = new Map<string, Comment[]>();
  readonly #sorted: boolean;

  constructor(world: World) {
    this.#sorted = !world.recorded;
    for (const item of world.items) {
      this.#enter(item);
      if (item.kind === 'comment') this.#siblings(item).push(item);
      else this.posts.push(item);
    }
    if (!this.#sorted) return;
    this.posts.sort(newestFirst);
    for (const list of this.#comments.values()) list.sort(oldestFirst);
  }

  /** The item of that id; of two with the same id the first. */
  find(id: string): Item | null {
    return this.#byId.get(id) ?? null;
  }

  /** All comments below a post, gone ones too; oldest first, a recording as it was recorded. */
  commentsOf(postId: string): readonly Comment[] {
    return this.#comments.get(postId) ?? [];
  }

  /** Adds a later item under a number of its own; returns it as placed. */
  add<T extends Item>(item: T): T {
    const placed = { ...item, seq: this.all.length };
    this.#enter(placed);
    if (placed.kind === 'comment') this.#put(this.#siblings(placed), placed, oldestFirst);
    else this.#put(this.posts, placed, newestFirst);
    return placed;
  }

  #put<T extends Item>(list: T[], item: T, order: (a: Item, b: Item) => number): void {
    if (this.#sorted) insert(list, item, order);
    else list.push(item);
  }

  #enter(item: Item): void {
    this.all.push(item);
    if (item.id !== '' && !this.#byId.has(item.id)) this.#byId.set(item.id, item);
  }

  #siblings({ postId }: Comment): Comment[] {
    const known = this.#comments.get(postId);
    if (known !== undefined) return known;
    const fresh: Comment[] = [];
    this.#comments.set(postId, fresh);
    return fresh;
  }
}
