import { writeComment } from '../world/deeds.ts';
import type { Item } from '../world/items.ts';
import { answer, badParameter, graphError, type Answer } from './answers.ts';
import { isByPage } from './node-fields.ts';
import { lacking } from './permissions.ts';
import { isYes, type GraphRequest } from './query.ts';
import type { View } from './view.ts';

/** The longest comment there: Instagram Platform, "Comment Moderation". */
const MAX_TEXT = 300;

function say(view: View, target: Item, text: string): Answer {
  if (text.trim() === '') return badParameter('The parameter message is required.');
  if (text.length > MAX_TEXT) return badParameter('The parameter message is too long.');
  const { id, name } = view.state.info;
  const written = writeComment(view.state, {
    target,
    text,
    from: { id, name },
    skewMs: view.skewMs,
  });
  return answer({ id: written.id });
}

/** Answers a POST or DELETE of a picture or comment on Instagram. */
export function writeInstagram(view: View, item: Item, request: GraphRequest): Answer {
  const { method, path, query } = request;
  const refused = lacking(view, 'instagram_basic', 'instagram_manage_comments');
  if (refused !== null) return refused;
  const [, edge] = path;
  const talk = item.kind === 'comment' ? 'replies' : 'comments';
  if (method === 'POST' && edge === talk) return say(view, item, query.get('message') ?? '');
  const done = answer({ success: true });
  const [hide, at] = [query.get('hide'), { atMs: view.state.nowMs(), id: item.id }];
  if (edge !== undefined || item.kind !== 'comment') {
    return badParameter(`Unsupported ${method.toLowerCase()} request.`);
  }
  if (method === 'DELETE') {
    view.state.commit({ op: 'delete', ...at });
    return done;
  }
  if (hide === undefined) return badParameter('The parameter hide is required.');
  if (isByPage(view, item)) return graphError({ code: 200, message: 'This cannot be hidden.' });
  view.state.commit({ op: 'hide', ...at, hidden: isYes(hide) });
  return done;
}
