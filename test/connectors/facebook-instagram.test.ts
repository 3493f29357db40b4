import { afterEach, describe, expect, test } from 'vitest';
import type { LoopbackServer } from '../support/loopback-server.ts';
import {
  accountAt,
  facebook,
  NOW,
  PAGE_ID,
  readAll,
  startGraph,
  threadRef,
  type GraphAnswers,
  type WholeRead,
} from '../support/facebook-reads.ts';

let server: LoopbackServer | null = null;

afterEach(async () => {
  await server?.close();
  server = null;
});

const never = new AbortController().signal;
const THREAD = {
  ...threadRef('c1', 'comment', 'media-1'),
  channel: 'instagram',
  source: 'instagram',
} as const;
const LINKED = {
  [PAGE_ID]: { id: PAGE_ID, instagram_business_account: { id: 'ig', username: 'pagina' } },
};

const media = (id: string, over: object = {}): object => ({
  id,
  caption: `Foto ${id}`,
  timestamp: '2026-09-30T09:00:00+0000',
  permalink: `https://www.instagram.com/p/${id}/`,
  comments_count: 2,
  like_count: 5,
  ...over,
});

const comment = (id: string, over: object = {}): object => ({
  id,
  text: `Testo di ${id}`,
  timestamp: '2026-09-30T10:00:00+0000',
  username: `user.${id}`,
  from: { id: `igsid-${id}`, username: `user.${id}` },
  hidden: false,
  like_count: 1,
  ...over,
});

const OURS = { from: { id: 'ig', username: 'pagina' }, username: 'pagina' };

type Plan = NonNullable<Parameters<typeof readAll>[1]>;

async function read(answers: GraphAnswers, plan: Partial<Plan> = {}): Promise<WholeRead> {
  server = await startGraph({ ...LINKED, ...answers });
  return readAll(accountAt(server.origin), { source: 'instagram', ...plan });
}

const places = ({ all }: WholeRead): readonly unknown[] =>
  all.messages.map((one) => [
    one.conversationExternalId,
    one.externalId,
    one.parentExternalId,
    one.contextExternalId,
  ]);

describe('comments on Instagram', () => {
  test('stand under their picture, each with its replies; the brand speaks as the page', async () => {
    const replies = { data: [comment('r1', OURS), comment('r2', { hidden: true })] };
    const done = await read({
      'ig/media': { data: [media('media-1')] },
      'media-1/comments': { data: [comment('c1', { replies }), comment('c2')] },
    });
    expect(done.all.contexts).toEqual([
      {
        externalId: 'media-1',
        author: { externalId: PAGE_ID, name: 'pagina' },
        text: 'Foto media-1',
        createdAtMs: Date.UTC(2026, 8, 30, 9),
        permalink: 'https://www.instagram.com/p/media-1/',
        reactionCount: 5,
        commentCount: 2,
        shareCount: null,
      },
    ]);
    expect(places(done)).toEqual([
      ['c1', 'c1', null, 'media-1'],
      ['c1', 'r1', 'c1', 'media-1'],
      ['c1', 'r2', 'c1', 'media-1'],
      ['c2', 'c2', null, 'media-1'],
    ]);
    expect(done.all.messages.slice(0, 3)).toMatchObject([
      {
        author: { externalId: 'igsid-c1', name: 'user.c1' },
        byBrand: false,
        channel: 'instagram',
        source: 'instagram',
        conversationKind: 'comment',
        state: { likeCount: 1, canReply: null },
      },
      { author: { externalId: PAGE_ID, name: 'pagina' }, byBrand: true },
      { hidden: true, state: { canReply: false } },
    ]);
    expect(done.all.complete).toEqual([
      { rootExternalId: 'media-1', seen: ['c1', 'r1', 'r2', 'c2'], startedAtMs: NOW },
    ]);
    expect(done.end).toMatchObject({ ok: true, value: { complete: true } });
  });

  test('replies beyond those that came inside are followed to their end', async () => {
    server = await startGraph({
      ...LINKED,
      'ig/media': { data: [media('media-1')] },
      'media-1/comments': () => ({
        data: [
          comment('c1', {
            replies: {
              data: [comment('r1')],
              paging: { next: `${server?.origin}/v26.0/c1/replies?after=x&access_token=T` },
            },
          }),
        ],
      }),
      'c1/replies': { data: [comment('r1'), comment('r2')] },
    });
    const done = await readAll(accountAt(server.origin), { source: 'instagram' });
    expect(places(done).map((place) => (place as unknown[])[1])).toEqual(['c1', 'r1', 'r2']);
    expect(done.all.complete[0]?.seen).toEqual(['c1', 'r1', 'r2']);
  });

  test.each<[string, object, object]>([
    ['in `from`', {}, { externalId: 'igsid-c1', name: 'user.c1' }],
    ['in `user`', { from: undefined, user: { id: 'u9' } }, { externalId: 'u9', name: 'user.c1' }],
    ['by name alone', { from: undefined }, { externalId: null, name: 'user.c1' }],
    ['not at all', { from: undefined, username: undefined }, { externalId: null, name: null }],
  ])('an author %s', async (_where, over, author) => {
    const { all } = await read({
      'ig/media': { data: [media('media-1')] },
      'media-1/comments': { data: [comment('c1', over)] },
    });
    expect(all.messages).toMatchObject([{ author, byBrand: false }]);
  });

  test('the brand is known by its name where its id is withheld', async () => {
    const { all } = await read({
      'ig/media': { data: [media('media-1')] },
      'media-1/comments': { data: [comment('c1', { from: undefined, username: 'pagina' })] },
    });
    expect(all.messages).toMatchObject([{ author: { externalId: PAGE_ID }, byBrand: true }]);
  });

  test.each([
    ['did not move', 2, 2],
    ['has another number of comments', 1, 3],
  ])('a picture that %s', async (_what, count, calls) => {
    const mark = { updatedAtMs: Date.UTC(2026, 8, 30, 9), count };
    await read(
      { 'ig/media': { data: [media('media-1')] }, 'media-1/comments': { data: [comment('c1')] } },
      { depth: 'index', knownPosts: new Map([['media-1', mark]]) },
    );
    expect(server?.seen).toHaveLength(calls);
  });

  test.each<[string, GraphAnswers, number]>([
    ['of which it shows none', { 'media-1/comments': { data: [] } }, 0],
    ['of which one has no id', { 'media-1/comments': { data: [comment('c1'), { text: 'x' }] } }, 0],
    ['that it shows', { 'media-1/comments': { data: [comment('c1')] } }, 1],
  ])('a list of comments %s proves what it can', async (_what, answers, listings) => {
    const { all } = await read({ 'ig/media': { data: [media('media-1')] }, ...answers });
    expect(all.complete).toHaveLength(listings);
  });

  test('a broken comment is set aside, a broken list a failure', async () => {
    const { all, end } = await read({
      'ig/media': { data: [media('media-1'), media('media-2'), media('x', { timestamp: 0 })] },
      'media-1/comments': { data: [comment('c1', { timestamp: 'x' }), comment('c2')] },
      'media-2/comments': { error: { code: 100 } },
    });
    expect(all.messages.map((one) => one.externalId)).toEqual(['c2']);
    expect(all.setAside.map((one) => one.externalId)).toEqual(['x', 'c1']);
    expect(all.failures).toMatchObject([{ rootExternalId: 'media-2' }]);
    expect(end).toMatchObject({ ok: true, value: { complete: false } });
  });

  test.each<[string, GraphAnswers, string]>([
    ['without a linked account', { [PAGE_ID]: { id: PAGE_ID } }, 'source_unavailable'],
    ['without the permission', { 'ig/media': { error: { code: 10 } } }, 'permission_missing'],
  ])('%s there is nothing to read', async (_what, answers, code) => {
    expect((await read(answers)).end).toMatchObject({ ok: false, error: { code } });
  });
});

const readThread = async (
  answers: GraphAnswers,
): ReturnType<ReturnType<typeof facebook>['readThread']> => {
  server = await startGraph({ ...LINKED, ...answers });
  return facebook().readThread(accountAt(server.origin), THREAD, never);
};

describe('one thread on Instagram', () => {
  test('is the comment and its replies, complete', async () => {
    const read = await readThread({
      c1: comment('c1', { replies: { data: [comment('r1', OURS)] } }),
    });
    expect(read).toMatchObject({
      ok: true,
      value: {
        messages: [
          { externalId: 'c1', contextExternalId: 'media-1', parentExternalId: null },
          { externalId: 'r1', parentExternalId: 'c1', byBrand: true },
        ],
        complete: [{ rootExternalId: 'c1', seen: ['c1', 'r1'], startedAtMs: NOW }],
      },
    });
  });

  test.each<[string, GraphAnswers, object]>([
    [
      'that is gone',
      { c1: { error: { code: 100, error_subcode: 33 } } },
      { ok: true, value: { gone: ['c1'], complete: [{ rootExternalId: 'c1', seen: [] }] } },
    ],
    [
      'that a person’s token does not see',
      { c1: { error: { code: 100, error_subcode: 33 } }, me: { id: 'somebody' } },
      { ok: false, error: { code: 'wrong_token_kind' } },
    ],
    [
      'of an account that is linked no more',
      { [PAGE_ID]: { id: PAGE_ID } },
      { ok: false, error: { code: 'source_unavailable' } },
    ],
  ])('one %s', async (_what, answers, expected) => {
    expect(await readThread(answers)).toMatchObject(expected);
  });

  test('single comments are read anew in one batch', async () => {
    server = await startGraph({
      ...LINKED,
      '': [
        { code: 200, body: JSON.stringify(comment('c1', { text: 'Ora' })) },
        { code: 200, body: JSON.stringify(comment('r1', { parent_id: 'c1' })) },
        { code: 400, body: JSON.stringify({ error: { code: 100, error_subcode: 33 } }) },
      ],
    });
    const refs = ['c1', 'r1', 'r2'].map((externalId) => ({
      externalId,
      parentExternalId: externalId === 'c1' ? null : 'c1',
      conversation: THREAD,
    }));
    const read = await facebook().readItems(accountAt(server.origin), refs, never);
    expect(read).toMatchObject({
      ok: true,
      value: {
        messages: [
          { externalId: 'c1', text: 'Ora', parentExternalId: null },
          { externalId: 'r1', parentExternalId: 'c1', conversationExternalId: 'c1' },
        ],
        gone: ['r2'],
      },
    });
  });
});
