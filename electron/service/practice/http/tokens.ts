import { answer, badParameter, type Answer } from './answers.ts';
import { renderPage } from './nodes.ts';
import { plainField } from './fields.ts';
import type { Query } from './query.ts';
import type { View } from './view.ts';

const SCOPES = [
  'pages_show_list',
  'pages_read_engagement',
  'pages_read_user_content',
  'pages_manage_engagement',
  'public_profile',
];

/** What a token is good for. The page's own never expires. */
export function debugToken(view: View, query: Query): Answer {
  const asked = query.get('input_token');
  if (asked === undefined) return badParameter('The parameter input_token is required.');
  if (asked !== view.token) {
    const error = { code: 190, message: 'The token cannot be read.' };
    return answer({ data: { is_valid: false, scopes: [], error } });
  }
  const { id } = view.state.info;
  const granular = SCOPES.filter((scope) => scope.startsWith('pages_'));
  return answer({
    data: {
      app_id: '100000000000001',
      application: 'Riscontro practice',
      type: 'PAGE',
      profile_id: id,
      is_valid: true,
      expires_at: 0,
      data_access_expires_at: 0,
      scopes: SCOPES,
      granular_scopes: granular.map((scope) => ({ scope, target_ids: [id] })),
    },
  });
}

/** The pages of whoever holds the token: this one. */
export function myAccounts(view: View): Answer {
  const fields = ['access_token', 'category', 'name', 'tasks'].map(plainField);
  return answer({ data: [renderPage(view, fields)] });
}
