import { afterEach, describe, expect, test } from 'vitest';
import type { CallNote } from '../../electron/service/ports/call-meter.ts';
import type { LoopbackServer } from '../support/loopback-server.ts';
import {
  accountAt,
  graphComment,
  graphPost,
  PAGE_ID,
  readAll,
  startGraph,
  type GraphAnswers,
  type WholeRead,
} from '../support/facebook-reads.ts';

let server: LoopbackServer | null = null;

afterEach(async () => {
  await server?.close();
  server = null;
});

type Plan = NonNullable<Parameters<typeof readAll>[1]>;
type Source = NonNullable<Plan['source']>;

async function read(answers: GraphAnswers, plan: Plan): Promise<WholeRead> {
  server = await startGraph(answers);
  return readAll(accountAt(server.origin), plan);
}

const paths = (): readonly string[] =>
  (server?.seen ?? []).map(({ url }) => url.pathname.replace('/v26.0/', ''));

const OWN = `${PAGE_ID}_1`;
const UGO = { from: { id: 'u', name: 'Ugo' } };
const visitor = graphPost(OWN, UGO);
const reel = {
  id: '77',
  description: 'Un video',
  created_time: '2026-09-30T09:00:00+0000',
  permalink_url: '/reel/77/',
  likes: { data: [], summary: { total_count: 8 } },
  comments: { data: [], summary: { total_count: 1 } },
};
const review = {
  created_time: '2026-09-30T09:00:00+0000',
  reviewer: { id: 'u', name: 'Ugo' },
  review_text: 'Bravi',
  open_graph_story: { id: '88' },
};

/** Kind, source, text of the first message and what it stands under. */
const looks = ({ all }: WholeRead): readonly unknown[] =>
  all.messages.map((one) => [
    one.conversationKind,
    one.source,
    one.conversationExternalId,
    one.contextExternalId,
  ]);

describe('each list of posts', () => {
  test.each<[Source, string, object, readonly unknown[]]>([
    ['posts', 'feed', graphPost(OWN), [['comment', 'comments', 'c1', OWN]]],
    [
      'posts',
      'feed',
      graphPost(OWN, { ...UGO, to: { data: [{ id: PAGE_ID }] } }),
      [
        ['visitor_post', 'posts', OWN, null],
        ['visitor_post', 'posts', OWN, null],
      ],
    ],
    [
      'visitor_posts',
      'visitor_posts',
      visitor,
      [
        ['visitor_post', 'visitor_posts', OWN, null],
        ['visitor_post', 'visitor_posts', OWN, null],
      ],
    ],
    [
      'mentions',
      'tagged',
      { ...visitor, tagged_time: '2026-09-30T09:00:00+0000' },
      [
        ['mention', 'mentions', OWN, null],
        ['mention', 'mentions', OWN, null],
      ],
    ],
    ['ads', 'ads_posts', graphPost(OWN), [['comment', 'ads', 'c1', OWN]]],
    ['ads', 'ads_posts', graphPost(OWN, { from: undefined }), [['comment', 'ads', 'c1', OWN]]],
  ])('%s come from /%s', async (source, edge, post, expected) => {
    const done = await read(
      {
        [`${PAGE_ID}/${edge}`]: { data: [post] },
        [`${OWN}/comments`]: { data: [graphComment('c1')] },
      },
      { source },
    );
    expect(looks(done)).toEqual(expected);
    expect(done.end).toMatchObject({ ok: true, value: { complete: true } });
    expect(paths()).toEqual([`${PAGE_ID}/${edge}`, `${OWN}/comments`]);
  });

  test('Reels are videos, each with its own comments', async () => {
    const done = await read(
      {
        [`${PAGE_ID}/video_reels`]: { data: [reel, { id: '78', created_time: 'x' }] },
        '77/comments': { data: [graphComment('c1')] },
      },
      { source: 'reels' },
    );
    expect(done.all.contexts).toMatchObject([
      {
        externalId: '77',
        author: { externalId: PAGE_ID },
        text: 'Un video',
        permalink: 'https://www.facebook.com/reel/77/',
        reactionCount: 8,
        commentCount: 1,
      },
    ]);
    expect(looks(done)).toEqual([['comment', 'reels', 'c1', '77']]);
    expect(done.all.setAside).toEqual([
      {
        externalId: '78',
        reason: 'item_bad_date',
        detail: `${PAGE_ID}/video_reels: created_time`,
      },
    ]);
  });

  test.each([
    ['the same', 1, 1],
    ['another', 2, 2],
  ])('a Reel with %s number of comments', async (_what, count, calls) => {
    const mark = { updatedAtMs: Date.parse('2026-09-30T09:00:00Z'), count };
    await read(
      {
        [`${PAGE_ID}/video_reels`]: { data: [reel] },
        '77/comments': { data: [graphComment('c1')] },
      },
      { source: 'reels', depth: 'index', knownPosts: new Map([['77', mark]]) },
    );
    expect(paths()).toHaveLength(calls);
  });

  test.each<[string, object, string]>([
    ['in words', {}, 'Bravi'],
    ['with a yes', { review_text: undefined, recommendation_type: 'positive' }, '👍'],
    ['with a no', { review_text: undefined, recommendation_type: 'negative' }, '👎'],
    ['with stars', { review_text: undefined, rating: 4 }, '★★★★☆'],
    ['with nothing', { review_text: undefined }, ''],
  ])('a review %s is a conversation with what stands below it', async (_what, over, text) => {
    const done = await read(
      {
        [`${PAGE_ID}/ratings`]: { data: [{ ...review, ...over }, { created_time: 'x' }] },
        '88/comments': { data: [graphComment('c1')] },
      },
      { source: 'reviews' },
    );
    expect(looks(done)).toEqual([
      ['visitor_post', 'reviews', '88', null],
      ['visitor_post', 'reviews', '88', null],
    ]);
    expect(done.all.messages[0]).toMatchObject({
      text,
      author: { externalId: 'u', name: 'Ugo' },
      state: { canHide: false, canDelete: false },
    });
    expect(done.all.setAside).toMatchObject([{ externalId: null, reason: 'item_no_id' }]);
  });

  test.each<[number, string]>([
    [12, 'source_unavailable'],
    [200, 'permission_missing'],
  ])('that the platform refuses with code %i is %s', async (code, expected) => {
    const done = await read({ [`${PAGE_ID}/ratings`]: { error: { code } } }, { source: 'reviews' });
    expect(done.end).toMatchObject({ ok: false, error: { code: expected } });
  });

  test.each<[Source, string]>([
    ['posts', 'feed'],
    ['visitor_posts', 'visitor_posts'],
    ['reels', 'video_reels'],
    ['messenger', 'conversations'],
  ])('that is empty (%s) proves nothing to a person’s token', async (source, edge) => {
    const me = { id: 'somebody' };
    const done = await read({ [`${PAGE_ID}/${edge}`]: { data: [] }, me }, { source });
    expect(done.end).toMatchObject({ ok: false, error: { code: 'wrong_token_kind' } });
  });
});

describe('what the plan asks for', () => {
  const feed = {
    data: [graphPost(OWN), graphPost(`${PAGE_ID}_2`, UGO), graphPost(`${PAGE_ID}_3`)],
  };

  test('without comments the page’s own posts are known, and nobody’s thread is cut', async () => {
    const done = await read(
      { [`${PAGE_ID}/feed`]: feed, [`${PAGE_ID}_2/comments`]: { data: [graphComment('c2')] } },
      { withComments: false },
    );
    expect(done.all.contexts).toHaveLength(2);
    expect(done.all.messages.map((one) => one.externalId)).toEqual([`${PAGE_ID}_2`, 'c2']);
    expect(done.end.ok && [...done.end.value.posts.keys()]).toEqual([`${PAGE_ID}_2`]);
  });

  test('what somebody waits for is read first, wherever in the list it stands', async () => {
    const last = `${PAGE_ID}_3`;
    await read(
      {
        [`${PAGE_ID}/feed`]: ({ url }: { url: URL }) =>
          url.searchParams.has('after')
            ? { data: [graphPost(last)] }
            : {
                data: [graphPost(OWN)],
                paging: { next: `${server?.origin}/v26.0/${PAGE_ID}/feed?after=a` },
              },
      },
      { depth: 'deep_index', urgent: new Set([last]) },
    );
    expect(paths().filter((path) => path.endsWith('comments'))).toEqual([
      `${last}/comments`,
      `${OWN}/comments`,
    ]);
  });

  test('a complete read does not ask for what never stands in a feed', async () => {
    const mark = { updatedAtMs: Date.UTC(2026, 9, 1), count: 1 };
    const knownPosts = new Map(
      ['77', '777_5', 't_1', `${PAGE_ID}_9`].map((id) => [id, mark] as const),
    );
    await read({ [`${PAGE_ID}/feed`]: { data: [graphPost(OWN)] } }, { knownPosts });
    expect(paths().slice(-1)).toEqual([`${PAGE_ID}_9`]);
    expect(paths().some((path) => /^(77|777_5|t_1)$/.test(path))).toBe(false);
  });

  test('each call is told to the meter as its source', async () => {
    server = await startGraph({ [`${PAGE_ID}/ads_posts`]: { data: [graphPost(OWN)] } });
    const notes: CallNote[] = [];
    const account = { ...accountAt(server.origin), onCall: (note: CallNote) => notes.push(note) };
    await readAll(account, { source: 'ads' });
    expect(notes.map(({ purpose }) => purpose)).toEqual(['ads', 'ads', 'ads']);
    expect(notes).toHaveLength(server.seen.length);
  });
});
