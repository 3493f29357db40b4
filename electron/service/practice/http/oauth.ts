import { PRACTICE_APP } from './access.ts';
import { answer, graphError, type Answer } from './answers.ts';
import { deadSubcode } from './grants.ts';
import type { Query } from './query.ts';
import { deadToken } from './tokens.ts';
import type { View } from './view.ts';

type Site = Pick<View, 'access' | 'state'>;

const refused = (message: string): Answer => graphError({ code: 100, message });

/** The app as it names itself, or what is wrong with that. */
function appTrouble(query: Query): Answer | null {
  if (query.get('client_id') !== PRACTICE_APP.id) {
    return graphError({ code: 101, message: 'Error validating application.' });
  }
  if (query.get('client_secret') === PRACTICE_APP.secret) return null;
  return graphError({ code: 1, status: 400, message: 'Error validating client secret.' });
}

/**
 * Answers `GET /oauth/access_token`: a login code or a short-lived token for a token that lives
 * longer. Meta, "Manually Build a Login Flow" and "Long-Lived Tokens", 2026.
 */
export function exchange({ access, state }: Site, query: Query): Answer {
  const trouble = appTrouble(query);
  if (trouble !== null) return trouble;
  const now = state.nowMs();
  const given = ({ token, expiresAtMs }: { token: string; expiresAtMs: number }): Answer =>
    answer({
      access_token: token,
      token_type: 'bearer',
      expires_in: Math.floor((expiresAtMs - now) / 1000),
    });
  if (query.get('grant_type') === 'client_credentials') {
    const { id, secret } = PRACTICE_APP;
    return answer({ access_token: `${id}|${secret}`, token_type: 'bearer' });
  }
  if (query.get('grant_type') === 'fb_exchange_token') {
    const grant = access.grant(query.get('fb_exchange_token') ?? '');
    if (grant?.type !== 'USER')
      return graphError({ code: 190, message: 'Invalid OAuth access token.' });
    const subcode = deadSubcode(grant, now);
    return subcode === null ? given(access.extend(grant, now)) : deadToken(subcode);
  }
  const redirect = query.get('redirect_uri') ?? '';
  const grant = access.redeem(query.get('code') ?? '', redirect, now);
  return grant === null
    ? refused('This authorization code has been used, has expired, or is for another redirect_uri.')
    : given(grant);
}
