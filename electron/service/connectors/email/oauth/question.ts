import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { OauthApp } from './issuers.ts';

/** What one login is begun with, and what its answer is checked against. */
export interface LoginKeys {
  /** Comes back with the answer: an answer to somebody else's question has another. */
  readonly state: string;
  /** Proves at the exchange that the code was ours (PKCE, RFC 7636). */
  readonly verifier: string;
}

/** Returns new keys of 256 bits each. */
export const newLoginKeys = (): LoginKeys => ({ state: randomKey(), verifier: randomKey() });

const randomKey = (): string => randomBytes(32).toString('base64url');

const challengeOf = (verifier: string): string =>
  createHash('sha256').update(verifier).digest('base64url');

/**
 * Returns the address for the system's browser, or null where the issuer's is none that a person may
 * log in at: not HTTPS (plain HTTP on this computer excepted).
 */
export function questionUrl(
  { issuer, clientId }: OauthApp,
  { state, verifier }: LoginKeys,
  ask: { readonly redirectUrl: string; readonly loginHint: string | null },
): string | null {
  const url = URL.parse(issuer.authorizeUrl);
  const local = url?.protocol === 'http:' && ['127.0.0.1', 'localhost'].includes(url.hostname);
  if (url === null || (url.protocol !== 'https:' && !local)) return null;
  const params = {
    ...issuer.params,
    client_id: clientId,
    redirect_uri: ask.redirectUrl,
    response_type: 'code',
    scope: issuer.scopes.join(' '),
    state,
    code_challenge: challengeOf(verifier),
    code_challenge_method: 'S256',
    ...(ask.loginHint === null ? {} : { login_hint: ask.loginHint }),
  };
  for (const [name, value] of Object.entries(params)) url.searchParams.set(name, value);
  return url.href;
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Returns whether both are equal, in a time that does not tell how much of it is right. */
export const isSameKey = (given: string, expected: string): boolean =>
  timingSafeEqual(digest(given), digest(expected));
