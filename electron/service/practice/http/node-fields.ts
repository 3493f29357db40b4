import type { Comment, Item, PageInfo, Post } from '../world/items.ts';
import { graphTime } from '../world/items.ts';
import type { View } from './view.ts';

/** What a field holds; undefined where the platform leaves it out. */
export type FieldOf<T> = (item: T, view: View) => unknown;

const PRIVATE_REPLY_MS = 7 * 24 * 3_600_000;

const idTail = (id: string): string => id.slice(id.indexOf('_') + 1);
const byPage: FieldOf<Item> = (item, { state }) => item.from?.id === state.info.id;
const empty = { data: [] };

function photoOf(item: Item): object {
  const id = idTail(item.id);
  const url = `https://www.facebook.com/photo.php?fbid=${id}`;
  const image = { height: 720, width: 720, src: `https://scontent.invalid/${id}.jpg` };
  return { media: { image }, target: { id, url }, type: 'photo', url };
}

function permalinkOf(item: Item, { state, origin }: View): string {
  if (item.kind !== 'comment') return `${origin}/${state.info.id}/posts/${idTail(item.id)}/`;
  const post = `${origin}/${state.info.id}/posts/${idTail(item.postId)}/`;
  if (item.parentId === null) return `${post}?comment_id=${idTail(item.id)}`;
  return `${post}?comment_id=${idTail(item.parentId)}&reply_comment_id=${idTail(item.id)}`;
}

function likesOf(item: Item, view: View): number {
  return item.likes + (view.state.likedByPage(item) ? 1 : 0);
}

const shared: Readonly<Record<string, FieldOf<Item>>> = {
  created_time: (item) => graphTime(item.createdAtMs),
  from: (item) => item.from ?? undefined,
  is_hidden: (item, { state }) => state.hidden(item),
  message_tags: (item) => (item.tags.length > 0 ? item.tags : undefined),
  permalink_url: permalinkOf,
  likes: (item, view) => ({ ...empty, summary: { total_count: likesOf(item, view) } }),
  reactions: (item, view) => ({ ...empty, summary: { total_count: likesOf(item, view) } }),
  can_reply_privately: (item, view) =>
    !byPage(item, view) && view.state.nowMs() - item.createdAtMs < PRIVATE_REPLY_MS,
};

/** Fields of a comment. It has no `updated_time`: an edit cannot be seen by time. */
export const commentFields: Readonly<Record<string, FieldOf<Comment>>> = {
  ...shared,
  message: (item, { state }) => state.textOf(item),
  parent: ({ parentId }, { state }) => {
    const parent = parentId === null ? null : state.find(parentId);
    if (parent === null) return undefined;
    const { createdAtMs, id, from } = parent;
    const author = from === null ? {} : { from };
    return { created_time: graphTime(createdAtMs), ...author, message: state.textOf(parent), id };
  },
  object: ({ postId }) => ({ id: postId }),
  attachment: (item) => (item.photo ? photoOf(item) : undefined),
  comment_count: (item, { state }) => state.below(item).length,
  like_count: likesOf,
  user_likes: (item, { state }) => state.likedByPage(item),
  is_private: () => false,
  can_comment: () => true,
  can_like: () => true,
  can_remove: () => true,
  can_hide: (item, view) => !byPage(item, view),
  private_reply_conversation: () => undefined,
  admin_creator: () => undefined,
  live_broadcast_timestamp: () => undefined,
};

/** Fields of a post. `updated_time` moves when somebody comments. */
export const postFields: Readonly<Record<string, FieldOf<Post>>> = {
  ...shared,
  message: (item, { state }) => state.textOf(item) || undefined,
  updated_time: (item, { state }) => {
    const newest = state.below(item).reduce((last, one) => Math.max(last, one.createdAtMs), 0);
    return graphTime(Math.max(newest, item.createdAtMs));
  },
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
  promotion_status: ({ kind }) => (kind === 'own' ? 'inactive' : undefined),
  is_expired: () => false,
  is_published: () => true,
  is_inline_created: () => false,
};

/** Fields of the page. */
export const pageFields: Readonly<Record<string, (page: PageInfo, view: View) => unknown>> = {
  name: ({ name }) => name,
  category: ({ category }) => category,
  about: ({ about }) => about || undefined,
  fan_count: ({ followers }) => followers,
  followers_count: ({ followers }) => followers,
  link: ({ id }, { origin }) => `${origin}/${id}`,
  username: () => undefined,
  access_token: (_, { token }) => token,
  tasks: () => ['CREATE_CONTENT', 'MANAGE', 'MESSAGING', 'MODERATE'],
  is_published: () => true,
  picture: ({ id }) => ({ data: { url: `https://scontent.invalid/${id}.jpg` } }),
};

/** What the platform sends when no fields are named. */
export const DEFAULT_FIELDS = {
  comment: ['created_time', 'from', 'message'],
  post: ['created_time', 'message', 'story'],
  page: ['name'],
} as const;
