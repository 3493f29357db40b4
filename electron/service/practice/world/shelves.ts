import type { Comment, Item, Post, World } from './items.ts';

const oldestFirst = (a: Item, b: Item): number => a.createdAtMs - b.createdAtMs || a.seq - b.seq;
const newestFirst = (a: Item, b: Item): number => b.createdAtMs - a.createdAtMs || a.seq - b.seq;

/** Where the items of a page are kept and found again. A recording keeps its own order. */
export class Shelves {
  readonly all: Item[] = [];
  readonly posts: Post[] = [];
  readonly #byId = new Map<string, Item>();
  readonly #comments = new Map<string, Comment[]>();
  readonly #sorted: boolean;

  constructor(world: World) {
    this.#sorted = !world.recorded;
    for (const item of world.items) this.#place(item);
    if (!this.#sorted) return;
    this.posts.sort(newestFirst);
    for (const list of this.#comments.values()) list.sort(oldestFirst);
  }

  /** The item of that id; of two with the same id the first. */
  find(id: string): Item | null {
    return this.#byId.get(id) ?? null;
  }

  /** All comments below a post, gone ones too. */
  commentsOf(postId: string): readonly Comment[] {
    return this.#comments.get(postId) ?? [];
  }

  /** Adds a later item under a number of its own; returns it as placed. */
  add<T extends Item>(item: T): T {
    const placed = { ...item, seq: this.all.length };
    this.#place(placed);
    if (this.#sorted && placed.kind !== 'comment') this.posts.sort(newestFirst);
    if (this.#sorted && placed.kind === 'comment') {
      this.#comments.get(placed.postId)?.sort(oldestFirst);
    }
    return placed;
  }

  #place(item: Item): void {
    this.all.push(item);
    if (item.id !== '' && !this.#byId.has(item.id)) this.#byId.set(item.id, item);
    if (item.kind !== 'comment') {
      this.posts.push(item);
      return;
    }
    const siblings = this.#comments.get(item.postId);
    if (siblings === undefined) this.#comments.set(item.postId, [item]);
    else siblings.push(item);
  }
}
