import type { Item } from '../world/items.ts';
import { answer, badParameter, graphError, noSuchObject, type Answer } from './answers.ts';
import { connectionOf } from './connection.ts';
import { parseFields, type FieldRequest } from './fields.ts';
import { commentListing, postListing, type Listing } from './listing.ts';
import { renderItem, renderPage, unknownField } from './nodes.ts';
import { instantOf, type GraphRequest, type Query } from './query.ts';
import { debugToken, myAccounts } from './tokens.ts';
import type { View } from './view.ts';

/** The platform takes at most this many ids at once. */
const MAX_IDS = 50;
/** Lists that the practice page does not have; they are there, and empty. */
const EMPTY_EDGES = new Set(['ads_posts', 'video_reels', 'conversations', 'likes', 'reactions']);

type Kind = Parameters<typeof unknownField>[0];

/** Reads the wanted fields of a node kind; an answer instead when they make no sense. */
function fieldsFor(query: Query, kind: Kind): readonly FieldRequest[] | Answer {
  const parsed = parseFields(query.get('fields') ?? '');
  if (!parsed.ok) {
    const message = `Syntax error in "fields" at character ${String(parsed.error.at)}.`;
    return graphError({ code: 2500, message });
  }
  const missing = unknownField(kind, parsed.value);
  if (missing === null) return parsed.value;
  return badParameter(`Tried accessing nonexisting field (${missing}) on node type (${kind})`);
}

const isAnswer = (value: readonly FieldRequest[] | Answer): value is Answer => 'status' in value;

function readNode(view: View, id: string, query: Query): Answer {
  if (id === view.state.info.id) {
    const fields = fieldsFor(query, 'page');
    return isAnswer(fields) ? fields : answer(renderPage(view, fields));
  }
  const item = view.state.find(id);
  if (item === null) return noSuchObject(id);
  const fields = fieldsFor(query, item.kind);
  return isAnswer(fields) ? fields : answer(renderItem(view, item, fields));
}

/** `?ids=a,b`: a map by id. One id that is gone spoils the whole answer, as on the platform. */
function readMany(view: View, query: Query): Answer {
  const ids = (query.get('ids') ?? '').split(',').filter((id) => id !== '');
  if (ids.length === 0 || ids.length > MAX_IDS) {
    return badParameter(`Between 1 and ${String(MAX_IDS)} ids are taken at once.`);
  }
  const found: Record<string, unknown> = {};
  for (const id of ids) {
    const one = readNode(view, id, query);
    if (one.status !== 200) return one;
    found[id] = one.body;
  }
  return answer(found);
}

interface Edge {
  readonly view: View;
  readonly path: string;
  readonly query: Query;
  readonly kind: Kind;
}

function readListing({ view, path, query, kind }: Edge, listing: Listing): Answer {
  const fields = fieldsFor(query, kind);
  if (isAnswer(fields)) return fields;
  const render = (item: Item): unknown => renderItem(view, item, fields);
  const body = connectionOf({ view, listing, path, query, fields, render });
  return body === null ? badParameter('A limit or cursor cannot be read.') : answer(body);
}

function readEdge(view: View, { path, query }: GraphRequest): Answer {
  const [id = '', edge = ''] = path;
  for (const bound of ['since', 'until']) {
    if (instantOf(query.get(bound)) === undefined) return badParameter(`Bad instant in ${bound}.`);
  }
  const at = { view, path: `${id}/${edge}`, query };
  if (id === view.state.info.id) {
    const listing = postListing(view.state, edge, query);
    if (listing !== null) return readListing({ ...at, kind: 'own' }, listing);
    // Recommendations were taken away with v22.
    if (edge === 'ratings') return graphError({ code: 12, message: 'This field is deprecated.' });
  }
  const item = view.state.find(id);
  if (item === null && id !== view.state.info.id) return noSuchObject(id);
  if (EMPTY_EDGES.has(edge)) return answer({ data: [] });
  if (item === null || edge !== 'comments')
    return graphError({ code: 2500, message: `No ${edge}.` });
  return readListing({ ...at, kind: 'comment' }, commentListing(view.state, item, query));
}

/** Answers a GET. */
export function read(view: View, request: GraphRequest): Answer {
  const { path, query } = request;
  const [first, second] = path;
  if (first === undefined) return readMany(view, query);
  if (first === 'debug_token') return debugToken(view, query);
  const me = first === 'me' ? view.state.info.id : first;
  if (second === undefined) return readNode(view, me, query);
  if (first === 'me' && second === 'accounts') return myAccounts(view);
  return readEdge(view, { ...request, path: [me, second] });
}
