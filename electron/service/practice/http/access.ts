import { createHash } from 'node:crypto';
import type { PageInfo } from '../world/items.ts';
import { ALL_SCOPES, type Grant } from './grants.ts';
import { neighboursOf } from './neighbours.ts';

const HOUR_MS = 3_600_000;
/** A long-lived user token: `expires_in` 5,183,944 s in Meta's example, about 60 days. */
const LONG_LIVED_MS = 5_183_944_000;
const SHORT_LIVED_MS = 2 * HOUR_MS;
const CODE_MS = HOUR_MS / 6;

/** The app that the practice platform knows; made up, so no secret. */
export const PRACTICE_APP = {
  id: '100000000000001',
  name: 'Riscontro practice',
  secret: '0f1e2d3c4b5a69788796a5b4c3d2e1f0',
} as const;

/** The one person who looks after the page. */
export const PRACTICE_USER = { id: '100000000000777', name: 'Responsabile Prova' } as const;

/** What a login code stands for until it is exchanged, once. */
interface LoginCode {
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  readonly untilMs: number;
}

/** Changes that a trainer or a test makes to a token. */
export interface GrantChange {
  readonly dead?: number | null;
  readonly scopes?: readonly string[];
}

/** Who may do what on the practice platform: tokens, login codes, permissions. */
export class Access {
  readonly pageToken: string;
  readonly userToken: string;
  readonly #page: PageInfo;
  readonly #grants = new Map<string, Grant>();
  readonly #codes = new Map<string, LoginCode>();
  #issued = 0;

  constructor(page: PageInfo, pageToken: string, nowMs: number) {
    this.#page = page;
    this.pageToken = pageToken;
    this.userToken = `EAAPRACTICEUSER${tokenText(page.id)}`;
    this.#add({ token: pageToken, type: 'PAGE', subjectId: page.id }, nowMs);
    const user = { token: this.userToken, type: 'USER', subjectId: PRACTICE_USER.id } as const;
    this.#add({ ...user, expiresAtMs: nowMs + LONG_LIVED_MS }, nowMs);
    for (const { id } of neighboursOf(page.id)) {
      this.#add({ token: neighbourToken(id), type: 'PAGE', subjectId: id }, nowMs);
    }
  }

  grant(token: string): Grant | null {
    return this.#grants.get(token) ?? null;
  }

  /** Changes one token, or the page's own and the user's when none is named. */
  change(change: GrantChange, token?: string): boolean {
    const named = token === undefined ? [this.pageToken, this.userToken] : [token];
    const known = named.filter((one) => this.#grants.has(one));
    for (const one of known)
      this.#grants.set(one, { ...(this.#grants.get(one) as Grant), ...change });
    return known.length > 0;
  }

  /** A code for somebody who pressed Continue. */
  issueCode(redirectUri: string, scopes: readonly string[], nowMs: number): string {
    const code = `AQ${tokenText(`${this.#page.id}/${String((this.#issued += 1))}/${String(nowMs)}`)}`;
    this.#codes.set(code, { redirectUri, scopes, untilMs: nowMs + CODE_MS });
    return code;
  }

  /** Exchanges a code for a short-lived user token; null when it is used, old or another's. */
  redeem(code: string, redirectUri: string, nowMs: number): Grant | null {
    const known = this.#codes.get(code);
    this.#codes.delete(code);
    if (known === undefined || known.redirectUri !== redirectUri || known.untilMs < nowMs)
      return null;
    return this.#userGrant(
      code,
      { scopes: known.scopes, expiresAtMs: nowMs + SHORT_LIVED_MS },
      nowMs,
    );
  }

  /** A long-lived user token for any living user token. */
  extend(grant: Grant, nowMs: number): Grant {
    const { token, scopes } = grant;
    return this.#userGrant(`${token}/long`, { scopes, expiresAtMs: nowMs + LONG_LIVED_MS }, nowMs);
  }

  /**
   * The page token that `me/accounts` gives. From a long-lived user token with every permission it
   * is the page's lasting one; otherwise it has the permissions, and dies with, the user token.
   */
  pageTokenFor(user: Grant, pageId: string): string {
    const long = user.expiresAtMs - user.issuedAtMs > SHORT_LIVED_MS;
    if (long && user.scopes.length === ALL_SCOPES.length) {
      return pageId === this.#page.id ? this.pageToken : neighbourToken(pageId);
    }
    const token = `EAAPRACTICEPAGE${tokenText(`${user.token}/${pageId}`)}`;
    const { scopes, issuedAtMs } = user;
    const expiresAtMs = long ? Infinity : user.expiresAtMs;
    if (!this.#grants.has(token)) {
      this.#add({ token, type: 'PAGE', subjectId: pageId, scopes, expiresAtMs }, issuedAtMs);
    }
    return token;
  }

  #userGrant(seed: string, limits: Pick<Grant, 'scopes' | 'expiresAtMs'>, nowMs: number): Grant {
    const token = `EAAPRACTICEUSER${tokenText(`${seed}/${String(nowMs)}`)}`;
    return this.#add({ token, type: 'USER', subjectId: PRACTICE_USER.id, ...limits }, nowMs);
  }

  #add(part: Pick<Grant, 'token' | 'type' | 'subjectId'> & Partial<Grant>, nowMs: number): Grant {
    const grant: Grant = {
      scopes: ALL_SCOPES,
      issuedAtMs: nowMs,
      expiresAtMs: Infinity,
      dead: null,
      ...part,
    };
    this.#grants.set(grant.token, grant);
    return grant;
  }
}

const tokenText = (seed: string): string =>
  createHash('sha256').update(`practice/${seed}`).digest('base64url').replaceAll(/[-_]/g, 'Z');

const neighbourToken = (pageId: string): string => `EAAPRACTICEPAGE${tokenText(pageId)}`;
