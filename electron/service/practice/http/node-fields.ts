import { idTail } from '../world/ids.ts';
import type { Comment, Item, PageInfo, Post } from '../world/items.ts';
import { graphTime } from '../world/items.ts';
import { hashShare } from '../world/random.ts';
import { neighboursOf } from './neighbours.ts';
import type { FieldOf } from './render.ts';
import type { View } from './view.ts';

/** A private reply is taken this long after the comment: Meta, "Private Replies", Apr 2026. */
export const PRIVATE_REPLY_MS = 7 * 24 * 3_600_000;
/** Few people let nobody answer what they write. */
const CLOSED_SHARE = 0.006;

/** Whether the page itself wrote it. */
export const isByPage = ({ state }: View, item: Item): boolean => item.from?.id === state.info.id;

const empty = { data: [] };

/** Whether a comment takes no answer, by its author's privacy. */
export const isClosed = (view: View, item: Item): boolean =>
  item.kind === 'comment' &&
  item.raw === undefined &&
  !isByPage(view, item) &&
  /_122[13]/.test(item.id) &&
  hashShare(`${item.id}/closed`) < CLOSED_SHARE;

/** Whether the platform lets the page hide it: not its own, nor what stands on a user's own post. */
export function canHide(view: View, item: Item): boolean {
  if (isByPage(view, item)) return false;
  const post = view.state.postOf(item);
  return item.kind !== 'comment' || (post?.kind !== 'visitor' && post?.kind !== 'mention');
}

function photoOf(item: Item): object {
  const id = idTail(item.id);
  const url = `https://www.facebook.com/photo.php?fbid=${id}`;
  const image = {
    height: 720,
    width: 720,
    src: item.picture ?? `https://scontent.invalid/${id}.jpg`,
  };
  return { media: { image }, target: { id, url }, type: 'photo', url };
}

/** Where a post or comment is seen in a browser. */
function permalinkOf(item: Item, { state, origin }: View): string {
  if (item.kind === 'reel') return `/reel/${item.id}/`;
  if (item.kind !== 'comment') return `${origin}/${state.info.id}/posts/${idTail(item.id)}/`;
  const post = `${origin}/${state.info.id}/posts/${idTail(item.postId)}/`;
  if (item.parentId === null) return `${post}?comment_id=${idTail(item.id)}`;
  return `${post}?comment_id=${idTail(item.parentId)}&reply_comment_id=${idTail(item.id)}`;
}

/** Without the permission to read what people write, their names are simply not there. */
const fromOf: FieldOf<Item> = (item, view) =>
  isByPage(view, item) || view.grant.scopes.includes('pages_read_user_content')
    ? (item.from ?? undefined)
    : undefined;

const canReplyPrivately: FieldOf<Item> = (item, view) =>
  !isByPage(view, item) &&
  view.state.marks(item).answeredIn === undefined &&
  view.state.nowMs() - item.createdAtMs < PRIVATE_REPLY_MS;

const shared: Readonly<Record<string, FieldOf<Item>>> = {
  created_time: (item) => graphTime(item.createdAtMs),
  from: fromOf,
  is_hidden: (item, { state }) => state.hidden(item),
  message_tags: (item) => (item.tags.length > 0 ? item.tags : undefined),
  permalink_url: permalinkOf,
  likes: (item, { state }) => ({ ...empty, summary: { total_count: state.likesOf(item) } }),
  reactions: (item, { state }) => ({ ...empty, summary: { total_count: state.likesOf(item) } }),
  can_reply_privately: canReplyPrivately,
};

/** Fields of a comment. It has no `updated_time`: an edit cannot be seen by time. */
export const commentFields: Readonly<Record<string, FieldOf<Comment>>> = {
  ...shared,
  message: (item, { state }) => state.textOf(item),
  parent: ({ parentId }, view, request) => {
    const parent = parentId === null ? null : view.state.find(parentId);
    if (parent === null) return undefined;
    const author = fromOf(parent, view, request);
    return {
      created_time: graphTime(parent.createdAtMs),
      ...(author === undefined ? {} : { from: author }),
      message: view.state.textOf(parent),
      id: parent.id,
    };
  },
  object: ({ postId }) => ({ id: postId }),
  attachment: (item, { state }) => (state.photoOf(item) ? photoOf(item) : undefined),
  comment_count: (item, { state }) => state.below(item).length,
  like_count: (item, { state }) => state.likesOf(item),
  user_likes: (item, { state }) => state.likedByPage(item),
  is_private: () => false,
  can_comment: (item, view) => !isClosed(view, item),
  can_like: () => true,
  can_remove: () => true,
  can_hide: (item, view) => canHide(view, item),
  private_reply_conversation: (item, { state }) => {
    const id = state.marks(item).answeredIn;
    return id === undefined ? undefined : { id };
  },
  admin_creator: () => undefined,
  live_broadcast_timestamp: () => undefined,
};

function updatedAt(item: Post, { state }: View): number {
  const below = state.below(item);
  const newest = state.recorded
    ? below.reduce((last, one) => Math.max(last, one.createdAtMs), 0)
    : (below.at(-1)?.createdAtMs ?? 0);
  return Math.max(newest, item.createdAtMs);
}

/** Fields of a post. `updated_time` moves when somebody comments. */
export const postFields: Readonly<Record<string, FieldOf<Post>>> = {
  ...shared,
  message: (item, { state }) => state.textOf(item) || undefined,
  updated_time: (item, view) => graphTime(updatedAt(item, view)),
  to: ({ kind }, { state }) =>
    kind === 'visitor' ? { data: [{ id: state.info.id, name: state.info.name }] } : undefined,
  tagged_time: (item) => (item.kind === 'mention' ? graphTime(item.createdAtMs) : undefined),
  shares: ({ shares }) => (shares > 0 ? { count: shares } : undefined),
  attachments: (item) => (item.photo ? { data: [photoOf(item)] } : undefined),
  full_picture: (item) =>
    item.photo ? `https://scontent.invalid/${idTail(item.id)}.jpg` : undefined,
  status_type: ({ kind, photo }) =>
    kind === 'visitor' ? 'wall_post' : photo ? 'added_photos' : 'mobile_status_update',
  type: ({ photo }) => (photo ? 'photo' : 'status'),
  story: () => undefined,
  parent_id: () => undefined,
  promotion_status: ({ kind }) =>
    kind === 'ad' ? 'active' : kind === 'own' ? 'inactive' : undefined,
  is_expired: () => false,
  is_published: () => true,
  is_inline_created: ({ kind }) => kind === 'ad',
};

/** Fields of a Reel, which is a video: it has no `updated_time` and no `message`. */
export const videoFields: Readonly<Record<string, FieldOf<Post>>> = {
  created_time: (item) => graphTime(item.createdAtMs),
  description: (item, { state }) => state.textOf(item) || undefined,
  from: fromOf,
  permalink_url: permalinkOf,
  likes: (item, view, request) => shared['likes']?.(item, view, request),
  length: (item) => 8 + Math.floor(hashShare(item.id) * 70),
  published: () => true,
  picture: ({ id }) => `https://scontent.invalid/${id}.jpg`,
  title: () => undefined,
  source: () => undefined,
};

/** Fields of the page. */
export const pageFields: Readonly<Record<string, FieldOf<PageInfo>>> = {
  name: ({ name }) => name,
  category: ({ category }) => category,
  about: ({ about }) => about || undefined,
  fan_count: ({ followers }) => followers,
  followers_count: ({ followers }) => followers,
  link: ({ id }, { origin }) => `${origin}/${id}`,
  username: () => undefined,
  access_token: ({ id }, { access, grant }) =>
    grant.type === 'PAGE' ? grant.token : access.pageTokenFor(grant, id),
  tasks: () => ['CREATE_CONTENT', 'MANAGE', 'MESSAGING', 'MODERATE'],
  is_published: () => true,
  picture: ({ id }) => ({ data: { url: `https://scontent.invalid/${id}.jpg` } }),
  instagram_business_account: ({ instagram }, { grant }) =>
    grant.scopes.includes('instagram_basic') ? (instagram ?? undefined) : undefined,
};

/** The page itself and the others of the same person; those have nothing on them. */
export function pageOf({ state }: View, id: string): PageInfo | null {
  if (id === state.info.id) return state.info;
  const neighbour = neighboursOf(state.info.id).find((one) => one.id === id);
  return neighbour === undefined
    ? null
    : { ...neighbour, about: '', followers: 100, instagram: null };
}
