import type { ServerResponse } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import { sendJson, startLoopback, type LoopbackServer } from '../support/loopback-server.ts';
import {
  accountAt,
  facebook,
  graphComment,
  graphPost,
  PAGE_ID,
  readAll,
  startGraph,
} from '../support/facebook-reads.ts';

let server: LoopbackServer | null = null;

afterEach(async () => {
  await server?.close();
  server = null;
});

const FEED = `${PAGE_ID}/feed`;
const OWN = `${PAGE_ID}_1`;
const BROKEN = `${PAGE_ID}_2`;
const LAST = `${PAGE_ID}_3`;

const send = (response: ServerResponse, status: number, body: string): void => {
  response.writeHead(status, { 'content-type': 'text/html' });
  response.end(body);
};

/** Every way in which an answer can be none, and the reason that is told. */
const BAD_ANSWERS: readonly [string, string, (response: ServerResponse) => void][] = [
  ['a web page', 'not_json', (response) => send(response, 200, '<!DOCTYPE html><h1>Wi-Fi</h1>')],
  ['an error 500', 'server_error', (response) => send(response, 500, '<h1>Sorry</h1>')],
  ['an empty error 502', 'server_error', (response) => send(response, 502, '')],
  ['an empty body', 'empty_answer', (response) => send(response, 200, '')],
  ['half a JSON', 'cut_answer', (response) => send(response, 200, '{"data":[{"id":"1')],
  ['a redirect', 'not_json', (response) => send(response, 302, 'moved')],
  ['a list that is none', 'bad_shape', (response) => sendJson(response, { data: 'x' })],
  ['a number', 'bad_shape', (response) => sendJson(response, 42)],
  [
    'a 404 without Graph’s error',
    'bad_shape',
    (response) => sendJson(response, {}, { status: 404 }),
  ],
  [
    'a 429 without Graph’s error',
    'throttled',
    (response) => sendJson(response, {}, { status: 429 }),
  ],
  ['a connection closed before the answer', 'cut_answer', (response) => response.destroy()],
  [
    'a connection closed in the middle',
    'cut_answer',
    (response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('{"data":[');
      setImmediate(() => response.destroy());
    },
  ],
];

describe('an answer that is none', () => {
  test.each(BAD_ANSWERS)('to the feed: %s gives %s', async (_what, code, answer) => {
    server = await startLoopback((_request, response) => answer(response));
    const { end, steps } = await readAll(accountAt(server.origin));
    expect(end).toMatchObject({ ok: false, error: { code } });
    expect(steps).toEqual([]);
  });

  test.each(BAD_ANSWERS.filter(([, code]) => code !== 'throttled'))(
    'to one post’s comments: %s gives %s there, and the rest goes on',
    async (_what, code, answer) => {
      server = await startLoopback(({ url }, response) => {
        if (url.pathname.endsWith('/feed')) {
          sendJson(response, { data: [OWN, BROKEN, LAST].map((id) => graphPost(id)) });
        } else if (url.pathname.includes(BROKEN)) answer(response);
        else sendJson(response, { data: [graphComment(url.pathname)] });
      });
      const { all, end } = await readAll(accountAt(server.origin));
      expect(all.failures).toMatchObject([{ rootExternalId: BROKEN, error: { code } }]);
      expect(all.messages).toHaveLength(2);
      expect(all.complete.map((listing) => listing.rootExternalId)).toEqual([OWN, LAST]);
      expect(end.ok && [end.value.complete, [...end.value.posts.keys()]]).toEqual([
        false,
        [OWN, LAST],
      ]);
    },
  );

  test('that never comes ends at the time-out', async () => {
    server = await startLoopback(() => undefined);
    const page = await facebook({ totalMs: 50 }).identify(accountAt(server.origin));
    expect(page).toEqual({ ok: false, error: { code: 'timeout', details: { afterMs: 50 } } });
  });

  test('that never ends does so too', async () => {
    server = await startLoopback((_request, response) => response.write('{"id":"'));
    const page = await facebook({ totalMs: 50 }).identify(accountAt(server.origin));
    expect(page).toMatchObject({ ok: false, error: { code: 'timeout' } });
  });

  test('from nobody: offline', async () => {
    server = await startLoopback(() => undefined);
    const { origin } = server;
    await server.close();
    server = null;
    expect((await readAll(accountAt(origin))).end).toEqual({
      ok: false,
      error: { code: 'offline', details: { cause: 'ECONNREFUSED' } },
    });
  });

  test('larger than the limit is not taken in', async () => {
    const big = 'x'.repeat(33 * 1024 * 1024);
    server = await startGraph({ [FEED]: { data: [graphPost(OWN, { message: big })] } });
    expect((await readAll(accountAt(server.origin))).end).toMatchObject({
      ok: false,
      error: { code: 'bad_shape' },
    });
  });

  test('over plain HTTP beyond this computer is not even asked for', async () => {
    const { end } = await readAll(accountAt('http://graph.example.test'));
    expect(end).toMatchObject({ ok: false, error: { code: 'bad_input' } });
  });
});

describe('a list that does not end', () => {
  test.each([
    ['the same cursor again', () => 'same'],
    ['ever new cursors for the same items', (count: number) => `c${count}`],
  ])('%s: what was read is kept, and the list is named', async (_what, cursor) => {
    let count = 0;
    server = await startGraph({
      [FEED]: { data: [graphPost(OWN)] },
      [`${OWN}/comments`]: () => {
        const next = `${server?.origin}/v26.0/${OWN}/comments?after=${cursor(count++)}`;
        return { data: [graphComment('c1')], paging: { next } };
      },
    });
    const { all, end } = await readAll(accountAt(server.origin));
    expect(all.messages.map((message) => message.externalId)).toEqual(['c1']);
    expect(all.complete).toEqual([]);
    expect(all.failures).toEqual([
      {
        rootExternalId: OWN,
        error: { code: 'endless_paging', details: { edge: `${OWN}/comments` } },
      },
    ]);
    expect(end).toMatchObject({ ok: true, value: { complete: false } });
  });

  test('of the feed itself: the posts are kept', async () => {
    server = await startGraph({
      [FEED]: () => ({
        data: [graphPost(OWN)],
        paging: { next: `${server?.origin}/v26.0/${FEED}?after=same` },
      }),
    });
    const { all, end } = await readAll(accountAt(server.origin));
    expect(all.failures).toMatchObject([
      { rootExternalId: PAGE_ID, error: { code: 'endless_paging' } },
    ]);
    expect(end).toMatchObject({ ok: true, value: { complete: false } });
  });

  test('a next page on another host is not followed: the token stays', async () => {
    const paging = { next: 'https://elsewhere.example.test/v26.0/x?access_token=T' };
    server = await startGraph({ [FEED]: { data: [graphPost(OWN)], paging } });
    const { all } = await readAll(accountAt(server.origin));
    expect(all.contexts).toHaveLength(1);
    expect(all.failures).toEqual([
      {
        rootExternalId: PAGE_ID,
        error: { code: 'bad_shape', details: { edge: FEED, field: 'paging.next' } },
      },
    ]);
  });
});

describe('what ends the whole read', () => {
  test.each([
    ['a dead token', 190, 'token_dead'],
    ['too many calls', 80001, 'throttled'],
    ['a block', 368, 'blocked'],
  ])('%s in the middle (code %i)', async (_what, graphCode, code) => {
    server = await startGraph({
      [FEED]: { data: [graphPost(OWN), graphPost(BROKEN)] },
      [`${OWN}/comments`]: { error: { code: graphCode, message: 'no' } },
    });
    const { end } = await readAll(accountAt(server.origin));
    expect(end).toMatchObject({ ok: false, error: { code, details: { graphCode } } });
    expect(server.seen).toHaveLength(2);
  });

  test('a feed that may not be read', async () => {
    server = await startGraph({ [FEED]: { error: { code: 283 } } });
    expect((await readAll(accountAt(server.origin))).end).toMatchObject({
      ok: false,
      error: { code: 'permission_missing' },
    });
  });

  test('three posts in a row that run into the time-out', async () => {
    const reading = facebook({ totalMs: 60 });
    const posts = [1, 2, 3, 4, 5].map((n) => graphPost(`${PAGE_ID}_${n}`));
    server = await startLoopback(({ url }, response) => {
      if (url.pathname.endsWith('/feed')) sendJson(response, { data: posts });
    });
    const signal = new AbortController().signal;
    const none = new Map();
    const urgent = new Set<string>();
    const source = 'posts';
    const plan = {
      source,
      depth: 'complete',
      knownPosts: none,
      alreadyRead: none,
      urgent,
      signal,
    } as const;
    const steps = reading.read(accountAt(server.origin), plan);
    let next = await steps.next();
    while (next.done !== true) next = await steps.next();
    expect(next.value).toMatchObject({ ok: false, error: { code: 'timeout' } });
    expect(server.seen).toHaveLength(4);
  });

  test('being told to stop', async () => {
    const stop = new AbortController();
    server = await startLoopback(() => stop.abort());
    const { end } = await readAll(accountAt(server.origin), { signal: stop.signal });
    expect(end).toEqual({ ok: false, error: { code: 'timeout', details: { aborted: 1 } } });
  });
});
