import { answer, badParameter, type Answer } from './answers.ts';
import { lacking } from './permissions.ts';
import type { GraphRequest, Query } from './query.ts';
import type { View } from './view.ts';

/** `GET /{page}/blocked[?user=]`: who is kept away. Reference "Page Blocked", v26. */
export function readBlocked(view: View, query: Query): Answer {
  const refused = lacking(view, 'pages_manage_engagement');
  if (refused !== null) return refused;
  const user = query.get('user');
  const ids = view.state.blocked().filter((id) => user === undefined || id === user);
  const known = view.state.everything();
  const named = (id: string) => known.find(({ from }) => from?.id === id)?.from?.name;
  return answer({ data: ids.map((id) => ({ id, name: named(id) })) });
}

/** `POST` keeps people away (`user=1,2`), `DELETE` lets one back in. */
export function changeBlocked(view: View, { method, query }: GraphRequest): Answer {
  const refused = lacking(view, 'pages_manage_engagement');
  if (refused !== null) return refused;
  const ids = (query.get('user') ?? query.get('asid') ?? '').split(',').filter((id) => id !== '');
  if (ids.length === 0) return badParameter('The parameter user is required.');
  if (ids.includes(view.state.info.id)) return badParameter('A page cannot block itself.');
  const atMs = view.state.nowMs();
  const blocked = method === 'POST';
  for (const id of ids) view.state.commit({ op: 'block', atMs, id, blocked });
  return answer(blocked ? Object.fromEntries(ids.map((id) => [id, true])) : { success: true });
}
