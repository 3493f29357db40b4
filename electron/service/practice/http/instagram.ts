import { correspondentOf, usernameOf } from '../world/ids.ts';
import type { Comment, Item, Post } from '../world/items.ts';
import { graphTime } from '../world/items.ts';
import { answer, badParameter, graphError, noSuchObject, type Answer } from './answers.ts';
import { connectionOf } from './connection.ts';
import type { FieldRequest } from './fields.ts';
import { mediaOf, newestFirst, topLevel, type Listing } from './listing.ts';
import { isByPage } from './node-fields.ts';
import { lacking } from './permissions.ts';
import type { GraphRequest, Query } from './query.ts';
import { fieldsFor, isAnswer, renderNode, unknownFieldOf } from './render.ts';
import type { FieldOf, NodeKind } from './render.ts';
import type { View } from './view.ts';

/** At most this many comments come at once: Instagram Platform, "IG Media Comments". */
const MAX_LIMIT = 50;

const authorOf: FieldOf<Comment> = (comment, view) => {
  const { info } = view.state;
  if (isByPage(view, comment)) return info.instagram;
  if (comment.from === null) return undefined;
  const { id, name } = correspondentOf(info.id, comment.from, 'instagram');
  return { id, username: usernameOf(name) };
};

const USER: NodeKind<{ readonly id: string; readonly username: string }> = {
  name: 'IGUser',
  fields: {
    username: ({ username }) => username,
    name: (_, { state }) => state.info.name,
    followers_count: (_, { state }) => state.info.followers,
    media_count: (_, { state }) => mediaOf(state.posts()).length,
  },
  defaults: [],
  idOf: ({ id }) => id,
};

const COMMENT: NodeKind<Comment> = {
  name: 'IGComment',
  fields: {
    text: (item, { state }) => state.textOf(item),
    timestamp: (item) => graphTime(item.createdAtMs),
    username: (item, view, request) =>
      (authorOf(item, view, request) as { username?: string } | undefined)?.username,
    from: authorOf,
    user: (item, view) =>
      isByPage(view, item) ? { id: view.state.info.instagram?.id } : undefined,
    media: ({ postId }) => ({ id: postId }),
    parent_id: ({ parentId }) => parentId ?? undefined,
    hidden: (item, { state }) => state.hidden(item),
    like_count: (item, { state }) => state.likesOf(item),
    replies: (item, view, request) => {
      const replies = view.state.below(item);
      const at = { view, path: `${item.id}/replies`, query: request.modifiers };
      return replies.length === 0 ? undefined : listOf(at, COMMENT, replies, request.fields);
    },
  },
  defaults: ['text', 'timestamp'],
  idOf: ({ id }) => id,
};

const MEDIA: NodeKind<Post> = {
  name: 'IGMedia',
  fields: {
    caption: (item, { state }) => state.textOf(item) || undefined,
    comments_count: (item, { state }) => state.below(item).length,
    like_count: (item, { state }) => state.likesOf(item),
    timestamp: (item) => graphTime(item.createdAtMs),
    permalink: ({ id }) => `https://www.instagram.com/p/${id.slice(-11)}/`,
    media_type: () => 'IMAGE',
    media_product_type: () => 'FEED',
    media_url: ({ id }) => `https://scontent.invalid/${id}.jpg`,
    username: (_, { state }) => state.info.instagram?.username,
    comments: (item, view, request) => {
      const at = { view, path: `${item.id}/comments`, query: request.modifiers };
      return listOf(at, COMMENT, topLevel(view.state.below(item)), request.fields);
    },
  },
  defaults: [],
  idOf: ({ id }) => id,
};

interface Edge {
  readonly view: View;
  readonly path: string;
  readonly query: Query;
}

function listOf<T extends Item>(
  { view, path, query }: Edge,
  kind: NodeKind<T>,
  items: readonly T[],
  fields: readonly FieldRequest[],
): object | null {
  const render = (one: T): unknown => renderNode(kind, one, { view, fields });
  const listing = newestFirst(items) as Listing<T>;
  return connectionOf({ view, path, query, listing, fields, render, maxLimit: MAX_LIMIT });
}

function readList<T extends Item>(edge: Edge, kind: NodeKind<T>, items: readonly T[]): Answer {
  const fields = fieldsFor(edge.query, unknownFieldOf(kind), kind.name);
  if (isAnswer(fields)) return fields;
  const body = listOf(edge, kind, items, fields);
  return body === null ? badParameter('A limit or cursor cannot be read.') : answer(body);
}

function readOne<T>(view: View, query: Query, kind: NodeKind<T>, item: T): Answer {
  const fields = fieldsFor(query, unknownFieldOf(kind), kind.name);
  return isAnswer(fields) ? fields : answer(renderNode(kind, item, { view, fields }));
}

/** The picture or comment on Instagram that the id names, or null when it is none. */
export function instagramItem({ state }: View, id: string): Item | null {
  const item = state.find(id);
  return item !== null && state.postOf(item)?.kind === 'media' ? item : null;
}

/** Answers a GET about Instagram; null when it is about something else. */
export function readInstagram(view: View, { path, query }: GraphRequest): Answer | null {
  const [id = '', edge] = path;
  const account = view.state.info.instagram;
  const item = instagramItem(view, id);
  if (item === null && account?.id !== id) return null;
  const refused = lacking(view, 'instagram_basic');
  if (refused !== null) return refused;
  const at = { view, path: path.join('/'), query };
  if (item === null) {
    if (edge === 'media') return readList(at, MEDIA, mediaOf(view.state.posts()));
    return account === null ? noSuchObject(id) : readOne(view, query, USER, account);
  }
  if (item.kind !== 'comment') {
    if (edge === 'comments') return readList(at, COMMENT, topLevel(view.state.below(item)));
    return readOne(view, query, MEDIA, item);
  }
  if (edge === 'replies') return readList(at, COMMENT, view.state.below(item));
  if (edge !== undefined) return graphError({ code: 2500, message: `No ${edge}.` });
  return readOne(view, query, COMMENT, item);
}
