import { describe, expect, test } from 'vitest';
import { PRACTICE_APP } from '../../electron/service/practice/index.ts';
import { startPage, type GraphObject, type PageUnderTest } from '../support/practice-client.ts';

const empty = { world: { kind: 'empty' as const } };
const DAY_S = 24 * 3600;
const REDIRECT = 'https://www.facebook.com/connect/login_success.html';
const APP = { client_id: PRACTICE_APP.id, client_secret: PRACTICE_APP.secret };

type Json = Readonly<Record<string, unknown>>;

/** GET without a token; status and body. */
async function plain({ page }: PageUnderTest, path: string, query: Record<string, string>) {
  const address = `${page.url}/${path}?${new URLSearchParams(query).toString()}`;
  const response = await fetch(address, { redirect: 'manual' });
  const text = await response.text();
  const location = response.headers.get('location');
  return { status: response.status, text, location, json: () => JSON.parse(text) as Json };
}

/** Presses one of the two buttons of the login dialog; where it leads. */
async function login(under: PageUnderTest, choice: 'continue' | 'cancel', more: Json = {}) {
  const asked = { client_id: APP.client_id, redirect_uri: REDIRECT, state: 'abc', ...more };
  const { text } = await plain(under, 'dialog/oauth', asked as Record<string, string>);
  const hidden = /<input type="hidden" name="([^"]*)" value="([^"]*)">/g;
  const kept = [...text.matchAll(hidden)].map(([, name = '', value = '']) => [name, value]);
  const [name = '', value = ''] =
    new RegExp(`id="${choice}" name="([^"]+)" value="([^"]+)"`).exec(text)?.slice(1) ?? [];
  const form = { ...(Object.fromEntries(kept) as Record<string, string>), [name]: value };
  const { location } = await plain(under, 'dialog/oauth', form);
  return new URL(location ?? 'http://nowhere.invalid');
}

const exchange = (under: PageUnderTest, query: Record<string, string>) =>
  plain(under, 'oauth/access_token', { ...APP, ...query });

describe('logging in', () => {
  test('goes from the dialog by a code to a short, then a long-lived token, and to many pages', async () => {
    const under = await startPage(empty);
    const scope = 'pages_show_list,pages_read_engagement,pages_messaging';
    const back = await login(under, 'continue', { scope });
    expect(`${back.origin}${back.pathname}`).toBe(REDIRECT);
    expect(back.searchParams.get('state')).toBe('abc');
    const code = back.searchParams.get('code') ?? '';
    const short = (await exchange(under, { code, redirect_uri: REDIRECT })).json();
    expect(short['expires_in']).toBe(7200);
    const swap = {
      grant_type: 'fb_exchange_token',
      fb_exchange_token: String(short['access_token']),
    };
    const long = (await exchange(under, swap)).json();
    expect(Number(long['expires_in']) / DAY_S).toBeCloseTo(60, 0);
    const access_token = String(long['access_token']);
    const query = { access_token, limit: '25', fields: 'id,name,access_token,tasks' };
    const first = (await plain(under, 'me/accounts', query)).json() as unknown as {
      data: readonly GraphObject[];
      paging: { next: string };
    };
    const second = (await (await fetch(first.paging.next)).json()) as { data: GraphObject[] };
    const pages = [...first.data, ...second.data];
    expect([first.data.length, pages.length]).toEqual([25, 32]);
    expect(new Set(pages.map(({ id }) => id)).size).toBe(32);
    const [own] = pages.filter(({ id }) => id === under.page.pageId);
    const feed = { access_token: String(own?.['access_token']) };
    expect((await plain(under, `${under.page.pageId}/feed`, feed)).status).toBe(200);
    expect((await plain(under, `${under.page.pageId}/visitor_posts`, feed)).json()).toMatchObject({
      error: { code: 283 },
    });
    expect((await exchange(under, { code, redirect_uri: REDIRECT })).json()).toMatchObject({
      error: { code: 100 },
    });
  });

  test('that is cancelled says so', async () => {
    const back = await login(await startPage(empty), 'cancel');
    expect(Object.fromEntries(back.searchParams)).toMatchObject({
      error: 'access_denied',
      error_reason: 'user_denied',
      state: 'abc',
    });
  });

  test.each([
    ['https://elsewhere.example/', 400],
    ['http://127.0.0.1.elsewhere.example/', 400],
    ['http://127.0.0.1:5000/back', 200],
    ['http://localhost/', 200],
    [REDIRECT, 200],
  ])('with a redirect to %s answers %i', async (redirect_uri, status) => {
    const under = await startPage(empty);
    const asked = { client_id: APP.client_id, redirect_uri };
    expect((await plain(under, 'dialog/oauth', asked)).status).toBe(status);
  });

  test.each([
    ['another app', { client_id: '1' }, 101],
    ['a wrong secret', { client_secret: 'x' }, 1],
    ['a made-up code', {}, 100],
  ])('with %s gives code %s', async (_, wrong, code) => {
    const under = await startPage(empty);
    const answer = await exchange(under, { code: 'AQ', redirect_uri: REDIRECT, ...wrong });
    expect(answer).toMatchObject({ status: 400 });
    expect(answer.json()).toMatchObject({ error: { code: expect.any(Number) } });
    expect((answer.json()['error'] as Json)['code']).toBe(code);
  });
});

describe('a token', () => {
  test('of a person reads no comments: the list is empty, and no error tells', async () => {
    const under = await startPage(empty);
    const parent = under.page.control.snapshot().posts[0]?.id ?? '';
    under.page.control.writeComment({ parent, text: 'Ci siete?' });
    const read = async (access_token: string) =>
      (await plain(under, `${parent}/comments`, { access_token })).json()['data'];
    expect(await read(under.page.token)).toHaveLength(1);
    expect(await read(under.page.userToken)).toEqual([]);
  });

  test('is described: kind, app, permissions, what they reach', async () => {
    const under = await startPage(empty);
    const { token, userToken, pageId } = under.page;
    const describeToken = async (input_token: string) =>
      (await under.get<{ data: Json }>(`debug_token?input_token=${input_token}`)).data;
    expect(await describeToken(token)).toMatchObject({
      type: 'PAGE',
      app_id: PRACTICE_APP.id,
      is_valid: true,
      expires_at: 0,
      scopes: expect.arrayContaining(['pages_messaging']),
      granular_scopes: expect.arrayContaining([{ scope: 'pages_messaging', target_ids: [pageId] }]),
    });
    expect(await describeToken(userToken)).toMatchObject({ type: 'USER', is_valid: true });
    expect((await describeToken('other'))['is_valid']).toBe(false);
  });

  test.each([458, 459, 460, 463, 464, 467, 492])(
    'that is dead with subcode %i says so at every call, and to the app',
    async (subcode) => {
      const under = await startPage(empty);
      const { token, pageId } = under.page;
      await under.control('POST', 'token', { subcode });
      const dead = { code: 190, error_subcode: subcode };
      expect(await under.get<object>(`${pageId}/feed`)).toMatchObject({ error: dead });
      const access_token = `${PRACTICE_APP.id}|${PRACTICE_APP.secret}`;
      const told = await plain(under, 'debug_token', { input_token: token, access_token });
      expect(told.json()).toMatchObject({
        data: { is_valid: false, error: { code: 190, subcode } },
      });
      await under.control('POST', 'token', { revive: true });
      expect(await under.get(`${pageId}/feed`)).toHaveProperty('data');
    },
  );

  test.each([
    ['pages_read_engagement', 'GET', 'PAGE/feed', 10],
    ['pages_read_user_content', 'GET', 'PAGE/visitor_posts', 283],
    ['pages_read_user_content', 'GET', 'PAGE/tagged', 283],
    ['pages_read_user_content', 'DELETE', 'COMMENT', 283],
    ['pages_manage_engagement', 'POST', 'COMMENT/comments', 200],
    ['pages_messaging', 'GET', 'PAGE/conversations', 230],
    ['pages_messaging', 'POST', 'PAGE/messages', 230],
    ['instagram_basic', 'GET', 'ACCOUNT/media', 10],
    ['ads_read', 'GET', 'PAGE/ads_posts', 200],
  ])('without %s is refused %s %s with code %i', async (missing, method, path, code) => {
    const under = await startPage(empty);
    const { control, pageId } = under.page;
    const { posts, page } = control.snapshot();
    const comment = control.writeComment({ parent: posts[0]?.id ?? '', text: 'Ci siete?' });
    const { data } = await under.get<{ data: { scopes: string[] } }>(
      `debug_token?input_token=${under.page.token}`,
    );
    control.setToken({ scopes: data.scopes.filter((scope) => scope !== missing) });
    const target = path
      .replace('PAGE', pageId)
      .replace('COMMENT', comment)
      .replace('ACCOUNT', page.instagram?.id ?? '');
    const body =
      method === 'GET'
        ? await under.get<object>(target)
        : (await under.send(method, target, { message: 'Ciao' })).body;
    expect(body).toMatchObject({ error: { code } });
  });

  test('without pages_read_user_content leaves out who wrote', async () => {
    const under = await startPage(empty);
    const { control } = under.page;
    const parent = control.snapshot().posts[0]?.id ?? '';
    control.writeComment({ parent, text: 'Ci siete?' });
    control.ownReply({ parent, text: 'Sì' });
    control.setToken({ scopes: ['pages_read_engagement'] });
    const { data } = await under.get(`${parent}/comments?fields=from,message`);
    expect(data.map(({ from }) => from?.name)).toEqual([undefined, under.page.name]);
  });
});
