import { writeComment } from '../world/deeds.ts';
import type { Item } from '../world/items.ts';
import { answer, badParameter, graphError, noSuchObject, type Answer } from './answers.ts';
import { changeBlocked } from './blocked.ts';
import { parseFields } from './fields.ts';
import { instagramItem } from './instagram.ts';
import { writeInstagram } from './instagram-writes.ts';
import { sendPrivately } from './messenger-writes.ts';
import { canHide, isByPage, isClosed } from './node-fields.ts';
import { renderItem } from './nodes.ts';
import { lacking } from './permissions.ts';
import { isYes, type GraphRequest, type Query } from './query.ts';
import type { View } from './view.ts';

/** The longest comment the platform takes, in UTF-16 units; told by several third parties. */
const MAX_MESSAGE = 8000;

const success = (): Answer => answer({ success: true });
const forbidden = (message: string): Answer => graphError({ code: 200, message });

/** Returns what is wrong with a text, or null. */
function messageTrouble(message: string, photo: boolean): Answer | null {
  if (message.trim() === '' && !photo) return badParameter('The parameter message is required.');
  return message.length > MAX_MESSAGE ? badParameter('The parameter message is too long.') : null;
}

/** A picture comes as an upload (`source`), an address, or an id of one uploaded before. */
function pictureOf(query: Query): { readonly photo: boolean; readonly picture?: string } {
  const address = query.get('attachment_url');
  if (address !== undefined) return { photo: true, picture: address };
  return { photo: query.has('source') || query.has('attachment_id') };
}

function comment(view: View, target: Item, query: Query): Answer {
  if (isClosed(view, target)) return forbidden('This comment cannot be answered.');
  const text = query.get('message') ?? '';
  const picture = pictureOf(query);
  const trouble = messageTrouble(text, picture.photo);
  if (trouble !== null) return trouble;
  const { id, name } = view.state.info;
  const said = { target, text, from: { id, name }, skewMs: view.skewMs, ...picture };
  const written = writeComment(view.state, said);
  const fields = parseFields(query.get('fields') ?? '');
  return fields.ok && fields.value.length > 0
    ? answer(renderItem(view, written, fields.value))
    : answer({ id: written.id });
}

/** Hides, shows or edits. What an edit does not attach again is gone [D19]. */
function change(view: View, item: Item, query: Query): Answer {
  const [text, hidden] = [query.get('message'), query.get('is_hidden')];
  const { photo } = pictureOf(query);
  if (text === undefined && hidden === undefined && !photo)
    return badParameter('Nothing to change.');
  const atMs = view.state.nowMs();
  if (hidden !== undefined) {
    if (!canHide(view, item)) return forbidden('This cannot be hidden.');
    view.state.commit({ op: 'hide', atMs, id: item.id, hidden: isYes(hidden) });
  }
  if (text !== undefined || photo) {
    if (!isByPage(view, item)) return forbidden('Only its author may edit.');
    const trouble = messageTrouble(text ?? '', photo);
    if (trouble !== null) return trouble;
    view.state.commit({ op: 'edit', atMs, id: item.id, text: text ?? '', photo });
  }
  return success();
}

/** Liking what is liked already is refused; its code is not documented, 100 is what fits. */
function like(view: View, { id }: Item, liked: boolean): Answer {
  const item = view.state.find(id);
  if (item !== null && liked && view.state.likedByPage(item)) return badParameter('Already liked.');
  view.state.commit({ op: 'like', atMs: view.state.nowMs(), id, liked });
  return success();
}

function remove(view: View, item: Item): Answer {
  const refused = isByPage(view, item) ? null : lacking(view, 'pages_read_user_content');
  if (refused !== null) return refused;
  view.state.commit({ op: 'delete', atMs: view.state.nowMs(), id: item.id });
  return success();
}

function writeItem(view: View, item: Item, { method, path, query }: GraphRequest): Answer {
  const edge = path[1];
  if (edge === 'likes') return like(view, item, method === 'POST');
  if (edge === undefined && method === 'DELETE') return remove(view, item);
  if (edge === undefined) return change(view, item, query);
  if (edge === 'comments' && method === 'POST') return comment(view, item, query);
  return badParameter(`Unsupported ${method.toLowerCase()} request.`);
}

/** Answers a POST or DELETE. */
export function write(view: View, request: GraphRequest): Answer {
  const [first = '', edge] = request.path;
  const id = first === 'me' ? view.grant.subjectId : first;
  if (id === view.state.info.id) {
    if (edge === 'messages' && request.method === 'POST') return sendPrivately(view, request.query);
    if (edge === 'blocked') return changeBlocked(view, request);
    return badParameter(`Unsupported ${request.method.toLowerCase()} request.`);
  }
  const picture = instagramItem(view, id);
  if (picture !== null) return writeInstagram(view, picture, request);
  const item = view.state.find(id);
  if (item === null) return noSuchObject(id);
  if (view.grant.type === 'USER') return forbidden('This needs a page access token.');
  return lacking(view, 'pages_manage_engagement') ?? writeItem(view, item, request);
}
