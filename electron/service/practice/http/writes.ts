import type { Item } from '../world/items.ts';
import { answer, badParameter, graphError, noSuchObject, type Answer } from './answers.ts';
import { parseFields } from './fields.ts';
import { renderItem } from './nodes.ts';
import type { GraphRequest, Query } from './query.ts';
import type { View } from './view.ts';

/** The longest comment the platform takes, in UTF-16 units; told by several third parties. */
const MAX_MESSAGE = 8000;

const success = (): Answer => answer({ success: true });
const isOwn = (view: View, item: Item): boolean => item.from?.id === view.state.info.id;

/** Returns what is wrong with a text, or null. */
function messageTrouble(message: string): Answer | null {
  if (message.trim() === '') return badParameter('The parameter message is required.');
  return message.length > MAX_MESSAGE ? badParameter('The parameter message is too long.') : null;
}

function comment(view: View, target: Item, query: Query): Answer {
  const text = query.get('message') ?? '';
  const trouble = messageTrouble(text);
  if (trouble !== null) return trouble;
  const { id, name } = view.state.info;
  const written = view.state.write({ target, text, from: { id, name } });
  const fields = parseFields(query.get('fields') ?? '');
  return fields.ok && fields.value.length > 0
    ? answer(renderItem(view, written, fields.value))
    : answer({ id: written.id });
}

/** Hides, shows or edits. The page's own words cannot be hidden, nor those of others edited. */
function change(view: View, item: Item, query: Query): Answer {
  const [text, hidden] = [query.get('message'), query.get('is_hidden')];
  if (text === undefined && hidden === undefined) return badParameter('Nothing to change.');
  if (hidden !== undefined) {
    if (isOwn(view, item)) return graphError({ code: 200, message: 'This cannot be hidden.' });
    view.state.hide(item, hidden === 'true' || hidden === '1');
  }
  if (text !== undefined) {
    if (!isOwn(view, item)) return graphError({ code: 200, message: 'Only its author may edit.' });
    const trouble = messageTrouble(text);
    if (trouble !== null) return trouble;
    view.state.edit(item, text);
  }
  return success();
}

function like(view: View, item: Item, liked: boolean): Answer {
  if (liked && view.state.likedByPage(item)) return badParameter('Already liked.');
  view.state.like(item, liked);
  return success();
}

/** Answers a POST or DELETE. */
export function write(view: View, { method, path, query }: GraphRequest): Answer {
  const [id = '', edge] = path;
  const item = view.state.find(id);
  if (item === null) return noSuchObject(id);
  if (edge === 'likes') return like(view, item, method === 'POST');
  if (edge === undefined && method === 'DELETE') {
    view.state.remove(item);
    return success();
  }
  if (edge === undefined) return change(view, item, query);
  if (edge === 'comments' && method === 'POST') return comment(view, item, query);
  return badParameter(`Unsupported ${method.toLowerCase()} request.`);
}
