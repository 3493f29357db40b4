import type { Item, Message, PageInfo, Person, Platform, PostKind } from '../world/items.ts';
import type { PageState } from '../world/state.ts';

/** An item as an oracle wants it: nothing left out, gone ones told as gone. */
export interface SnapshotItem {
  readonly id: string;
  readonly kind: PostKind | 'comment';
  readonly from: Person | null;
  readonly byPage: boolean;
  readonly text: string;
  readonly createdAtMs: number;
  /** Seen by readers: it and everything above it is there. */
  readonly visible: boolean;
  readonly hidden: boolean;
  readonly photo: boolean;
  readonly likes: number;
  readonly likedByPage: boolean;
  /** Of comments: the post, and the top-level comment that is answered. */
  readonly postId: string | null;
  readonly parentId: string | null;
  /** The conversation of its private reply. */
  readonly answeredIn: string | null;
}

/** A private conversation, oldest message first. */
export interface SnapshotThread {
  readonly id: string;
  readonly platform: Platform;
  readonly person: Person;
  readonly messages: readonly Message[];
}

/** All that is and was on the page at an instant. */
export interface Snapshot {
  readonly page: PageInfo;
  readonly nowMs: number;
  readonly posts: readonly SnapshotItem[];
  readonly comments: readonly SnapshotItem[];
  readonly conversations: readonly SnapshotThread[];
  readonly blocked: readonly string[];
}

/** An item with everything that was done to it. */
function snapshotItem(state: PageState, item: Item): SnapshotItem {
  const { id, kind, from, createdAtMs } = item;
  return {
    id,
    kind,
    from,
    byPage: from?.id === state.info.id,
    text: state.textOf(item),
    createdAtMs,
    visible: state.visible(item),
    hidden: state.hidden(item),
    photo: state.photoOf(item),
    likes: state.likesOf(item),
    likedByPage: state.likedByPage(item),
    postId: item.kind === 'comment' ? item.postId : null,
    parentId: item.kind === 'comment' ? item.parentId : null,
    answeredIn: state.marks(item).answeredIn ?? null,
  };
}

/** Returns the whole page as it stands. */
export function snapshotOf(state: PageState): Snapshot {
  const nowMs = state.nowMs();
  const items = state.everything().map((item) => snapshotItem(state, item));
  const threads = state.mailbox.threads(nowMs);
  return {
    page: state.info,
    nowMs,
    posts: items.filter(({ kind }) => kind !== 'comment'),
    comments: items.filter(({ kind }) => kind === 'comment'),
    conversations: threads.map((one) => ({ ...one, messages: one.messages.toReversed() })),
    blocked: state.blocked(),
  };
}
