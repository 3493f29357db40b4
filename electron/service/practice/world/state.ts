import { assertNever } from '../../../../shared/kernel/assert-never.ts';
import { InView } from './in-view.ts';
import { idTail } from './ids.ts';
import type { Comment, Item, Message, PageInfo, Post, World } from './items.ts';
import { toSecond } from './items.ts';
import type { Deed, Journal, JournalEntry } from './journal.ts';
import { Mailbox } from './mailbox.ts';
import { MarkBook, type Marks } from './marks.ts';
import { Shelves } from './shelves.ts';
import { openSleep, type Sleep } from './sleep.ts';

export interface StateSource {
  readonly world: World;
  readonly journal: Journal;
  readonly clock: { now(): number };
}

type Written = Extract<Deed, { op: 'comment' | 'post' }>;

/** The page at the clock's instant: the world, the time gone by, and everything done to it. */
export class PageState {
  readonly info: PageInfo;
  /** True when the world is a recording: lists then keep the order of the file. */
  readonly recorded: boolean;
  readonly mailbox: Mailbox;
  readonly #source: StateSource;
  readonly #shelves: Shelves;
  readonly #sleep: Sleep;
  readonly #marks = new MarkBook();
  readonly #view: InView;
  readonly #blocked = new Set<string>();
  #arrivedMs: number;
  #replayMs: number | null = null;
  #written = 0;

  /** Stands where the journal left it: its entries are done again in order. */
  constructor(source: StateSource) {
    const { world, journal, clock } = source;
    this.#source = source;
    this.info = world.page;
    this.recorded = world.recorded;
    this.mailbox = new Mailbox(world.messages);
    this.#shelves = new Shelves(world);
    this.#view = new InView(this.#shelves, this.#marks);
    this.#sleep = openSleep(journal, clock.now());
    this.#arrivedMs = journal.anchorMs;
    for (const entry of journal.entries) this.#replay(entry);
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
      if (!this.#sleep.covers(item.createdAtMs)) this.#place(item);
    }
    for (const message of life.messages(this.#arrivedMs, now)) {
      if (!this.#sleep.covers(message.createdAtMs)) this.mailbox.add(message);
    }
    this.#arrivedMs = now;
  }

  /** All visible posts, newest first (a recording: in its own order). */
  posts(): readonly Post[] {
    return this.#view.posts(this.nowMs());
  }

  /** The visible item of that id, or null. */
  find(id: string): Item | null {
    const item = this.#shelves.find(id);
    return item !== null && this.visible(item) ? item : null;
  }

  /** The item of that id, gone or not, or null: for those who bring things back. */
  findGone(id: string): Item | null {
    return this.#shelves.find(id);
  }

  /** The post that an item is or stands below. */
  postOf(item: Item): Post | null {
    if (item.kind !== 'comment') return item;
    const post = this.#shelves.find(item.postId);
    return post === null || post.kind === 'comment' ? null : post;
  }

  /** Visible comments below a post (all levels) or below a top-level comment, oldest first. */
  below(item: Item): readonly Comment[] {
    return this.#view.below(item, this.nowMs());
  }

  /** An item is visible while it and everything above it is. */
  visible(item: Item): boolean {
    return this.#view.visible(item, this.nowMs());
  }

  /** The text as edited by now. */
  textOf(item: Item): string {
    const current = item.versions.findLast((version) => version.fromMs <= this.nowMs());
    return this.marks(item).text ?? (current ?? item.versions[0])?.text ?? '';
  }

  photoOf(item: Item): boolean {
    return this.marks(item).photo ?? item.photo;
  }

  hidden(item: Item): boolean {
    return this.marks(item).hidden === true;
  }

  likedByPage(item: Item): boolean {
    return this.marks(item).liked === true;
  }

  /** Likes of customers and the page together. */
  likesOf(item: Item): number {
    const { likes = 0, liked } = this.marks(item);
    return item.likes + likes + (liked === true ? 1 : 0);
  }

  marks({ id }: Item): Marks {
    return this.#marks.of(id);
  }

  isBlocked(personId: string): boolean {
    return this.#blocked.has(personId);
  }

  blocked(): readonly string[] {
    return [...this.#blocked];
  }

  /** Everything that ever was on the page and has appeared by now, gone items too: for oracles. */
  everything(): readonly Item[] {
    return this.#shelves.all.filter((item) => item.visibleFromMs <= this.nowMs());
  }

  /** An id that nothing has: below a post for comments, of the page for posts. */
  freshId(prefix: string): string {
    for (let number = this.#written + 1; ; number += 1) {
      const id = `${prefix}1224${String(number * 7919).padStart(11, '0')}`;
      if (this.#shelves.find(id) === null) return id;
    }
  }

  /** Does something to the page: on the disk first, then on the page. */
  commit(deed: Deed): void {
    this.#source.journal.append(deed);
    this.#apply(deed);
  }

  /** Leaves a last sign of life and lets go of the file. */
  close(): void {
    this.#sleep.sign(this.nowMs(), true);
    this.#source.journal.close();
  }

  #replay(entry: JournalEntry): void {
    if (entry.op === 'asleep') return;
    this.#replayMs = entry.atMs;
    this.advance();
    if (entry.op !== 'anchor' && entry.op !== 'alive') this.#apply(entry);
  }

  #apply(deed: Deed): void {
    switch (deed.op) {
      case 'comment':
      case 'post':
        return this.#add(deed);
      case 'message':
        return this.#deliver(deed.message);
      case 'edit':
        return this.#mark(deed.id, { text: deed.text, photo: deed.photo ?? false });
      case 'hide':
        return this.#mark(deed.id, { hidden: deed.hidden });
      case 'like':
        return this.#mark(deed.id, { liked: deed.liked });
      case 'likes':
        return this.#mark(deed.id, { likes: (this.#marks.of(deed.id).likes ?? 0) + deed.more });
      case 'delete':
      case 'restore':
        return this.#mark(deed.id, { deleted: deed.op === 'delete' });
      case 'block':
        if (deed.blocked) this.#blocked.add(deed.id);
        else this.#blocked.delete(deed.id);
        return undefined;
      default:
        return assertNever(deed);
    }
  }

  #mark(id: string, change: Marks): void {
    this.#marks.add(id, change);
    const item = this.#shelves.find(id);
    if (item !== null && change.deleted !== undefined) this.#view.forget(item);
  }

  #place<T extends Item>(item: T): T {
    const placed = this.#shelves.add(item);
    this.#view.forget(placed);
    return placed;
  }

  #add(deed: Written): void {
    this.#written += 1;
    const createdAtMs = toSecond(deed.atMs);
    const seenFromMs = deed.op === 'comment' ? deed.seenFromMs : undefined;
    const base = {
      seq: 0,
      id: deed.id,
      from: deed.from,
      createdAtMs,
      // A skewed clock may date a thing later than it is there to be seen.
      visibleFromMs: seenFromMs ?? Math.min(createdAtMs, this.nowMs()),
      versions: [{ fromMs: -Infinity, text: deed.text }],
      goneAtMs: null,
      likes: 0,
      tags: [],
      photo: deed.photo ?? false,
    };
    if (deed.op === 'post') {
      this.#place<Post>({ ...base, kind: deed.kind, shares: 0 });
      return;
    }
    const { postId, parentId } = deed;
    const picture = deed.picture === undefined ? {} : { picture: deed.picture };
    const comment = this.#place<Comment>({
      ...base,
      ...picture,
      kind: 'comment',
      postId,
      parentId,
    });
    if (deed.from.id === this.info.id) this.#react(comment);
  }

  #react(reply: Comment): void {
    const post = this.postOf(reply);
    const { life } = this.#source.world;
    if (life === null || post === null) return;
    const start = reply.parentId === null ? null : this.#shelves.find(reply.parentId);
    const thread = start?.kind === 'comment' ? [start, ...this.below(start)] : this.below(post);
    const reaction = life.reaction(reply, thread, post);
    if (reaction !== null) this.#place(reaction);
  }

  #deliver(message: Message): void {
    this.#written += 1;
    const { threadId, answersId } = message;
    this.mailbox.add(message);
    if (answersId !== null) this.#mark(answersId, { answeredIn: threadId });
    const thread = this.mailbox.thread(threadId, this.nowMs());
    if (!message.byPage || thread === null) return;
    const answer = this.#source.world.life?.answer(message, thread.messages) ?? null;
    if (answer !== null) this.mailbox.add(answer);
  }
}

/** Where a comment on `target` goes: one that answers a nested one goes to the top-level comment. */
export function placeBelow(target: Item): {
  readonly postId: string;
  readonly parentId: string | null;
} {
  if (target.kind !== 'comment') return { postId: target.id, parentId: null };
  return { postId: target.postId, parentId: target.parentId ?? target.id };
}

/** What ids of comments below that post begin with. */
export const commentPrefix = (post: Post | null, postId: string): string =>
  post?.kind === 'media' ? '17' : `${idTail(postId)}_`;
