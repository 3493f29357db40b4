import { afterEach, describe, expect, test } from 'vitest';
import {
  asksForLess,
  faultIn,
  readError,
  writeError,
} from '../../electron/service/connectors/facebook/graph-errors.ts';
import { pageSchema } from '../../electron/service/connectors/facebook/graph-schemas.ts';
import { mapComment, mapPost } from '../../electron/service/connectors/facebook/map.ts';
import { usageOf } from '../../electron/service/connectors/facebook/usage.ts';
import type { LoopbackServer } from '../support/loopback-server.ts';
import { accountAt, fixture, NOW, readAll, startGraph } from '../support/facebook-reads.ts';

let server: LoopbackServer | null = null;

afterEach(async () => {
  await server?.close();
  server = null;
});

const dataOf = (name: string): readonly unknown[] => pageSchema.parse(fixture(name)).data;

describe('recorded lists, item by item', () => {
  const feeds: readonly [string, string, string, number][] = [
    ['restfb/v2_1__feed-got', '74133697733', 'visitor_post', 25],
    [
      'python-facebook/facebook__apidata__posts__feeds_default_fields_p1',
      '19292868552',
      'visitor_post',
      5,
    ],
    [
      'python-facebook/facebook__apidata__posts__feeds_default_fields_p2',
      '19292868552',
      'visitor_post',
      5,
    ],
    ['python-facebook/facebook__apidata__posts__feed_fields_p1', '4', 'visitor_post', 5],
    ['python-facebook/facebook__apidata__posts__feed_fields_p2', '4', 'visitor_post', 5],
  ];

  // None of the later four was asked for `from`; an author that is missing is a visitor.
  test.each(feeds)('%s of page %s: %ss, all %i', (name, pageId, kind, count) => {
    const mapped = dataOf(name).map((raw) =>
      mapPost(raw, { pageId, nowMs: NOW, source: 'posts' }, 'feed'),
    );
    expect(mapped.map((one) => (one.ok ? one.value.kind : one.error))).toEqual(
      Array.from({ length: count }, () => kind),
    );
  });

  test.each([
    ['python-facebook/facebook__apidata__comments__comments_p1', '2021-08-10T18:45:03+0000', 10],
    ['python-facebook/facebook__apidata__comments__comments_p2', '2021-08-13T08:29:27+0000', 5],
  ])('%s was read without the moderator’s right: no ids', (name, firstTime, count) => {
    const mapped = dataOf(name).map((raw) =>
      mapComment({ raw, parentId: null }, { pageId: '1', nowMs: NOW }, 'comments'),
    );
    const notes = mapped.flatMap((one) => (one.ok ? [] : [one.error]));
    expect(notes[0]).toEqual({
      externalId: null,
      reason: 'item_no_id',
      detail: `comments: id of ${firstTime}`,
    });
    expect(new Set(notes.map((note) => note.detail)).size).toBe(count);
  });
});

/** Answers for `?ids=`: a map of objects by id. */
const each = (name: string): readonly unknown[] => Object.values(fixture(name) as object);

const bad = (externalId: string | null, reason: string, field: string): object => ({
  ok: false,
  error: { externalId, reason, detail: `comment: ${field}` },
});
const text = (message: string, more: object = {}): object => ({
  ok: true,
  value: { message: { text: message, ...more } },
});

describe('recorded single objects', () => {
  test.each<[string, object]>([
    [
      'restfb/v2_2__comment-issue286',
      text('new comment', { createdAtMs: Date.UTC(2015, 8, 1, 0, 17, 3) }),
    ],
    ['restfb/v2_2__comment_canHide', text('yes, really great', { hidden: false, byBrand: true })],
    ['restfb/v2_2__comment_noCanHide', text('yes, really great', { hidden: true, byBrand: true })],
    [
      'restfb/v2_9__comment-messagetags',
      bad('10156566664184478_10156576298439478', 'item_bad_date', 'created_time'),
    ],
    [
      'restfb/v2_9__comment-permalink',
      bad('1234567890987_454635354242', 'item_bad_date', 'created_time'),
    ],
    [
      'restfb/v2_9__comment-reactions',
      bad('705360702965731_705362516298883', 'item_bad_date', 'created_time'),
    ],
    ['python-facebook/facebook__apidata__comments__comment_info', text('This is really nice')],
    [
      'python-facebook/facebook__apidata__comments__create_resp',
      text('Message from api and updated', { author: { externalId: null, name: null } }),
    ],
  ])('comment %s', (name, expected) => {
    const at = { pageId: '123456789', nowMs: NOW };
    expect(mapComment({ raw: fixture(name), parentId: null }, at, 'comment')).toMatchObject(
      expected,
    );
  });

  test('comments by id', () => {
    const mapped = each('python-facebook/facebook__apidata__comments__comments_info').map((raw) =>
      mapComment({ raw, parentId: null }, { pageId: '19292868552', nowMs: NOW }, 'comments'),
    );
    expect(mapped.map((one) => one.ok)).toEqual([true, true]);
  });

  test.each<[string, string, object]>([
    [
      'restfb/v2_3__post-ishidden',
      '12345678',
      { kind: 'own', context: { text: 'just a simple test object' } },
    ],
    ['restfb/v2_3__post-ishidden', '99', { kind: 'mention', message: { hidden: true } }],
    [
      'restfb/v10_0__tagged-post',
      '99',
      { kind: 'mention', createdAtMs: Date.UTC(2021, 1, 26, 11, 49, 57) },
    ],
    [
      'python-facebook/facebook__apidata__posts__single_post_data',
      '175154750010052',
      { commentCount: 0 },
    ],
    [
      'python-facebook/facebook__apidata__posts__single_post_data_fields',
      '175154750010052',
      { commentCount: null, message: { text: '我测试一下 MyLife' } },
    ],
  ])('post %s for page %s', (name, pageId, expected) => {
    const mapped = mapPost(fixture(name), { pageId, nowMs: NOW, source: 'posts' }, 'post');
    expect(mapped).toMatchObject({ ok: true, value: expected });
  });

  test.each([
    ['python-facebook/facebook__apidata__posts__multi_posts_data'],
    ['python-facebook/facebook__apidata__posts__multi_posts_data_fields'],
  ])('posts by id: %s', (name) => {
    const at = { pageId: '19292868552', nowMs: NOW, source: 'posts' } as const;
    expect(each(name).every((raw) => mapPost(raw, at, 'post').ok)).toBe(true);
  });

  test('a post that carries no date of its own is set aside, its comments being read elsewhere', () => {
    const raw = fixture('restfb/v5_0__post-with-comment');
    expect(mapPost(raw, { pageId: '1', nowMs: NOW, source: 'posts' }, 'post')).toMatchObject({
      ok: false,
      error: { externalId: '1234567890123_456789012345', reason: 'item_bad_date' },
    });
  });
});

describe('recorded errors and headers', () => {
  test.each([
    ['restfb/exampleErrorNew', 'token_dead', 'not_sent'],
    ['restfb/oauthExampleError', 'server_error', 'unknown'],
    ['python-facebook/error', 'refused', 'rejected'],
    ['python-facebook/base__error_data', 'refused', 'rejected'],
  ])('%s is %s for a read, %s for a reply', (name, code, outcome) => {
    const fault = faultIn(fixture(name));
    expect(fault && [readError(fault).code, writeError(fault).outcome, asksForLess(fault)]).toEqual(
      [code, outcome, false],
    );
  });

  test('business usage', () => {
    const text = JSON.stringify(fixture('restfb/api__header-business'));
    expect(usageOf(new Headers({ 'x-business-use-case-usage': text }))).toEqual({
      percent: 100,
      regainMs: 600_000,
    });
  });
});

test('the recorded wall, served as it is: 25 conversations, 73 messages', async () => {
  server = await startGraph({
    me: { id: '74133697733' },
    '74133697733/feed': fixture('restfb/v2_1__feed-got'),
  });
  const { all } = await readAll(accountAt(server.origin, '74133697733'));
  expect(all.messages).toHaveLength(73);
  expect(new Set(all.messages.map((message) => message.conversationExternalId)).size).toBe(25);
  expect(all.setAside).toEqual([]);
});
