import { afterEach, describe, expect, test } from 'vitest';
import type { ObservedMessage } from '../../shared/domain/ingest/types.ts';
import { sendJson, startLoopback, type LoopbackServer } from '../support/loopback-server.ts';
import {
  accountAt,
  graphComment,
  graphPost,
  NOW,
  PAGE_ID,
  readAll,
  startGraph,
  type GraphAnswers,
} from '../support/facebook-reads.ts';

let server: LoopbackServer | null = null;

afterEach(async () => {
  await server?.close();
  server = null;
});

async function pageWith(answers: GraphAnswers): Promise<ReturnType<typeof accountAt>> {
  server = await startGraph(answers);
  return accountAt(server.origin);
}

const FEED = `${PAGE_ID}/feed`;
const OWN = `${PAGE_ID}_1`;

/** Thread, parent and text of each message: what belongs where. */
const places = (messages: readonly ObservedMessage[]): readonly (readonly (string | null)[])[] =>
  messages.map((message) => [
    message.conversationKind,
    message.conversationExternalId,
    message.externalId,
    message.parentExternalId,
    message.contextExternalId,
  ]);

describe('what becomes a conversation', () => {
  test('under the page’s own post each top-level comment is one, with its replies', async () => {
    const account = await pageWith({
      [FEED]: { data: [graphPost(OWN, { shares: { count: 3 } })] },
      [`${OWN}/comments`]: {
        data: [
          graphComment('c1'),
          graphComment('r1', { parent: { id: 'c1' } }),
          graphComment('c2'),
          graphComment('r2', { parent: { id: 'c2' }, from: { id: PAGE_ID, name: 'Pagina' } }),
        ],
      },
    });
    const { all, end } = await readAll(account);
    expect(all.contexts).toMatchObject([{ externalId: OWN, shareCount: 3 }]);
    expect(places(all.messages)).toEqual([
      ['comment', 'c1', 'c1', null, OWN],
      ['comment', 'c1', 'r1', 'c1', OWN],
      ['comment', 'c2', 'c2', null, OWN],
      ['comment', 'c2', 'r2', 'c2', OWN],
    ]);
    expect(all.messages.map((message) => message.byBrand)).toEqual([false, false, false, true]);
    expect(all.complete).toEqual([
      { rootExternalId: OWN, seen: ['c1', 'r1', 'c2', 'r2'], startedAtMs: NOW },
    ]);
    expect(end).toMatchObject({ ok: true, value: { complete: true } });
  });

  test('a visitor’s post is one with everything below it', async () => {
    const visitor = graphPost(`${PAGE_ID}_2`, { from: { id: 'u', name: 'Ugo' } });
    const account = await pageWith({
      [FEED]: { data: [visitor] },
      [`${PAGE_ID}_2/comments`]: {
        data: [graphComment('c1'), graphComment('r1', { parent: { id: 'c1' } })],
      },
    });
    const { all } = await readAll(account);
    expect(places(all.messages)).toEqual([
      ['visitor_post', `${PAGE_ID}_2`, `${PAGE_ID}_2`, null, null],
      ['visitor_post', `${PAGE_ID}_2`, 'c1', `${PAGE_ID}_2`, null],
      ['visitor_post', `${PAGE_ID}_2`, 'r1', 'c1', null],
    ]);
    expect(all.complete[0]?.seen).toEqual([`${PAGE_ID}_2`, 'c1', 'r1']);
  });

  const listed = { [`${PAGE_ID}/tagged`]: { data: [{ id: `${PAGE_ID}_5` }] } };

  test.each<[string, string, object, GraphAnswers, string]>([
    ['on another wall', '777_5', {}, {}, 'mention'],
    [
      'on another wall, to the page',
      '777_5',
      { to: { data: [{ id: PAGE_ID }] } },
      {},
      'visitor_post',
    ],
    ['among the mentions', `${PAGE_ID}_5`, {}, listed, 'mention'],
    ['on the wall', `${PAGE_ID}_5`, { to: { data: [{ id: PAGE_ID }] } }, listed, 'visitor_post'],
    ['that does not say', `${PAGE_ID}_5`, {}, {}, 'visitor_post'],
    ['without a wall in its id', '5', {}, {}, 'visitor_post'],
  ])('a post by somebody else %s', async (...[, id, more, answers, kind]) => {
    const post = graphPost(id, { from: { id: 'u', name: 'Ugo' }, ...more });
    const account = await pageWith({ [FEED]: { data: [post] }, ...answers });
    expect((await readAll(account)).all.messages[0]?.conversationKind).toBe(kind);
  });

  test('a mention is found behind a first page of the list that is empty', async () => {
    const account = await pageWith({
      [FEED]: { data: [graphPost(`${PAGE_ID}_5`, { from: { id: 'u', name: 'Ugo' } })] },
      [`${PAGE_ID}/tagged`]: ({ url }: { url: URL }) =>
        url.searchParams.has('after')
          ? listed[`${PAGE_ID}/tagged`]
          : { data: [], paging: { next: `${server?.origin}/v26.0/${PAGE_ID}/tagged?after=x` } },
    });
    const { all } = await readAll(account, { depth: 'index' });
    expect(all.messages[0]?.conversationKind).toBe('mention');
  });

  test('mentions that may not be listed change nothing but that', async () => {
    const account = await pageWith({
      [FEED]: { data: [graphPost(`${PAGE_ID}_5`, { from: { id: 'u', name: 'Ugo' } })] },
      [`${PAGE_ID}/tagged`]: { error: { code: 10 } },
    });
    const { all, end } = await readAll(account);
    expect([all.messages.length, all.failures]).toEqual([1, []]);
    expect(end).toMatchObject({ ok: true, value: { complete: true } });
  });

  test('a post that nobody can place, since the mentions are unreadable now, waits for the next read', async () => {
    const account = await pageWith({
      [FEED]: { data: [graphPost(`${PAGE_ID}_5`, { from: { id: 'u', name: 'Ugo' } })] },
      [`${PAGE_ID}/tagged`]: { data: 'no list' },
    });
    const { all, end } = await readAll(account);
    expect([all.messages, all.posts.size]).toEqual([[], 0]);
    expect(end).toMatchObject({ ok: true, value: { complete: false } });
  });

  test('the thread around a mention may be closed to the page: no failure', async () => {
    const account = await pageWith({
      [FEED]: { data: [graphPost('777_5', { from: { id: 'u', name: 'Ugo' } })] },
      '777_5/comments': { error: { code: 10, message: 'No permission' } },
    });
    const { all, end } = await readAll(account);
    expect([all.messages.length, all.failures, all.complete]).toEqual([1, [], []]);
    expect(end).toMatchObject({ ok: true, value: { complete: true } });
  });
});

describe('the order and pages of a list', () => {
  test('a reply that comes a page before its comment finds its thread', async () => {
    const account = await pageWith({
      [FEED]: { data: [graphPost(OWN)] },
      [`${OWN}/comments`]: ({ url }: { url: URL }) =>
        url.searchParams.get('after') === 'x'
          ? { data: [graphComment('c1')] }
          : {
              data: [
                graphComment('r2', { parent: { id: 'r1' } }),
                graphComment('r1', { parent: { id: 'c1' } }),
              ],
              paging: { next: `${server?.origin}/v26.0/${OWN}/comments?after=x` },
            },
    });
    const { all } = await readAll(account);
    expect(places(all.messages).map(([, thread, id]) => `${thread}/${id}`)).toEqual([
      'c1/c1',
      'c1/r1',
      'c1/r2',
    ]);
  });

  test('replies whose comment never comes share a thread with its id', async () => {
    const account = await pageWith({
      [FEED]: { data: [graphPost(OWN)] },
      [`${OWN}/comments`]: {
        data: [
          graphComment('r1', { parent: { id: 'lost' } }),
          graphComment('r2', { parent: { id: 'r1' } }),
        ],
      },
    });
    const { all } = await readAll(account);
    expect(places(all.messages).map(([, thread, id]) => `${thread}/${id}`)).toEqual([
      'lost/r1',
      'lost/r2',
    ]);
  });

  test('an empty page with a next one is not the end; cursors without next are', async () => {
    const pages: Record<string, object> = {
      '': { data: [graphPost(OWN)], next: 'a' },
      a: { data: [], next: 'b' },
      b: { data: [graphPost(`${PAGE_ID}_9`)] },
    };
    const account = await pageWith({
      [FEED]: ({ url }: { url: URL }) => {
        const page = pages[url.searchParams.get('after') ?? ''] as { data: unknown; next?: string };
        const next = `${server?.origin}/v26.0/${FEED}?access_token=SECRET&after=${page.next}`;
        const cursors = { before: 'z', after: 'z' };
        const paging = page.next === undefined ? { cursors } : { cursors, next };
        return { data: page.data, paging };
      },
    });
    const { all, end } = await readAll(account);
    expect(all.contexts.map((context) => context.externalId)).toEqual([OWN, `${PAGE_ID}_9`]);
    expect(end).toMatchObject({ ok: true, value: { complete: true } });
    expect(server?.seen.every(({ url }) => !url.searchParams.has('access_token'))).toBe(true);
    expect(
      server?.seen.every(({ headers }) => headers.authorization === `Bearer ${account.token}`),
    ).toBe(true);
  });

  test('where Graph asks for less data, half as many items are asked for', async () => {
    const limits: number[] = [];
    server = await startLoopback(({ url }, response) => {
      const limit = Number(url.searchParams.get('limit'));
      limits.push(limit);
      const tooMuch = { error: { code: 1, message: 'whatever it says' } };
      if (limit > 12) sendJson(response, tooMuch, { status: 500 });
      else sendJson(response, { data: [graphPost(OWN, counted(0))] });
    });
    const { end } = await readAll(accountAt(server.origin));
    expect(limits).toEqual([50, 25, 12]);
    expect(end).toMatchObject({ ok: true });
  });

  test.each([
    ['with a subcode', { code: 1, error_subcode: 1965014 }, [50, 50, 50, 50]],
    ['of the service', { code: 2 }, [50, 50, 50, 50]],
    ['that asks for less, to the last item', { code: 1 }, [50, 25, 12, 6, 3, 1, 1, 1, 1]],
  ])('a passing fault %s is tried three times more', async (_what, error, limits) => {
    server = await startLoopback((_request, response) => {
      sendJson(response, { error }, { status: 500 });
    });
    const { end } = await readAll(accountAt(server.origin));
    expect(end).toMatchObject({ ok: false, error: { code: 'server_error' } });
    expect(server.seen.map(({ url }) => Number(url.searchParams.get('limit')))).toEqual(limits);
  });

  test('comments that came inside the post are read too, with their replies', async () => {
    const embedded = {
      data: [graphComment('c1', { comments: { data: [graphComment('r1')] } })],
      paging: { next: 'https://graph.facebook.com/v1.0/x/comments?access_token=OLD' },
    };
    const account = await pageWith({ [FEED]: { data: [graphPost(OWN, { comments: embedded })] } });
    const { all } = await readAll(account);
    expect(places(all.messages).map(([, thread, id, parent]) => [thread, id, parent])).toEqual([
      ['c1', 'c1', null],
      ['c1', 'r1', 'c1'],
    ]);
  });

  test('a total that is higher than what is returned makes nobody ask again', async () => {
    const account = await pageWith({
      [FEED]: { data: [graphPost(OWN)] },
      [`${OWN}/comments`]: { data: [graphComment('c1')], summary: { total_count: 18 } },
    });
    const { end } = await readAll(account);
    expect(end).toMatchObject({ ok: true, value: { complete: true } });
    expect(server?.seen).toHaveLength(2);
  });

  test('an empty list where there should be comments is one all the same: what it lacks is asked for', async () => {
    const account = await pageWith({
      [FEED]: { data: [graphPost(OWN)] },
      [`${OWN}/comments`]: { data: [], summary: { total_count: 7 } },
    });
    const [listing] = (await readAll(account)).all.complete;
    expect(listing).toMatchObject({ rootExternalId: OWN, seen: [] });
  });
});

const counted = (total: number): object => ({
  comments: { data: [], summary: { total_count: total } },
});

describe('what a read leaves out', () => {
  const updatedAtMs = Date.UTC(2026, 8, 30, 10);
  const feed = { data: [graphPost(OWN, counted(2)), graphPost(`${PAGE_ID}_2`, counted(0))] };

  test.each([
    ['an unmoved post', 'index', { updatedAtMs, count: 2 }, 1],
    ['a post with another time', 'index', { updatedAtMs: updatedAtMs - 1, count: 2 }, 2],
    ['a post with another count', 'index', { updatedAtMs, count: 3 }, 2],
    ['everything is read when all is wanted', 'complete', { updatedAtMs, count: 2 }, 2],
  ] as const)('%s (%s)', async (_what, depth, mark, requests) => {
    const account = await pageWith({
      [FEED]: feed,
      [`${OWN}/comments`]: { data: [graphComment('c1'), graphComment('c2')] },
    });
    const { end } = await readAll(account, { depth, knownPosts: new Map([[OWN, mark]]) });
    expect(server?.seen).toHaveLength(requests);
    expect(end.ok && [...end.value.posts]).toEqual([
      [OWN, { updatedAtMs, count: 2 }],
      [`${PAGE_ID}_2`, { updatedAtMs, count: 0 }],
    ]);
  });

  test.each([
    ['index', 1],
    ['deep_index', 2],
  ] as const)('the %s reads %i pages of the feed', async (depth, pages) => {
    const account = await pageWith({
      [FEED]: ({ url }: { url: URL }) =>
        url.searchParams.has('after')
          ? { data: [graphPost(`${PAGE_ID}_2`, counted(0))] }
          : {
              data: [graphPost(OWN, counted(0))],
              paging: { next: `${server?.origin}/v26.0/${FEED}?after=a` },
            },
    });
    await readAll(account, { depth });
    expect(server?.seen).toHaveLength(pages);
  });
});

describe('posts that left the feed', () => {
  const knownPosts = new Map([[`${PAGE_ID}_7`, { updatedAtMs: NOW, count: 1 }]]);
  const missing = `${PAGE_ID}_7`;

  test('one that Graph says is gone has vanished with all below it', async () => {
    const account = await pageWith({
      [FEED]: { data: [graphPost(OWN)] },
      [missing]: { error: { code: 100, error_subcode: 33 } },
    });
    const { all } = await readAll(account, { knownPosts });
    expect(all.complete).toContainEqual({ rootExternalId: missing, seen: [], startedAtMs: NOW });
    expect(all.gone).toEqual([missing]);
  });

  test('one that is still there is read like any other', async () => {
    const account = await pageWith({
      [FEED]: { data: [graphPost(OWN)] },
      [missing]: graphPost(missing),
      [`${missing}/comments`]: { data: [graphComment('c7')] },
    });
    const { all } = await readAll(account, { knownPosts });
    expect(all.messages.map((message) => message.externalId)).toEqual(['c7']);
  });

  test('one that may not be seen for another reason is a failure, not a loss', async () => {
    const account = await pageWith({
      [FEED]: { data: [graphPost(OWN)] },
      [missing]: { error: { code: 10 } },
    });
    const { all, end } = await readAll(account, { knownPosts });
    expect(all.complete.map((listing) => listing.rootExternalId)).toEqual([OWN]);
    expect(all.failures).toMatchObject([{ rootExternalId: missing }]);
    expect(end).toMatchObject({ ok: true, value: { complete: false } });
  });
});

test('the usage figure is the highest of all that the headers tell', async () => {
  const business = {
    [PAGE_ID]: [{ type: 'pages', call_count: 3, total_cputime: 81, total_time: 4 }],
  };
  const headers = {
    'x-app-usage': '{"call_count":12,"total_cputime":0,"total_time":2}',
    'x-business-use-case-usage': JSON.stringify(business),
  };
  server = await startLoopback((_request, response) => {
    sendJson(response, { data: [] }, { headers });
  });
  expect((await readAll(accountAt(server.origin))).all.usagePercent).toBe(81);
});
