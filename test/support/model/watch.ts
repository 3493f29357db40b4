import type { DomainEvent } from '../../../shared/domain/event.ts';
import type { Entry, Ledger, Sight, Stretch } from './ledger.ts';
import type { Shown, Told, Turn } from './oracle.ts';
import { sameText } from './texts.ts';

/** A claim of the inbox that the page's true history does not bear out. */
export class Untrue extends Error {}

/** Throws {@link Untrue} unless it holds. */
export function mustHold(holds: boolean, what: string, details: unknown): asserts holds {
  if (!holds) throw new Untrue(`${what}: ${JSON.stringify(details)}`);
}

/** A message from its first being noticed on. */
export interface Seen {
  readonly entry: Entry;
  readonly place: number;
  readonly first: DomainEvent<'message.observed'>;
  readonly turns: Turn[];
  readonly texts: { readonly atMs: number; readonly text: string }[];
}

/**
 * Listens to every fact that is committed and holds it against the ledger: a fact must have been true
 * at some instant of the read that brought it, which is all that anybody can know.
 */
export class Watch {
  readonly #ledger: Ledger;
  readonly #byMessage = new Map<string, Seen>();
  readonly #byEntry = new Map<string, Seen>();
  readonly #threads = new Map<string, string>();
  #place = 0;

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
  }

  /** Everything that was noticed, by the platform's id. */
  seen(): ReadonlyMap<string, Seen> {
    return this.#byEntry;
  }

  /** Threads by the id of their conversation here. */
  threads(): ReadonlyMap<string, string> {
    return this.#threads;
  }

  take(event: DomainEvent, during: Stretch): void {
    this.#place += 1;
    const details = { event, during };
    switch (event.kind) {
      case 'conversation.opened':
        return this.#opened(event);
      case 'context.observed': {
        const entry = this.#entry(event.payload.externalId, event);
        const { text } = event.payload;
        const fits = (sight: Sight): boolean => sight !== null && sameText(sight.text, text);
        return mustHold(this.#ledger.everWas(entry, during, fits), 'A context was so', details);
      }
      case 'message.observed':
        return this.#observed(event, during);
      case 'message.edited': {
        const seen = this.#message(event.payload.messageId, event);
        const { text } = event.payload;
        const fits = (sight: Sight): boolean => sight !== null && sameText(sight.text, text);
        mustHold(this.#ledger.everWas(seen.entry, during, fits), 'An edit was there', details);
        mustHold(isNow(event, during), 'An edit counts from when it was noticed', details);
        seen.texts.push({ atMs: event.happenedAtMs, text });
        return;
      }
      case 'message.presence': {
        const seen = this.#message(event.payload.messageId, event);
        const { presence } = event.payload;
        const fits = (sight: Sight): boolean => presence === shownOf(sight);
        mustHold(this.#ledger.everWas(seen.entry, during, fits), `It was ${presence}`, details);
        mustHold(isNow(event, during), 'A change counts from when it was noticed', details);
        seen.turns.push({ atMs: event.happenedAtMs, place: this.#place, shown: presence });
        return;
      }
      default: // Accounts, teams and rules are no part of the page.
    }
  }

  /** A thread as it was noticed, for the oracle. */
  told(threadId: string): readonly Told[] {
    return [...this.#byEntry.values()]
      .filter(({ first }) => this.#threads.get(first.conversationId ?? '') === threadId)
      .map(({ entry, place, first, turns }) => ({
        id: entry.id,
        author: entry.author.id,
        stampMs: this.#ledger.stampOf(entry),
        place,
        text: first.payload.text,
        photo: entry.photo,
        shown: first.payload.presence,
        names: [],
        turns,
      }));
  }

  #opened({ conversationId, payload }: DomainEvent<'conversation.opened'>): void {
    const root = this.#entry(payload.externalId, payload);
    mustHold(![...this.#threads.values()].includes(root.id), 'A thread is opened once', payload);
    mustHold(rootOf(this.#ledger, root) === root, 'A thread begins at its root', payload);
    this.#threads.set(conversationId ?? '', root.id);
  }

  #observed(event: DomainEvent<'message.observed'>, during: Stretch): void {
    const { payload, conversationId } = event;
    const entry = this.#entry(payload.externalId ?? '', event);
    const details = { event, during, entry };
    mustHold(!this.#byEntry.has(entry.id), 'A message is new once', details);
    const fits = (sight: Sight): boolean =>
      sight !== null && sameText(sight.text, payload.text) && shownOf(sight) === payload.presence;
    mustHold(this.#ledger.everWas(entry, during, fits), 'A message was so', details);
    mustHold(
      this.#ledger.stampOf(entry) === payload.createdAtMs,
      'Its time is the page’s',
      details,
    );
    const author = { externalId: entry.author.id, name: entry.author.name };
    mustHold(same(author, payload.author), 'It has its author', details);
    const root = rootOf(this.#ledger, entry);
    mustHold(this.#threads.get(conversationId ?? '') === root.id, 'It is in its thread', details);
    mustHold(payload.authorKind === this.#kindOf(entry, root), 'It is said who speaks', details);
    mustHold(payload.parentExternalId === parentOf(entry, root), 'It has its parent', details);
    const seen: Seen = { entry, place: this.#place, first: event, turns: [], texts: [] };
    this.#byMessage.set(payload.messageId, seen);
    this.#byEntry.set(entry.id, seen);
  }

  #kindOf(entry: Entry, root: Entry): 'brand' | 'customer' | 'other' {
    const { page } = this.#ledger;
    if (entry.author.id === page.id) return 'brand';
    return root.author.id === page.id || root.author.id === entry.author.id ? 'customer' : 'other';
  }

  #entry(id: string, details: unknown): Entry {
    mustHold(this.#ledger.has(id), 'Somebody wrote it', details);
    return this.#ledger.get(id);
  }

  #message(id: string, details: unknown): Seen {
    const seen = this.#byMessage.get(id);
    mustHold(seen !== undefined, 'A change is one of a known message', details);
    return seen;
  }
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const isNow = ({ happenedAtMs }: DomainEvent, [fromMs, toMs]: Stretch): boolean =>
  happenedAtMs >= fromMs && happenedAtMs <= toMs;

/** How a message that stands so is said to be. */
export const shownOf = (sight: Sight): Shown =>
  sight === null ? 'gone' : sight.hidden ? 'hidden' : 'visible';

/** The entry that names a thread: a post of somebody else, else the top-level comment. */
export function rootOf(ledger: Ledger, entry: Entry): Entry {
  const post = ledger.get(entry.postId);
  if (post.kind !== 'own') return post;
  return entry.parentId === null ? entry : ledger.get(entry.parentId);
}

/** What a message answers; a thread's first one answers nothing. */
export const parentOf = (entry: Entry, root: Entry): string | null =>
  entry === root ? null : (entry.parentId ?? entry.postId);
