import { publish, sendMessage, writeComment } from '../world/deeds.ts';
import { correspondentOf } from '../world/ids.ts';
import type { Item, Person, Platform, PostKind } from '../world/items.ts';
import type { PageState } from '../world/state.ts';
import { snapshotOf, type Snapshot } from './snapshot.ts';

/** Somebody without a name of their own is this person. */
export const TESTER: Person = { id: '100009900000001', name: 'Prova Cliente' };

/** What somebody says. */
export interface Saying {
  readonly text: string;
  /** {@link TESTER} when missing. */
  readonly from?: Person;
  readonly photo?: boolean;
}

/** Does things to the page as people and the platform do: for tests and trainers. */
export interface PageControl {
  /** A post of that kind; own posts, ads, Reels and pictures are the page's. Returns its id. */
  writePost(post: Saying & { readonly kind: PostKind }): string;
  /** Somebody comments below a post or comment. Returns the id. Throws for one that is not there. */
  writeComment(comment: Saying & { readonly parent: string }): string;
  /** The page answers on facebook.com, not through the API. Returns the id. */
  ownReply(reply: Pick<Saying, 'text' | 'photo'> & { readonly parent: string }): string;
  /** A person writes privately. Returns the message's id. */
  message(message: Saying & { readonly platform?: Platform }): string;
  /** The author changes a text; pictures stay. */
  edit(id: string, text: string): void;
  hide(id: string): void;
  unhide(id: string): void;
  /** The author, a moderator or the platform takes it away, and brings it back. */
  remove(id: string): void;
  restore(id: string): void;
  /** Customers like it (`more` may be negative). */
  like(id: string, more?: number): void;
  snapshot(): Snapshot;
}

const byPeople = (kind: PostKind): boolean => kind === 'visitor' || kind === 'mention';

/** Returns the control of a page. Ids that are not there throw: a slip in the test. */
export function createControl(state: PageState): PageControl {
  const known = (id: string): Item => {
    const item = state.findGone(id);
    if (item === null) throw new RangeError(`Nothing on this page has the id ${id}`);
    return item;
  };
  const own: Person = { id: state.info.id, name: state.info.name };
  const at = (id: string) => ({ atMs: state.nowMs(), id: known(id).id });
  const comment = ({ parent, from = TESTER, ...said }: Saying & { parent: string }): string =>
    writeComment(state, { target: known(parent), from, ...said }).id;
  return {
    writePost: ({ kind, from = TESTER, ...said }) =>
      publish(state, { kind, from: byPeople(kind) ? from : own, ...said }).id,
    writeComment: comment,
    ownReply: (reply) => comment({ ...reply, from: own }),
    message: ({ from = TESTER, platform = 'messenger', ...said }) => {
      const person = correspondentOf(own.id, from, platform);
      return sendMessage(state, { platform, person, byPage: false, ...said }).id;
    },
    edit: (id, text) => {
      state.commit({ op: 'edit', ...at(id), text, photo: state.photoOf(known(id)) });
    },
    hide: (id) => state.commit({ op: 'hide', ...at(id), hidden: true }),
    unhide: (id) => state.commit({ op: 'hide', ...at(id), hidden: false }),
    remove: (id) => state.commit({ op: 'delete', ...at(id) }),
    restore: (id) => state.commit({ op: 'restore', ...at(id) }),
    like: (id, more = 1) => state.commit({ op: 'likes', ...at(id), more }),
    snapshot: () => {
      state.advance();
      return snapshotOf(state);
    },
  };
}
