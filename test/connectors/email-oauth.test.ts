/** Logging in to a mailbox at an issuer, and keeping its token good. */
import { request } from 'node:http';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  GOOGLE,
  microsoft,
  type OauthApp,
} from '../../electron/service/connectors/email/oauth/issuers.ts';
import {
  logInByOauth,
  type OauthLogin,
  type OauthSecret,
} from '../../electron/service/connectors/email/oauth/log-in.ts';
import { questionUrl } from '../../electron/service/connectors/email/oauth/question.ts';
import { createMailTokens } from '../../electron/service/connectors/email/oauth/tokens.ts';
import type { MailSecret } from '../../shared/domain/mail/types.ts';
import { appError } from '../../shared/kernel/app-error.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import { startIssuer, type FakeIssuer } from '../support/fake-issuer.ts';

const never = new AbortController().signal;
const NOW = Date.UTC(2026, 9, 12);
let issuer: FakeIssuer;

beforeEach(async () => {
  issuer = await startIssuer();
});
afterEach(() => issuer.server.close());

interface Page {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

/** A browser's visit; `host` is what the address bar says. */
const visit = (address: string, part: { host?: string; method?: string } = {}): Promise<Page> =>
  new Promise((resolve, reject) => {
    const { host, method = 'GET' } = part;
    const headers = host === undefined ? {} : { host };
    const sent = request(address, { method, headers }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        body += chunk;
      });
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
      );
    });
    sent.on('error', reject).end();
  });

const logIn = (
  openBrowser: OauthLogin['openBrowser'],
  part: Partial<OauthLogin> = {},
  signal = never,
) =>
  logInByOauth(
    { app: issuer.app, loginHint: 'care@example.it', openBrowser, now: () => NOW, ...part },
    signal,
  );

const approve = async (question: string): Promise<void> => {
  await visit(issuer.approve(question));
};

test('a login ends in a secret whose code was proved to be ours', async () => {
  let page: Page | null = null;
  const secret = await logIn(async (question) => {
    const asked = new URL(question).searchParams;
    expect(Object.fromEntries(asked)).toMatchObject({
      client_id: 'client',
      response_type: 'code',
      scope: 'mail offline',
      code_challenge_method: 'S256',
      login_hint: 'care@example.it',
      prompt: 'consent',
    });
    expect(asked.get('redirect_uri')).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    page = await visit(issuer.approve(question));
  });
  expect(secret).toEqual({
    ok: true,
    value: {
      kind: 'oauth',
      issuer: 'fake',
      clientId: 'client',
      clientSecret: null,
      tokenUrl: issuer.app.issuer.tokenUrl,
      refreshToken: 'refresh-1',
      accessToken: 'access-1',
      expiresAtMs: NOW + 3_600_000,
    },
  });
  expect(page).toMatchObject({
    status: 200,
    headers: { 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' },
  });
  const { headers, body } = page as unknown as Page;
  expect(headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-/);
  expect(body).toContain('Accesso ricevuto');
  expect(body).toContain('Login received');
  expect(body).not.toMatch(/<script|code-|https?:/);
  // The code travelled in a body, and only there.
  expect(issuer.server.seen.map(({ url }) => url.search)).toEqual(['']);
});

test('an answer to another question, by another name or in another way is refused and ends nothing', async () => {
  const pages: number[] = [];
  const secret = await logIn(async (question) => {
    const back = issuer.approve(question);
    const { port } = new URL(back);
    const foreign = new URL(back);
    foreign.searchParams.set('state', 'somebody-else');
    const denied = `http://127.0.0.1:${port}/?error=access_denied&state=other`;
    for (const [address, part] of [
      [foreign.href, {}],
      [denied, {}],
      [`http://127.0.0.1:${port}/`, {}],
      [`http://127.0.0.1:${port}/favicon.ico`, {}],
      [back, { host: `evil.example:${port}` }],
      [back, { method: 'POST' }],
    ] as const) {
      pages.push((await visit(address, part)).status);
    }
    await visit(back);
  });
  expect(pages.every((status) => status === 400 || status === 404)).toBe(true);
  expect(secret.ok).toBe(true);
});

test('a code that another program brings to the exchange is worth nothing', async () => {
  const stolen = await logIn(async (question) => {
    const other = new URL(question);
    // The question that was approved was not ours: its challenge belongs to another verifier.
    other.searchParams.set('code_challenge', 'x'.repeat(43));
    await visit(issuer.approve(other.href));
  });
  expect(stolen).toEqual(err(appError('login_failed', { reason: 'grant' })));
});

const refusal = (error: string) => async (question: string) => {
  const asked = new URL(question).searchParams;
  const back = new URL(asked.get('redirect_uri') ?? '');
  back.searchParams.set('error', error);
  back.searchParams.set('state', asked.get('state') ?? '');
  await visit(back.href);
};

test('who says no, gives up, comes too late or has no browser gets a reason', async () => {
  expect(await logIn(refusal('access_denied'))).toEqual(err(appError('login_cancelled')));
  expect(await logIn(refusal('invalid_scope'))).toEqual(
    err(appError('login_failed', { reason: 'issuer' })),
  );
  const stop = new AbortController();
  const given = logIn(async () => stop.abort(), {}, stop.signal);
  expect(await given).toEqual(err(appError('login_cancelled')));
  expect(await logIn(async () => {}, { withinMs: 20 })).toEqual(
    err(appError('login_failed', { reason: 'time' })),
  );
  expect(await logIn(() => Promise.reject(new Error('none')))).toEqual(
    err(appError('login_failed', { reason: 'browser' })),
  );
});

test('what an issuer answers instead of tokens is told apart', async () => {
  const cases: readonly (readonly [number, unknown, string])[] = [
    [401, { error: 'invalid_client' }, 'app_refused'],
    [400, { error: 'unauthorized_client' }, 'app_refused'],
    [503, { error: 'temporarily_unavailable' }, 'server_error'],
    [500, {}, 'server_error'],
    [429, {}, 'throttled'],
    [200, { token_type: 'Bearer' }, 'bad_shape'],
    [200, { access_token: 'only' }, 'login_failed'],
    [200, [], 'bad_shape'],
    [403, { error: { code: 7 } }, 'bad_shape'],
  ];
  for (const [status, body, code] of cases) {
    issuer.instead.push({ status, body });
    expect([body, await logIn(approve)]).toMatchObject([body, { ok: false, error: { code } }]);
  }
});

test('the questions of Google and Microsoft ask for mail, and for a token that lasts', () => {
  const ask = { redirectUrl: 'http://127.0.0.1:5000', loginHint: null };
  const paramsOf = (app: OauthApp) => {
    const url = new URL(questionUrl(app, { state: 's', verifier: 'v' }, ask) ?? '');
    return [url.origin + url.pathname, Object.fromEntries(url.searchParams)] as const;
  };
  const app = { clientId: 'client', clientSecret: null };
  expect(paramsOf({ ...app, issuer: GOOGLE })).toMatchObject([
    'https://accounts.google.com/o/oauth2/v2/auth',
    { access_type: 'offline', scope: 'https://mail.google.com/', code_challenge_method: 'S256' },
  ]);
  const [address, params] = paramsOf({ ...app, issuer: microsoft('a/../b') });
  expect(address).toBe('https://login.microsoftonline.com/a%2F..%2Fb/oauth2/v2.0/authorize');
  expect(params['scope']).toContain('offline_access');
  const plain = { ...GOOGLE, authorizeUrl: 'http://accounts.example.org/' };
  expect(questionUrl({ ...app, issuer: plain }, { state: 's', verifier: 'v' }, ask)).toBeNull();
});

/** Secrets as they are kept, and a clock. */
function keeping(part: Partial<OauthSecret> = {}) {
  const first: MailSecret = {
    kind: 'oauth',
    issuer: 'fake',
    clientId: 'client',
    clientSecret: null,
    tokenUrl: issuer.app.issuer.tokenUrl,
    refreshToken: 'refresh-0',
    accessToken: 'access-0',
    expiresAtMs: NOW + 3_600_000,
    ...part,
  };
  issuer.good.add('refresh-0');
  const kept = new Map<string, MailSecret>([['mail-1', first]]);
  const state = { nowMs: NOW, fails: false, kept };
  const tokens = createMailTokens({
    now: () => state.nowMs,
    load: async (id) => {
      const secret = kept.get(id);
      return secret === undefined ? err(appError('secret_missing')) : ok(secret);
    },
    keep: async (id, secret) => {
      if (state.fails) return err(appError('disk_full'));
      kept.set(id, secret);
      return ok(undefined);
    },
  });
  return { state, tokens };
}

const access = async (asked: Promise<{ ok: boolean }>): Promise<unknown> => {
  const given = await asked;
  return given.ok && 'value' in given ? (given.value as OauthSecret).accessToken : given;
};

test('a good token is handed out as it is, and renewed some minutes before its end', async () => {
  const { state, tokens } = keeping();
  expect(await access(tokens.secretFor('mail-1', never))).toBe('access-0');
  state.nowMs += 55 * 60_000 - 1;
  expect(await access(tokens.secretFor('mail-1', never))).toBe('access-0');
  state.nowMs += 1;
  expect(await access(tokens.secretFor('mail-1', never))).toBe('access-1');
  expect(state.kept.get('mail-1')).toMatchObject({
    refreshToken: 'refresh-1',
    expiresAtMs: state.nowMs + 3_600_000,
  });
  expect(issuer.renewals()).toBe(1);
});

test('all who ask meanwhile share one renewal; who leaves does not end it', async () => {
  const { tokens } = keeping({ expiresAtMs: NOW });
  const release = issuer.hold();
  const stop = new AbortController();
  const left = tokens.secretFor('mail-1', stop.signal);
  const others = [1, 2, 3].map(() => access(tokens.secretFor('mail-1', never)));
  stop.abort();
  expect(await left).toEqual(err(appError('timeout', { aborted: 1 })));
  release();
  expect(await Promise.all(others)).toEqual(['access-1', 'access-1', 'access-1']);
  expect(issuer.renewals()).toBe(1);
});

test('a token that a server refuses is renewed although its date is good, once for all', async () => {
  const { tokens } = keeping();
  const asked = [
    tokens.secretFor('mail-1', never),
    tokens.secretFor('mail-1', never, 'access-0'),
    tokens.secretFor('mail-1', never, 'access-0'),
  ];
  expect(await Promise.all(asked.map(access))).toEqual(['access-0', 'access-1', 'access-1']);
  expect(await access(tokens.secretFor('mail-1', never, 'access-0'))).toBe('access-1');
  expect(issuer.renewals()).toBe(1);
});

test('a revoked grant is dead; trouble on the way is not', async () => {
  const { tokens } = keeping({ expiresAtMs: NOW });
  issuer.instead.push({ status: 503, body: { error: 'temporarily_unavailable' } });
  expect(await tokens.secretFor('mail-1', never)).toMatchObject({
    error: { code: 'server_error' },
  });
  issuer.good.clear();
  expect(await tokens.secretFor('mail-1', never)).toEqual(
    err(appError('token_dead', { status: 400, oauthError: 'invalid_grant' })),
  );
  expect(await tokens.secretFor('nobody', never)).toMatchObject({
    error: { code: 'secret_missing' },
  });
});

test('a renewed secret that could not be kept is not lost: it is kept later', async () => {
  const { state, tokens } = keeping({ expiresAtMs: NOW });
  state.fails = true;
  expect(await access(tokens.secretFor('mail-1', never))).toBe('access-1');
  expect(await access(tokens.secretFor('mail-1', never))).toBe('access-1');
  state.fails = false;
  expect(await access(tokens.secretFor('mail-1', never))).toBe('access-1');
  expect(state.kept.get('mail-1')).toMatchObject({ refreshToken: 'refresh-1' });
  expect(issuer.renewals()).toBe(1);
});

test('a lifetime that is none does no harm, and an old refresh token stays where no new one is given', async () => {
  const { state, tokens } = keeping({ expiresAtMs: NOW });
  issuer.instead.push({ status: 200, body: { access_token: 'a', expires_in: 'soon' } });
  await tokens.secretFor('mail-1', never);
  expect(state.kept.get('mail-1')).toMatchObject({
    accessToken: 'a',
    refreshToken: 'refresh-0',
    expiresAtMs: NOW + 3_600_000,
  });
});

test('a password is handed out as it is', async () => {
  const { state, tokens } = keeping();
  const secret: MailSecret = { kind: 'password', password: 'pass' };
  state.kept.set('mail-1', secret);
  expect(await tokens.secretFor('mail-1', never)).toEqual(ok(secret));
});
