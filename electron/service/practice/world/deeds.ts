import { messageIdOf, threadIdOf } from './ids.ts';
import type { Comment, Item, Message, Person, Platform, Post, PostKind } from './items.ts';
import { toSecond } from './items.ts';
import { commentPrefix, placeBelow, type PageState } from './state.ts';

/** A comment to be written: by the page (its token) or by a customer (the control). */
export interface NewComment {
  readonly target: Item;
  readonly from: Person;
  readonly text: string;
  readonly photo?: boolean;
  readonly picture?: string;
  /** How far the platform's clock is off at this moment, in ms. */
  readonly skewMs?: number;
}

/** Writes a comment; one that answers a nested comment goes below its top-level comment. */
export function writeComment(
  state: PageState,
  { target, skewMs = 0, ...said }: NewComment,
): Comment {
  const { postId, parentId } = placeBelow(target);
  const id = state.freshId(commentPrefix(state.postOf(target), postId));
  const atMs = state.nowMs() + skewMs;
  state.commit({ op: 'comment', atMs, id, postId, parentId, ...said });
  return state.findGone(id) as Comment;
}

/** A post to be put up. */
export interface NewPost {
  readonly kind: PostKind;
  readonly from: Person;
  readonly text: string;
  readonly photo?: boolean;
}

/** Puts up a post; returns it. */
export function publish(state: PageState, post: NewPost): Post {
  const bare = post.kind === 'reel' || post.kind === 'media';
  const id = state.freshId(bare ? '17' : `${state.info.id}_`);
  state.commit({ op: 'post', atMs: state.nowMs(), id, ...post });
  return state.findGone(id) as Post;
}

/** A private message to be sent, by the page or by a person. */
export interface NewMessage {
  readonly platform: Platform;
  /** With the id of private messages. */
  readonly person: Person;
  readonly byPage: boolean;
  readonly text: string;
  readonly photo?: boolean;
  readonly answersId?: string;
  readonly skewMs?: number;
}

/** Sends a private message; the conversation begins with it when there was none. */
export function sendMessage(state: PageState, sent: NewMessage): Message {
  const { person, photo = false, answersId = null, skewMs = 0, ...said } = sent;
  const createdAtMs = toSecond(state.nowMs() + skewMs);
  const id = messageIdOf(`${state.freshId('')}/${person.id}`);
  const threadId = threadIdOf(state.info.id, person.id);
  const visibleFromMs = Math.min(createdAtMs, state.nowMs());
  const message = { id, threadId, person, photo, answersId, createdAtMs, visibleFromMs, ...said };
  state.commit({ op: 'message', atMs: state.nowMs(), message });
  return message;
}
