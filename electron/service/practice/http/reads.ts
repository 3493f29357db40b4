import type { Item, PageInfo } from '../world/items.ts';
import { answer, badParameter, graphError, noSuchObject, type Answer } from './answers.ts';
import { readBlocked } from './blocked.ts';
import { connectionOf } from './connection.ts';
import { readInstagram } from './instagram.ts';
import { commentListing, postListing, type Listing } from './listing.ts';
import { readConversations, readPrivate } from './messenger.ts';
import { pageOf } from './node-fields.ts';
import { renderItem, renderPage, unknownField } from './nodes.ts';
import { EDGE_SCOPES, lacking } from './permissions.ts';
import { instantOf, type GraphRequest, type Query } from './query.ts';
import { fieldsFor, isAnswer } from './render.ts';
import { debugToken, myAccounts, readUser } from './tokens.ts';
import type { View } from './view.ts';

/** The platform takes at most this many ids at once. */
const MAX_IDS = 50;
/** Lists that the practice page does not have; they are there, and empty. */
const EMPTY_EDGES = new Set(['likes', 'reactions']);

type Kind = Parameters<typeof unknownField>[0];

const wanted = (query: Query, kind: Kind) =>
  fieldsFor(query, (fields) => unknownField(kind, fields), kind);

function readNode(view: View, id: string, query: Query): Answer {
  const page = pageOf(view, id);
  if (page !== null) {
    const fields = wanted(query, 'page');
    return isAnswer(fields) ? fields : answer(renderPage(view, page, fields));
  }
  const special =
    readInstagram(view, { method: 'GET', path: [id], query }) ??
    readPrivate(view, { method: 'GET', path: [id], query });
  if (special !== null) return special;
  const item = view.state.find(id);
  if (item === null) return noSuchObject(id);
  const fields = wanted(query, item.kind);
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
}

function readListing({ view, path, query }: Edge, kind: Kind, listing: Listing<Item>): Answer {
  const fields = wanted(query, kind);
  if (isAnswer(fields)) return fields;
  const render = (item: Item): unknown => renderItem(view, item, fields);
  const body = connectionOf({ view, listing, path, query, fields, render });
  return body === null ? badParameter('A limit or cursor cannot be read.') : answer(body);
}

function readPageEdge(at: Edge, page: PageInfo, edge: string): Answer | null {
  const { view, query } = at;
  // Recommendations were taken away with v22.
  if (edge === 'ratings') return graphError({ code: 12, message: 'ratings field is deprecated.' });
  if (page.id !== view.state.info.id) return answer({ data: [] });
  if (edge === 'conversations') return readConversations(at);
  if (edge === 'blocked') return readBlocked(view, query);
  const listing = postListing(view.state, edge, query);
  if (listing === null) return null;
  const refused = lacking(view, ...(EDGE_SCOPES[edge] ?? []));
  return refused ?? readListing(at, edge === 'video_reels' ? 'reel' : 'own', listing);
}

function readEdge(view: View, { path, query }: GraphRequest): Answer {
  const [id = '', edge = ''] = path;
  for (const bound of ['since', 'until']) {
    if (instantOf(query.get(bound)) === undefined) return badParameter(`Bad instant in ${bound}.`);
  }
  const at = { view, path: `${id}/${edge}`, query };
  const page = pageOf(view, id);
  const special =
    page === null
      ? (readInstagram(view, { method: 'GET', path, query }) ??
        readPrivate(view, { method: 'GET', path, query }))
      : readPageEdge(at, page, edge);
  if (special !== null) return special;
  const item = view.state.find(id);
  if (item === null && page === null) return noSuchObject(id);
  if (EMPTY_EDGES.has(edge)) return answer({ data: [] });
  if (item === null || edge !== 'comments') {
    return graphError({ code: 2500, message: `No ${edge}.` });
  }
  const listed = readListing(at, 'comment', commentListing(view, item, query));
  // With a user's token the platform answers an empty list instead of an error [D19].
  return view.grant.type === 'USER' && listed.status === 200 ? answer({ data: [] }) : listed;
}

/** Answers a GET. */
export function read(view: View, request: GraphRequest): Answer {
  const { path, query } = request;
  const [first, second] = path;
  if (first === undefined) return readMany(view, query);
  if (first === 'debug_token') return debugToken(view, query);
  if (first === 'me' && second === 'accounts') return myAccounts(view, query);
  if (first === view.grant.subjectId || first === 'me') {
    if (view.grant.type === 'USER') return readUser(view, path);
  }
  const me = first === 'me' ? view.grant.subjectId : first;
  if (second === undefined) return readNode(view, me, query);
  return readEdge(view, { ...request, path: [me, second] });
}
