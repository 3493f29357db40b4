import type { Comment, Item, Post } from '../world/items.ts';
import { connectionOf } from './connection.ts';
import { plainField, type FieldRequest } from './fields.ts';
import { commentListing } from './listing.ts';
import { commentFields, DEFAULT_FIELDS, pageFields, postFields } from './node-fields.ts';
import type { View } from './view.ts';

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Keeps only the wanted inner fields, and `id`. */
function narrow(value: unknown, fields: readonly FieldRequest[]): unknown {
  if (fields.length === 0) return value;
  if (Array.isArray(value)) return value.map((one: unknown) => narrow(one, fields));
  if (!isObject(value)) return value;
  if (Array.isArray(value['data'])) return { ...value, data: narrow(value['data'], fields) };
  const kept = fields
    .filter(({ name }) => value[name] !== undefined)
    .map((field) => [field.name, narrow(value[field.name], field.fields)] as const);
  return { ...Object.fromEntries(kept), ...('id' in value ? { id: value['id'] } : {}) };
}

function embeddedComments(view: View, item: Item, request: FieldRequest): unknown {
  const raw = isObject(item.raw) ? item.raw['comments'] : undefined;
  if (raw !== undefined && !(isObject(raw) && Array.isArray(raw['data']))) return raw;
  const listing = commentListing(view.state, item, request.modifiers);
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
]);

function recordedValue(view: View, item: Item, name: string): unknown {
  const raw = isObject(item.raw) ? item.raw[name] : undefined;
  const text = view.state.textOf(item);
  if (name === 'message' && text !== item.versions[0]?.text) return text;
  return raw;
}

function valueOf(view: View, item: Item, request: FieldRequest): unknown {
  const { name } = request;
  if (name === 'comments') return embeddedComments(view, item, request);
  if (item.raw !== undefined) {
    const recorded = recordedValue(view, item, name);
    if (recorded !== undefined || !LIVING_FIELDS.has(name)) return narrow(recorded, request.fields);
  }
  return narrow(computedValue(view, item, name), request.fields);
}

const computedValue = (view: View, item: Item, name: string): unknown =>
  item.kind === 'comment' ? commentFields[name]?.(item, view) : postFields[name]?.(item, view);

const requestsOf = (
  fields: readonly FieldRequest[],
  defaults: readonly string[],
): readonly FieldRequest[] => (fields.length > 0 ? fields : defaults.map(plainField));

/** Renders a post or comment with the wanted fields only; a broken recorded item stays as it is. */
export function renderItem(view: View, item: Item, fields: readonly FieldRequest[]): unknown {
  if (item.raw !== undefined && (item.id === '' || !isObject(item.raw))) return item.raw;
  const rendered: Record<string, unknown> = {};
  const defaults = item.kind === 'comment' ? DEFAULT_FIELDS.comment : DEFAULT_FIELDS.post;
  for (const request of requestsOf(fields, defaults)) {
    const value = request.name === 'id' ? undefined : valueOf(view, item, request);
    if (value !== undefined) rendered[request.name] = value;
  }
  return { ...rendered, id: item.id };
}

/** Renders the page itself. */
export function renderPage(view: View, fields: readonly FieldRequest[]): Json {
  const page = view.state.info;
  const values = requestsOf(fields, DEFAULT_FIELDS.page)
    .map((field) => [field.name, pageFields[field.name]?.(page, view)] as const)
    .filter(([name, value]) => name !== 'id' && value !== undefined);
  return { ...Object.fromEntries(values), id: page.id };
}

/** Returns the first wanted field that such a node does not have, or null. */
export function unknownField(
  kind: 'page' | Post['kind'] | Comment['kind'],
  fields: readonly FieldRequest[],
): string | null {
  const known = kind === 'page' ? pageFields : kind === 'comment' ? commentFields : postFields;
  for (const { name, fields: inner } of fields) {
    if (name === 'comments' && kind !== 'page') {
      const missing = unknownField('comment', inner);
      if (missing !== null) return missing;
    } else if (name !== 'id' && !Object.hasOwn(known, name)) return name;
  }
  return null;
}
