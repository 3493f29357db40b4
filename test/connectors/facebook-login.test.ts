import { afterEach, describe, expect, test } from 'vitest';
import { createFacebookLogin } from '../../electron/service/connectors/facebook/login.ts';
import type { LoginApp } from '../../electron/service/ports/login.ts';
import type { LoopbackServer, SeenRequest } from '../support/loopback-server.ts';
import {
  accountAt,
  facebook,
  PAGE_ID,
  startGraph,
  type GraphAnswers,
} from '../support/facebook-reads.ts';

let server: LoopbackServer | null = null;

afterEach(async () => {
  await server?.close();
  server = null;
});

const never = new AbortController().signal;
const login = createFacebookLogin({ wait: () => Promise.resolve() });
const REAL: LoginApp = {
  appId: '123',
  appSecret: 'SECRET-OF-THE-APP',
  baseUrl: 'https://graph.facebook.com/v26.0',
};
const ASK = { code: 'CODE-OF-THE-LOGIN', redirectUrl: 'http://127.0.0.1/end' };

async function appAt(answers: GraphAnswers): Promise<LoginApp> {
  server = await startGraph(answers);
  return { ...REAL, baseUrl: `${server.origin}/v26.0` };
}

const page = (n: number, over: object = {}): object => ({
  id: `page-${n}`,
  name: `Pagina ${n}`,
  access_token: `TOKEN-${n}`,
  tasks: ['MODERATE'],
  ...over,
});

/** Gives the short token for the code, and the long one for the short one. */
const exchange = ({ form }: SeenRequest): object => {
  const given = Object.fromEntries(form);
  const app = { client_id: '123', client_secret: REAL.appSecret };
  expect(given).toMatchObject(app);
  if (given['grant_type'] === 'fb_exchange_token') {
    expect(given['fb_exchange_token']).toBe('SHORT');
    return { access_token: 'LONG', expires_in: 5_183_944 };
  }
  expect(given).toEqual({ ...app, code: ASK.code, redirect_uri: ASK.redirectUrl });
  return { access_token: 'SHORT', expires_in: 3_600 };
};

describe('the dialog', () => {
  test('asks for a code and every permission that a source or action needs', () => {
    const url = new URL(login.dialogUrl(REAL, { redirectUrl: 'https://a.test/e', state: 's' }));
    expect(`${url.origin}${url.pathname}`).toBe('https://www.facebook.com/v26.0/dialog/oauth');
    const { scope, ...rest } = Object.fromEntries(url.searchParams);
    expect(rest).toEqual({
      client_id: '123',
      redirect_uri: 'https://a.test/e',
      state: 's',
      response_type: 'code',
    });
    const scopes = scope?.split(',') ?? [];
    expect(new Set(scopes).size).toBe(scopes.length);
    expect(scopes).toEqual(
      expect.arrayContaining([
        'pages_show_list',
        'pages_read_engagement',
        'pages_read_user_content',
        'pages_manage_engagement',
        'pages_messaging',
        'instagram_basic',
        'instagram_manage_comments',
      ]),
    );
    expect(url.href).not.toContain(REAL.appSecret);
  });

  test.each([
    [REAL.baseUrl, 'https://www.facebook.com/connect/login_success.html'],
    ['http://127.0.0.1:81/v26.0', 'http://127.0.0.1:81/connect/login_success.html'],
  ])('of %s ends at %s', (baseUrl, end) => {
    expect(login.redirectUrl({ baseUrl })).toBe(end);
  });

  test('of the practice page is on its own server', () => {
    const app = { ...REAL, baseUrl: 'http://127.0.0.1:81/v26.0' };
    const url = login.dialogUrl(app, { redirectUrl: 'http://127.0.0.1:81/e', state: 's' });
    expect(url.startsWith('http://127.0.0.1:81/dialog/oauth?')).toBe(true);
  });
});

describe('from a code to the pages', () => {
  test('code, short token, long token, and all pages beyond the first twenty-five', async () => {
    const app = await appAt({
      'oauth/access_token': exchange,
      'me/accounts': ({ url, headers }: SeenRequest) => {
        expect(headers.authorization).toBe('Bearer LONG');
        const from = Number(url.searchParams.get('after') ?? 0);
        const next = `${server?.origin}/v26.0/me/accounts?access_token=LONG&after=${from + 30}`;
        const data = Array.from({ length: 30 }, (_, n) => page(from + n));
        return { data, ...(from < 60 ? { paging: { next } } : {}) };
      },
    });
    const pages = await login.pages(app, ASK, never);
    expect(pages.ok && pages.value.length).toBe(90);
    expect(pages.ok && pages.value[89]).toEqual({
      externalId: 'page-89',
      name: 'Pagina 89',
      token: 'TOKEN-89',
      tasks: ['MODERATE'],
    });
    const addresses = server?.seen.map(({ url }) => url.href).join(' ') ?? '';
    for (const secret of [REAL.appSecret, ASK.code, 'SHORT', 'LONG']) {
      expect(addresses).not.toContain(secret);
    }
    expect(server?.seen.slice(0, 2).map(({ headers }) => headers.authorization)).toEqual([
      undefined,
      undefined,
    ]);
  });

  test.each<[string, object, string]>([
    ['an app that is none', { code: 101 }, 'app_refused'],
    ['a wrong secret', { code: 1 }, 'app_refused'],
    ['an end that is not the app’s', { code: 191 }, 'app_refused'],
    ['a code that was used', { code: 100, error_subcode: 36009 }, 'login_failed'],
    ['a token that died', { code: 190 }, 'login_failed'],
    ['too many calls', { code: 4 }, 'throttled'],
  ])('%s', async (_what, error, code) => {
    const words = `the secret ${REAL.appSecret} is wrong`;
    const app = await appAt({ 'oauth/access_token': { error: { message: words, ...error } } });
    const failed = await login.pages(app, ASK, never);
    expect(failed).toMatchObject({ ok: false, error: { code } });
    expect(JSON.stringify(failed)).not.toContain('SECRET');
    expect(server?.seen).toHaveLength(1);
  });

  test('an exchange without a token is of no use', async () => {
    const app = await appAt({ 'oauth/access_token': { token_type: 'bearer' } });
    expect(await login.pages(app, ASK, never)).toMatchObject({
      ok: false,
      error: { code: 'bad_shape' },
    });
  });
});

describe('the pages of a token', () => {
  test('are given once each; one without a token of its own is left out', async () => {
    const data = [
      page(1),
      page(1),
      page(2, { access_token: undefined }),
      page(3, { tasks: 'x' }),
      7,
    ];
    const app = await appAt({ 'me/accounts': { data } });
    const pages = await login.pagesOfToken(app, 'PASTED', never);
    expect(pages.ok && pages.value.map(({ externalId, tasks }) => [externalId, tasks])).toEqual([
      ['page-1', ['MODERATE']],
      ['page-3', []],
    ]);
  });

  test.each<[string, unknown, string]>([
    ['a dead token', { error: { code: 190, error_subcode: 463 } }, 'token_dead'],
    ['a missing permission', { error: { code: 200 } }, 'permission_missing'],
  ])('%s', async (_what, answer, code) => {
    const app = await appAt({ 'me/accounts': answer });
    const pages = await login.pagesOfToken(app, 'PASTED', never);
    expect(pages).toMatchObject({ ok: false, error: { code } });
    expect(JSON.stringify(pages)).not.toContain('PASTED');
  });

  test('that go round in circles are no list', async () => {
    const app = await appAt({
      'me/accounts': () => ({
        data: [page(1)],
        paging: { next: `${server?.origin}/v26.0/me/accounts?after=same` },
      }),
    });
    expect(await login.pagesOfToken(app, 'PASTED', never)).toMatchObject({
      ok: false,
      error: { code: 'endless_paging' },
    });
  });
});

const debug = (over: object): object => ({ data: { is_valid: true, ...over } });

describe('what a token is worth', () => {
  const PAGE = { id: PAGE_ID, name: 'Pagina' };
  const inspect = async (
    answers: GraphAnswers,
  ): ReturnType<ReturnType<typeof facebook>['inspect']> => {
    server = await startGraph({ [PAGE_ID]: PAGE, ...answers });
    return facebook().inspect(accountAt(server.origin), never);
  };

  test('all that the platform tells, for this page', async () => {
    const report = await inspect({
      [PAGE_ID]: { ...PAGE, instagram_business_account: { id: 'ig-1', username: 'pagina' } },
      debug_token: debug({
        type: 'PAGE',
        app_id: 42,
        expires_at: 0,
        data_access_expires_at: 1_800_000_000,
        scopes: ['pages_messaging', 'pages_show_list', 'instagram_basic', 'ads_read'],
        granular_scopes: [
          { scope: 'pages_messaging', target_ids: ['another-page'] },
          { scope: 'pages_show_list', target_ids: [PAGE_ID] },
          { scope: 'instagram_basic', target_ids: ['ig-1'] },
          { scope: 'ads_read', target_ids: ['act_1'] },
        ],
      }),
    });
    expect(report).toEqual({
      ok: true,
      value: {
        kind: 'page',
        appId: '42',
        scopes: ['pages_show_list', 'instagram_basic', 'ads_read'],
        expiresAtMs: null,
        dataAccessExpiresAtMs: 1_800_000_000_000,
        instagram: { externalId: 'ig-1', name: 'pagina' },
      },
    });
  });

  test.each<[string, GraphAnswers, object]>([
    ['refused: only whose it is', { debug_token: { error: { code: 100 } } }, { kind: 'page' }],
    [
      'refused to a person’s token',
      { debug_token: { error: { code: 100 } }, me: { id: 'somebody' } },
      { kind: 'user' },
    ],
    ['a person’s', { debug_token: debug({ type: 'USER' }) }, { kind: 'user' }],
    ['a system user’s', { debug_token: debug({ type: 'SYSTEM_USER' }) }, { kind: 'user' }],
    [
      'with an end',
      { debug_token: debug({ type: 'PAGE', expires_at: 1_800_000_000 }) },
      { kind: 'page', expiresAtMs: 1_800_000_000_000 },
    ],
    [
      'of odd shapes',
      { debug_token: debug({ type: 7, scopes: 'all', expires_at: 'soon', granular_scopes: [1] }) },
      { kind: 'page' },
    ],
  ])('%s', async (_what, answers, expected) => {
    const unknown = {
      appId: null,
      scopes: null,
      expiresAtMs: null,
      dataAccessExpiresAtMs: null,
      instagram: null,
    };
    expect(await inspect(answers)).toEqual({ ok: true, value: { ...unknown, ...expected } });
  });

  test.each<[string, GraphAnswers]>([
    ['that is invalid', { debug_token: debug({ is_valid: false }) }],
    ['that died', { [PAGE_ID]: { error: { code: 190 } } }],
    ['that dies meanwhile', { debug_token: { error: { code: 190 } } }],
  ])('one %s is dead', async (_what, answers) => {
    expect(await inspect(answers)).toMatchObject({ ok: false, error: { code: 'token_dead' } });
  });
});
