/** What stands on the practice page. Items never change; what is done to them is kept apart. */

/** Somebody who writes, as the platform names them. */
export interface Person {
  readonly id: string;
  readonly name: string;
}

/** A text and the instant from which it is the one shown. */
export interface TextVersion {
  readonly fromMs: number;
  readonly text: string;
}

/** A name inside a text that links to a person or page; counted in UTF-16 units. */
export interface MessageTag {
  readonly id: string;
  readonly name: string;
  readonly type: 'user' | 'page';
  readonly offset: number;
  readonly length: number;
}

interface ItemBase {
  /** Unique within a running page; breaks ties and keeps the order of a recording. */
  readonly seq: number;
  /** Empty when a recording holds an item without one. */
  readonly id: string;
  readonly from: Person | null;
  /** Whole seconds, as the platform tells them. -Infinity for items of a recording: always there. */
  readonly visibleFromMs: number;
  readonly createdAtMs: number;
  /** Oldest first, never empty. */
  readonly versions: readonly TextVersion[];
  /** From here on it is no longer served. */
  readonly goneAtMs: number | null;
  readonly likes: number;
  readonly tags: readonly MessageTag[];
  readonly photo: boolean;
  /** Where its picture lies, when somebody gave an address. */
  readonly picture?: string;
  /** The item as it was recorded, broken or not; undefined for generated and written ones. */
  readonly raw?: unknown;
}

/**
 * What people write below: a post by the page, by a visitor on its wall, elsewhere with the page's
 * name in it; an ad and a Reel (neither stands in the feed); a picture on Instagram.
 */
export type PostKind = 'own' | 'visitor' | 'mention' | 'ad' | 'reel' | 'media';

export interface Post extends ItemBase {
  readonly kind: PostKind;
  readonly shares: number;
}

/** A comment; `parentId` names the top-level comment that it answers. */
export interface Comment extends ItemBase {
  readonly kind: 'comment';
  readonly postId: string;
  readonly parentId: string | null;
}

export type Item = Post | Comment;

export type Platform = 'messenger' | 'instagram';

/** One private message. Its person has an id of their own here, another one than as a commenter. */
export interface Message {
  readonly id: string;
  readonly threadId: string;
  readonly platform: Platform;
  readonly person: Person;
  readonly byPage: boolean;
  readonly text: string;
  readonly photo: boolean;
  readonly createdAtMs: number;
  readonly visibleFromMs: number;
  /** The comment or post that a private reply answers. */
  readonly answersId: string | null;
}

/** The company page itself. */
export interface PageInfo {
  readonly id: string;
  readonly name: string;
  readonly category: string;
  readonly about: string;
  readonly followers: number;
  /** The professional account that is linked to the page. */
  readonly instagram: { readonly id: string; readonly username: string } | null;
}

/** What a world adds by itself as time passes, and how its people take an answer. */
export interface Life {
  /** Items whose creation lies in (fromMs, toMs]; the same for the same stretch, always. */
  arrivals(fromMs: number, toMs: number): readonly Item[];
  /** What somebody writes back to a reply of the page, or null. Depends on the reply alone. */
  reaction(reply: Comment, thread: readonly Comment[], post: Post): Comment | null;
  /** Private messages that arrive in (fromMs, toMs]. */
  messages(fromMs: number, toMs: number): readonly Message[];
  /** What the person writes back to a private message of the page, or null. */
  answer(sent: Message, thread: readonly Message[]): Message | null;
}

/** Everything there is before anybody uses the page. */
export interface World {
  readonly page: PageInfo;
  readonly items: readonly Item[];
  readonly messages: readonly Message[];
  /** A recording keeps the order of its file. */
  readonly recorded: boolean;
  /** Null where time stands still. */
  readonly life: Life | null;
}

/** Whole seconds: the platform's instants carry no milliseconds. */
export const toSecond = (instantMs: number): number => Math.floor(instantMs / 1000) * 1000;

/** Returns the platform's way to write an instant, `2014-09-20T12:59:48+0000`. */
export const graphTime = (instantMs: number): string =>
  `${new Date(instantMs).toISOString().slice(0, 19)}+0000`;
