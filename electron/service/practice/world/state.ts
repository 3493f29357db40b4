import type { Comment, Item, PageInfo, Person, Post, World } from './items.ts';
import { toSecond } from './items.ts';
import type { Journal, JournalEntry } from './journal.ts';
import { Shelves } from './shelves.ts';
import { openSleep, type Sleep } from './sleep.ts';

/** What was done to an item after it appeared. */
interface Marks {
  readonly text?: string;
  readonly hidden?: boolean;
  readonly liked?: boolean;
  readonly deleted?: boolean;
}

/** A comment to be written: by the page (its token) or by a customer (the control endpoint). */
export interface NewComment {
  readonly target: Item;
  readonly from: Person;
  readonly text: string;
}

export interface StateSource {
  readonly world: World;
  readonly journal: Journal;
  readonly clock: { now(): number };
}

const idTail = (id: string): string => id.slice(id.indexOf('_') + 1);

/** The page at the clock's instant: the world, the time gone by, and everything done to it. */
export class PageState {
  readonly info: PageInfo;
  /** True when the world is a recording: lists then keep the order of the file. */
  readonly recorded: boolean;
  readonly #source: StateSource;
  readonly #shelves: Shelves;
  readonly #sleep: Sleep;
  readonly #marks = new Map<string, Marks>();
  #arrivedMs: number;
  #replayMs: number | null = null;
  #written = 0;

  /** Stands where the journal left it: its entries are done again in order. */
  constructor(source: StateSource) {
    this.#source = source;
    this.info = source.world.page;
    this.recorded = source.world.recorded;
    this.#shelves = new Shelves(source.world);
    this.#sleep = openSleep(source.journal, source.clock.now());
    this.#arrivedMs = source.journal.anchorMs;
    for (const entry of source.journal.entries) this.#replay(entry);
    this.#replayMs = null;
  }

  /** UTC milliseconds of the page's clock. */
  nowMs(): number {
    return this.#replayMs ?? this.#source.clock.now();
  }

  /** Lets everything arrive that has arrived by now. Called before each request is answered. */
  advance(): void {
    const now = this.nowMs();
    if (this.#replayMs === null) this.#sleep.sign(now, false);
    const { life } = this.#source.world;
    if (life === null || now <= this.#arrivedMs) return;
    for (const item of life.arrivals(this.#arrivedMs, now)) {
      if (!this.#sleep.covers(item.createdAtMs)) this.#shelves.add(item);
    }
    this.#arrivedMs = now;
  }

  /** All visible posts, newest first (a recording: in its own order). */
  posts(): readonly Post[] {
    return this.#shelves.posts.filter((post) => this.#shown(post));
  }

  /** The visible item of that id, or null. */
  find(id: string): Item | null {
    const item = this.#shelves.find(id);
    return item !== null && this.visible(item) ? item : null;
  }

  /** Visible comments below a post (all levels) or below a top-level comment, oldest first. */
  below(item: Item): readonly Comment[] {
    if (item.id === '') return [];
    const postId = item.kind === 'comment' ? item.postId : item.id;
    const parentId = item.kind === 'comment' ? item.id : null;
    return this.#shelves
      .commentsOf(postId)
      .filter((comment) => parentId === null || comment.parentId === parentId)
      .filter((comment) => this.visible(comment));
  }

  /** An item is visible while it and everything above it is. */
  visible(item: Item): boolean {
    if (!this.#shown(item)) return false;
    if (item.kind !== 'comment') return true;
    const above = [item.postId, item.parentId].map((id) => id && this.#shelves.find(id));
    return above.every((owner) => !owner || this.#shown(owner));
  }

  /** The text as edited by now. */
  textOf(item: Item): string {
    const current = item.versions.findLast((version) => version.fromMs <= this.nowMs());
    return this.#marks.get(item.id)?.text ?? (current ?? item.versions[0])?.text ?? '';
  }

  hidden(item: Item): boolean {
    return this.#marks.get(item.id)?.hidden === true;
  }

  likedByPage(item: Item): boolean {
    return this.#marks.get(item.id)?.liked === true;
  }

  /** Everything that ever was on the page and has appeared by now, gone items too: for oracles. */
  everything(): readonly Item[] {
    return this.#shelves.all.filter((item) => item.visibleFromMs <= this.nowMs());
  }

  /** Writes a comment; one that answers a nested comment goes below its top-level comment. */
  write({ target, from, text }: NewComment): Comment {
    const postId = target.kind === 'comment' ? target.postId : target.id;
    const parentId = target.kind === 'comment' ? (target.parentId ?? target.id) : null;
    const id = this.#freshId(postId);
    this.#commit({ op: 'comment', atMs: this.nowMs(), id, postId, parentId, from, text });
    return this.#shelves.find(id) as Comment;
  }

  edit({ id }: Item, text: string): void {
    this.#commit({ op: 'edit', atMs: this.nowMs(), id, text });
  }

  hide({ id }: Item, hidden: boolean): void {
    this.#commit({ op: 'hide', atMs: this.nowMs(), id, hidden });
  }

  like({ id }: Item, liked: boolean): void {
    this.#commit({ op: 'like', atMs: this.nowMs(), id, liked });
  }

  remove({ id }: Item): void {
    this.#commit({ op: 'delete', atMs: this.nowMs(), id });
  }

  /** Leaves a last sign of life and lets go of the file. */
  close(): void {
    this.#sleep.sign(this.nowMs(), true);
    this.#source.journal.close();
  }

  #shown(item: Item): boolean {
    const now = this.nowMs();
    if (item.visibleFromMs > now || (item.goneAtMs !== null && item.goneAtMs <= now)) return false;
    return this.#marks.get(item.id)?.deleted !== true;
  }

  #replay(entry: JournalEntry): void {
    if (entry.op === 'asleep') return;
    this.#replayMs = entry.atMs;
    this.advance();
    this.#apply(entry);
  }

  /** On the disk first, then on the page. */
  #commit(entry: JournalEntry): void {
    this.#source.journal.append(entry);
    this.#apply(entry);
  }

  #apply(entry: JournalEntry): void {
    if (entry.op === 'comment') this.#add(entry);
    if (entry.op === 'edit') this.#mark(entry.id, { text: entry.text });
    if (entry.op === 'hide') this.#mark(entry.id, { hidden: entry.hidden });
    if (entry.op === 'like') this.#mark(entry.id, { liked: entry.liked });
    if (entry.op === 'delete') this.#mark(entry.id, { deleted: true });
  }

  #mark(id: string, change: Marks): void {
    this.#marks.set(id, { ...this.#marks.get(id), ...change });
  }

  #add({ id, postId, parentId, from, text, atMs }: Extract<JournalEntry, { op: 'comment' }>): void {
    this.#written += 1;
    const createdAtMs = toSecond(atMs);
    const comment = this.#shelves.add<Comment>({
      kind: 'comment',
      seq: 0,
      id,
      postId,
      parentId,
      from,
      createdAtMs,
      visibleFromMs: createdAtMs,
      versions: [{ fromMs: createdAtMs, text }],
      goneAtMs: null,
      likes: 0,
      tags: [],
      photo: false,
    });
    if (from.id === this.info.id) this.#react(comment);
  }

  #react(reply: Comment): void {
    const post = this.#shelves.find(reply.postId);
    const { life } = this.#source.world;
    if (life === null || post === null || post.kind === 'comment') return;
    const start = reply.parentId === null ? null : this.#shelves.find(reply.parentId);
    const thread = start?.kind === 'comment' ? [start, ...this.below(start)] : this.below(post);
    const reaction = life.reaction(reply, thread, post);
    if (reaction !== null) this.#shelves.add(reaction);
  }

  #freshId(postId: string): string {
    for (let number = this.#written + 1; ; number += 1) {
      const id = `${idTail(postId)}_1224${String(number * 7919).padStart(11, '0')}`;
      if (this.#shelves.find(id) === null) return id;
    }
  }
}
