import type { Comment, Item, PageInfo, PostKind } from '../world/items.ts';
import { connectionOf } from './connection.ts';
import type { FieldRequest } from './fields.ts';
import { commentListing } from './listing.ts';
import { commentFields, pageFields, postFields, videoFields } from './node-fields.ts';
import { isObject, narrow, renderNode, requestsOf, type Json, type NodeKind } from './render.ts';
import type { View } from './view.ts';

/** What the platform sends when no fields are named. */
const DEFAULTS = {
  comment: ['created_time', 'from', 'message'],
  post: ['created_time', 'message', 'story'],
  reel: ['created_time', 'description'],
} as const;

const defaultsOf = ({ kind }: Item): readonly string[] =>
  kind === 'comment' ? DEFAULTS.comment : kind === 'reel' ? DEFAULTS.reel : DEFAULTS.post;

const PAGE: NodeKind<PageInfo> = {
  name: 'Page',
  fields: pageFields,
  defaults: ['name'],
  idOf: ({ id }) => id,
};

function embeddedComments(view: View, item: Item, request: FieldRequest): unknown {
  const raw = isObject(item.raw) ? item.raw['comments'] : undefined;
  if (raw !== undefined && !(isObject(raw) && Array.isArray(raw['data']))) return raw;
  const listing = commentListing(view, item, request.modifiers);
  if (listing.totalCount === 0 && !request.modifiers.has('summary')) return undefined;
  const source = { view, listing, path: `${item.id}/comments`, query: request.modifiers };
  const { fields } = request;
  const render = (one: Item): unknown => renderItem(view, one, fields);
  return connectionOf({ ...source, fields, render }) ?? undefined;
}

/** Of a recording, only these are worked out; everything else is what was recorded, or nothing. */
const LIVING_FIELDS = new Set([
  'is_hidden',
  'comment_count',
  'parent',
  'object',
  'user_likes',
  'updated_time',
  'can_comment',
  'can_hide',
  'can_like',
  'can_remove',
  'can_reply_privately',
  'private_reply_conversation',
]);

function recordedValue(view: View, item: Item, name: string): unknown {
  const raw = isObject(item.raw) ? item.raw[name] : undefined;
  const text = view.state.textOf(item);
  if (name === 'message' && text !== item.versions[0]?.text) return text;
  return raw;
}

function computedValue(view: View, item: Item, request: FieldRequest): unknown {
  const { name } = request;
  if (item.kind === 'comment') return commentFields[name]?.(item, view, request);
  return (item.kind === 'reel' ? videoFields : postFields)[name]?.(item, view, request);
}

function valueOf(view: View, item: Item, request: FieldRequest): unknown {
  const { name } = request;
  if (name === 'comments') return embeddedComments(view, item, request);
  if (item.raw !== undefined) {
    const recorded = recordedValue(view, item, name);
    if (recorded !== undefined || !LIVING_FIELDS.has(name)) return narrow(recorded, request.fields);
  }
  return narrow(computedValue(view, item, request), request.fields);
}

/** Renders a post or comment with the wanted fields only; a broken recorded item stays as it is. */
export function renderItem(view: View, item: Item, fields: readonly FieldRequest[]): unknown {
  if (item.raw !== undefined && (item.id === '' || !isObject(item.raw))) return item.raw;
  const rendered: Record<string, unknown> = {};
  for (const request of requestsOf(fields, defaultsOf(item))) {
    const value = request.name === 'id' ? undefined : valueOf(view, item, request);
    if (value !== undefined) rendered[request.name] = value;
  }
  return { ...rendered, id: item.id };
}

/** Renders a page. */
export const renderPage = (view: View, page: PageInfo, fields: readonly FieldRequest[]): Json =>
  renderNode(PAGE, page, { view, fields });

/** Returns the first wanted field that such a node does not have, or null. */
export function unknownField(
  kind: 'page' | PostKind | Comment['kind'],
  fields: readonly FieldRequest[],
): string | null {
  const known = knownFields(kind);
  for (const { name, fields: inner } of fields) {
    if (name === 'comments' && kind !== 'page') {
      const missing = unknownField('comment', inner);
      if (missing !== null) return missing;
    } else if (name !== 'id' && !Object.hasOwn(known, name)) return name;
  }
  return null;
}

function knownFields(kind: Parameters<typeof unknownField>[0]): object {
  if (kind === 'page') return pageFields;
  if (kind === 'comment') return commentFields;
  return kind === 'reel' ? videoFields : postFields;
}
