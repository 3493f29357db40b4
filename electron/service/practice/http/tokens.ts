import { PRACTICE_APP, PRACTICE_USER } from './access.ts';
import { answer, badParameter, graphError, type Answer } from './answers.ts';
import { connectionOf } from './connection.ts';
import { deadSubcode, DEAD_TOKENS, type Grant } from './grants.ts';
import { neighboursOf } from './neighbours.ts';
import { pageOf } from './node-fields.ts';
import { renderPage, unknownField } from './nodes.ts';
import { lacking } from './permissions.ts';
import type { Query } from './query.ts';
import { fieldsFor, isAnswer } from './render.ts';
import type { View } from './view.ts';
import { entriesOf } from './window.ts';

const seconds = (instantMs: number): number =>
  instantMs === Infinity ? 0 : Math.floor(instantMs / 1000);
/** Data of a login is open for 90 days. */
const DATA_ACCESS_MS = 90 * 24 * 3_600_000;

/** The refusal of a dead token, as every call with it gets it. */
export function deadToken(subcode: number): Answer {
  const why = DEAD_TOKENS[subcode] ?? 'The session is no longer valid.';
  return graphError({ code: 190, subcode, message: `Error validating access token: ${why}` });
}

function granular(view: View, { scopes, type, subjectId }: Grant): readonly object[] {
  const { id, instagram } = view.state.info;
  const pages = type === 'PAGE' ? [subjectId] : [id, ...neighboursOf(id).map((one) => one.id)];
  return scopes
    .filter((scope) => /^(pages|instagram)_/.test(scope))
    .map((scope) => ({
      scope,
      target_ids: scope.startsWith('pages_') ? pages : instagram === null ? [] : [instagram.id],
    }));
}

/** What a token is good for. The page's own never expires. */
export function debugToken(view: View, query: Query): Answer {
  const asked = query.get('input_token');
  if (asked === undefined) return badParameter('The parameter input_token is required.');
  const grant = view.access.grant(asked);
  if (grant === null) {
    const error = { code: 190, message: 'The token cannot be read.' };
    return answer({ data: { is_valid: false, scopes: [], error } });
  }
  const subcode = deadSubcode(grant, view.state.nowMs());
  const message = DEAD_TOKENS[subcode ?? 0] ?? '';
  const { type, subjectId, scopes, expiresAtMs, issuedAtMs } = grant;
  return answer({
    data: {
      app_id: PRACTICE_APP.id,
      application: PRACTICE_APP.name,
      type,
      ...(type === 'PAGE' ? { profile_id: subjectId } : {}),
      user_id: PRACTICE_USER.id,
      is_valid: subcode === null,
      ...(subcode === null ? {} : { error: { code: 190, subcode, message } }),
      issued_at: seconds(issuedAtMs),
      expires_at: seconds(expiresAtMs),
      data_access_expires_at: type === 'PAGE' ? 0 : seconds(issuedAtMs + DATA_ACCESS_MS),
      scopes,
      granular_scopes: granular(view, grant),
    },
  });
}

/** The pages of whoever holds the token: of a person many, of a page itself. */
export function myAccounts(view: View, query: Query): Answer {
  const { id } = view.state.info;
  const refused = lacking(view, 'pages_show_list');
  const asked = refused ?? fieldsFor(query, (list) => unknownField('page', list), 'page');
  if (isAnswer(asked)) return asked;
  const unasked = ['access_token', 'category', 'name', 'tasks'];
  const fields =
    asked.length > 0 ? asked : unasked.map((name) => ({ name, modifiers: new Map(), fields: [] }));
  const { type, subjectId } = view.grant;
  const ids = type === 'PAGE' ? [subjectId] : [id, ...neighboursOf(id).map((one) => one.id)];
  const pages = ids.map((one, seq) => ({ page: pageOf(view, one), seq }));
  const entries = entriesOf(pages, ({ seq }) => seq);
  const listing = { entries, order: 'chronological', totalCount: ids.length } as const;
  const render = ({ page }: (typeof pages)[number]): unknown =>
    page === null ? null : renderPage(view, page, fields);
  const body = connectionOf({ view, listing, path: 'me/accounts', query, fields, render });
  return body === null ? badParameter('A limit or cursor cannot be read.') : answer(body);
}

/** The person behind a user token. */
export function readUser(view: View, [, edge]: readonly string[]): Answer {
  if (edge === undefined) return answer(PRACTICE_USER);
  if (edge !== 'permissions') return graphError({ code: 2500, message: `No ${edge}.` });
  const data = view.grant.scopes.map((permission) => ({ permission, status: 'granted' }));
  return answer({ data });
}
