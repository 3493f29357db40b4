/** Somebody who writes. */
export interface Writer {
  readonly id: string;
  readonly name: string;
}

export type EntryKind = 'own' | 'visitor' | 'mention' | 'comment';

/** How an entry stands on the page at an instant; null where it cannot be seen. */
export type Sight = { readonly text: string; readonly hidden: boolean } | null;

interface Change<T> {
  readonly atMs: number;
  readonly value: T;
}

/** One post or comment with everything that ever happened to it, by the true clock. */
export interface Entry {
  readonly id: string;
  readonly kind: EntryKind;
  readonly author: Writer;
  readonly postId: string;
  /** The top-level comment above a reply. */
  readonly parentId: string | null;
  readonly createdAtMs: number;
  readonly photo: boolean;
  readonly texts: Change<string>[];
  readonly hidden: Change<boolean>[];
  readonly deleted: Change<boolean>[];
  readonly likes: Change<number>[];
}

const at = <T>(changes: readonly Change<T>[], atMs: number, before: T): T =>
  changes.findLast((change) => change.atMs <= atMs)?.value ?? before;

/**
 * The true history of a page, kept by whoever makes it: what the practice page and the inbox say is
 * measured against this, and it is made from neither.
 */
export class Ledger {
  /** The page itself, as it writes. */
  readonly page: Writer;
  /** In the order of writing. */
  readonly entries: Entry[] = [];
  readonly #byId = new Map<string, Entry>();

  constructor(page: Writer) {
    this.page = page;
  }

  add(
    entry: Pick<Entry, 'id' | 'kind' | 'author' | 'postId' | 'parentId' | 'photo'>,
    atMs: number,
    text: string,
  ): Entry {
    const added: Entry = {
      ...entry,
      createdAtMs: atMs,
      texts: [{ atMs, value: text }],
      hidden: [],
      deleted: [],
      likes: [],
    };
    this.entries.push(added);
    this.#byId.set(entry.id, added);
    return added;
  }

  get(id: string): Entry {
    const entry = this.#byId.get(id);
    if (entry === undefined) throw new Error(`Nobody ever wrote ${id}`);
    return entry;
  }

  has(id: string): boolean {
    return this.#byId.has(id);
  }

  /** What the platform names as the moment of writing: whole seconds. */
  stampOf = ({ createdAtMs }: Entry): number => Math.floor(createdAtMs / 1000) * 1000;

  /** The entry and what it stands below: all of them must be there for it to be seen. */
  chain(entry: Entry): readonly Entry[] {
    const above = [entry.parentId, entry.kind === 'comment' ? entry.postId : null];
    return [entry, ...above.flatMap((id) => (id === null ? [] : [this.get(id)]))];
  }

  sight(entry: Entry, atMs: number): Sight {
    const isThere = this.chain(entry).every(
      (one) => one.createdAtMs <= atMs && !at(one.deleted, atMs, false),
    );
    return isThere
      ? { text: at(entry.texts, atMs, ''), hidden: at(entry.hidden, atMs, false) }
      : null;
  }

  likesAt = (entry: Entry, atMs: number): number => at(entry.likes, atMs, 0);

  /** Whether at some instant of a stretch, both ends included, the entry stood as `fits` says. */
  everWas(entry: Entry, [fromMs, toMs]: Stretch, fits: (sight: Sight) => boolean): boolean {
    return this.#turns(entry, fromMs, toMs).some((atMs) => fits(this.sight(entry, atMs)));
  }

  #turns(entry: Entry, fromMs: number, toMs: number): readonly number[] {
    const changes = this.chain(entry).flatMap((one) => [
      one.createdAtMs,
      ...[...one.texts, ...one.hidden, ...one.deleted].map((change) => change.atMs),
    ]);
    return [fromMs, ...changes.filter((atMs) => atMs > fromMs && atMs <= toMs)];
  }

  /** What an index sees of each post that is there now: how much stands below, and how new it is. */
  marks(): ReadonlyMap<string, string> {
    const marks = new Map<string, { count: number; newestMs: number }>();
    for (const entry of this.entries) {
      if (!this.isThere(entry)) continue;
      const mark = marks.get(entry.postId) ?? { count: 0, newestMs: 0 };
      marks.set(entry.postId, mark);
      if (entry.kind === 'comment') mark.count += 1;
      mark.newestMs = Math.max(mark.newestMs, this.stampOf(entry));
    }
    return new Map([...marks].map(([id, mark]) => [id, `${mark.count}/${mark.newestMs}`]));
  }

  /** Whether it can be seen now. */
  isThere({ id, kind, postId, parentId }: Entry): boolean {
    if (kind === 'comment' && this.isDeleted(postId)) return false;
    return !this.isDeleted(id) && (parentId === null || !this.isDeleted(parentId));
  }

  /** Whether it was taken away itself, whatever became of what it stands below. */
  isDeleted = (id: string): boolean => this.get(id).deleted.at(-1)?.value === true;
}

/** From and to, UTC milliseconds. */
export type Stretch = readonly [fromMs: number, toMs: number];
