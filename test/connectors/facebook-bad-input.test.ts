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
    expect(end).toEqual({ ok: false, error: { code, details: { graphCode } } });
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
    const plan = { depth: 'complete', knownPosts: new Map(), signal } as const;
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

describe('an item that is broken', () => {
  const at = (item: unknown): Promise<Awaited<ReturnType<typeof readAll>>> =>
    startGraph({
      [FEED]: { data: [graphPost(OWN)] },
      [`${OWN}/comments`]: { data: [graphComment('a'), item, graphComment('z')] },
    }).then((started) => {
      server = started;
      return readAll(accountAt(started.origin));
    });

  test.each([
    ['no object', 7, null, 'item_bad_shape', ''],
    ['null', null, null, 'item_bad_shape', ''],
    ['without an id', graphComment('b', { id: undefined }), null, 'item_no_id', ': id'],
    ['with an empty id', graphComment('b', { id: '' }), null, 'item_no_id', ': id'],
    ['with a number as id', graphComment('b', { id: 9 }), null, 'item_bad_shape', ': id'],
    [
      'with a number as text',
      graphComment('b', { message: 9 }),
      'b',
      'item_bad_shape',
      ': message',
    ],
    ['with a text as author', graphComment('b', { from: 'u' }), 'b', 'item_bad_shape', ': from'],
    [
      'with a broken parent',
      graphComment('b', { parent: {} }),
      'b',
      'item_bad_shape',
      ': parent.id',
    ],
    ['of 1969', dated('1969-12-31T23:59:59+0000'), 'b', 'item_bad_date', ': created_time'],
    ['of 2099', dated('2099-01-01T00:00:00+0000'), 'b', 'item_bad_date', ': created_time'],
    ['of 30 February', dated('2026-02-30T00:00:00+0000'), 'b', 'item_bad_date', ': created_time'],
    ['of no date', dated(undefined), 'b', 'item_bad_date', ': created_time'],
    ['of a number as date', dated(1_411_217_988), 'b', 'item_bad_date', ': created_time'],
  ] as const)(
    '%s is set aside with its reason',
    async (_what, item, externalId, reason, ...[field]) => {
      const { all, end } = await at(item);
      expect(all.setAside).toEqual([{ externalId, reason, detail: `${OWN}/comments${field}` }]);
      expect(all.messages.map((message) => message.externalId)).toEqual(['a', 'z']);
      expect(end).toMatchObject({ ok: true, value: { complete: true } });
    },
  );

  test('by its id still counts as there; one without an id makes the listing prove nothing', async () => {
    expect((await at(dated('1969-12-31T23:59:59+0000'))).all.complete[0]?.seen).toEqual([
      'a',
      'b',
      'z',
    ]);
    await server?.close();
    expect((await at(graphComment('b', { id: undefined }))).all.complete).toEqual([]);
  });

  test('does not take its replies along', async () => {
    const reply = graphComment('r', { parent: { id: 'b' } });
    const broken = graphComment('b', { created_time: 'x', comments: { data: [reply] } });
    const { all } = await at(broken);
    expect(all.messages.map((message) => message.conversationExternalId)).toEqual(['a', 'z', 'b']);
  });

  test('among the posts is set aside, and its neighbours are read', async () => {
    const posts = [graphPost(OWN), { id: BROKEN, created_time: 'yesterday' }, graphPost(LAST)];
    server = await startGraph({ [FEED]: { data: posts } });
    const { all } = await readAll(accountAt(server.origin));
    expect(all.contexts.map((context) => context.externalId)).toEqual([OWN, LAST]);
    expect(all.setAside).toEqual([
      { externalId: BROKEN, reason: 'item_bad_date', detail: `${FEED}: created_time` },
    ]);
  });
});

const dated = (created_time: unknown): object => graphComment('b', { created_time });

describe('a comment that is odd but true', () => {
  const read = async (over: object): Promise<Awaited<ReturnType<typeof readAll>>['all']> => {
    server = await startGraph({
      [FEED]: { data: [graphPost(OWN)] },
      [`${OWN}/comments`]: { data: [graphComment('c1', over)] },
    });
    return (await readAll(accountAt(server.origin))).all;
  };

  test.each([
    ['8,000 emoji', '😀'.repeat(8_000)],
    ['a script', '<script>alert(1)</script>'],
    ['bidi marks', 'abc \u202Egnp.exe\u202C \u2066x\u2069'],
    ['a NUL and other controls', 'a\u0000b\u0007c'],
    ['joined emoji and combining marks', '👨‍👩‍👧‍👦 e\u0301 ﷺ'],
    ['as much as is kept', 'à'.repeat(1_000_000)],
  ])('%s pass unchanged', async (_what, message) => {
    const { messages, setAside } = await read({ message });
    expect([messages[0]?.text === message, setAside]).toEqual([true, []]);
  });

  test('10 MB of text: a million characters are kept, and a note says so', async () => {
    const { messages, setAside } = await read({ message: 'x'.repeat(10 * 1024 * 1024) });
    expect(messages[0]?.text).toHaveLength(1_000_000);
    expect(setAside).toEqual([
      {
        externalId: 'c1',
        reason: 'item_bad_shape',
        detail: `${OWN}/comments: message: 1000000 of 10485760 characters kept`,
      },
    ]);
  });

  test('half a surrogate pair becomes a replacement character', async () => {
    expect((await read({ message: 'a\ud83d b' })).messages[0]?.text).toBe('a\uFFFD b');
  });

  test.each([
    ['without an author', { from: undefined }, { externalId: null, name: null }],
    ['with an author of null', { from: null }, { externalId: null, name: null }],
    ['with an author without a name', { from: { id: 'u' } }, { externalId: 'u', name: null }],
  ])('%s is kept', async (_what, over, author) => {
    expect((await read(over)).messages).toMatchObject([{ author, byBrand: false }]);
  });

  test('without text is kept with its attachment', async () => {
    const attachment = {
      type: 'sticker',
      url: 'https://example.test/s',
      media: { image: { src: 'https://example.test/s.png' } },
    };
    expect((await read({ message: undefined, attachment })).messages).toMatchObject([
      { text: '', attachments: [{ kind: 'sticker', url: 'https://example.test/s', title: null }] },
    ]);
  });

  test('with broken decoration is kept without it', async () => {
    const over = {
      attachment: 'x',
      message_tags: 'x',
      is_hidden: 'maybe',
      permalink_url: 'javascript:alert(1)',
      comments: 'x',
      unheard_of: { a: 1 },
    };
    expect((await read(over)).messages).toMatchObject([
      { attachments: [], addressees: [], hidden: false, permalink: null },
    ]);
  });

  test('names the people it tags, once each', async () => {
    const tag = (id: string): object => ({ id, name: 'X', type: 'user', offset: 0, length: 1 });
    const over = { message_tags: [tag('1'), tag('2'), tag('1'), 'x'], is_hidden: true };
    expect((await read(over)).messages).toMatchObject([{ addressees: ['1', '2'], hidden: true }]);
  });

  test.each([
    ['2014-09-20T12:59:48+0000', Date.UTC(2014, 8, 20, 12, 59, 48)],
    ['2026-09-20T12:59:48.123Z', Date.UTC(2026, 8, 20, 12, 59, 48)],
    ['2026-09-20T14:59:48+02:00', Date.UTC(2026, 8, 20, 12, 59, 48)],
    ['2026-10-02T11:59:59+0000', Date.UTC(2026, 9, 2, 11, 59, 59)],
    ['2004-02-04T00:00:00+0000', Date.UTC(2004, 1, 4)],
  ])('of %s is of that instant', async (created_time, ms) => {
    expect((await read({ created_time })).messages[0]?.createdAtMs).toBe(ms);
  });
});
