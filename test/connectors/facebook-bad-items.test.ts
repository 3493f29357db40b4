import { afterEach, describe, expect, test } from 'vitest';
import type { LoopbackServer } from '../support/loopback-server.ts';
import {
  accountAt,
  graphComment,
  graphPost,
  PAGE_ID,
  readAll,
  startGraph,
  type WholeRead,
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

/** Reads a page with one post and these comments. */
async function readComments(comments: readonly unknown[]): Promise<WholeRead> {
  server = await startGraph({
    [FEED]: { data: [graphPost(OWN)] },
    [`${OWN}/comments`]: { data: comments },
  });
  return readAll(accountAt(server.origin));
}

const readBeside = (item: unknown): Promise<WholeRead> =>
  readComments([graphComment('a'), item, graphComment('z')]);

const readOdd = async (over: object): Promise<WholeRead['all']> =>
  (await readComments([graphComment('c1', over)])).all;

const dated = (created_time: unknown): object => graphComment('b', { created_time });

const tag = (id: string): object => ({ id, name: 'X', type: 'user', offset: 0, length: 1 });

describe('an item that is broken', () => {
  test.each<[string, unknown, string | null, string]>([
    ['no object', 7, null, 'item_bad_shape'],
    ['null', null, null, 'item_bad_shape'],
    [
      'without an id',
      graphComment('b', { id: undefined }),
      null,
      'item_no_id: id of 2026-09-30T10:00:00+0000',
    ],
    [
      'with an empty id',
      graphComment('b', { id: '' }),
      null,
      'item_no_id: id of 2026-09-30T10:00:00+0000',
    ],
    ['with a number as id', graphComment('b', { id: 9 }), null, 'item_bad_shape: id'],
    ['with a number as text', graphComment('b', { message: 9 }), 'b', 'item_bad_shape: message'],
    ['with a text as author', graphComment('b', { from: 'u' }), 'b', 'item_bad_shape: from'],
    ['with a broken parent', graphComment('b', { parent: {} }), 'b', 'item_bad_shape: parent.id'],
    ['of 1969', dated('1969-12-31T23:59:59+0000'), 'b', 'item_bad_date: created_time'],
    ['of 2099', dated('2099-01-01T00:00:00+0000'), 'b', 'item_bad_date: created_time'],
    ['of 30 February', dated('2026-02-30T00:00:00+0000'), 'b', 'item_bad_date: created_time'],
    ['of no date', dated(undefined), 'b', 'item_bad_date: created_time'],
    ['of a number as date', dated(1_411_217_988), 'b', 'item_bad_date: created_time'],
  ])('%s is set aside with its reason', async (_what, item, externalId, expected) => {
    const [reason, field] = expected.split(/: (.*)/);
    const detail = field === undefined ? `${OWN}/comments` : `${OWN}/comments: ${field}`;
    const { all, end } = await readBeside(item);
    expect(all.setAside).toEqual([{ externalId, reason, detail }]);
    expect(all.messages.map((message) => message.externalId)).toEqual(['a', 'z']);
    expect(end).toMatchObject({ ok: true, value: { complete: true } });
  });

  test('by its id still counts as there; one without an id makes the listing prove nothing', async () => {
    expect((await readBeside(dated('1969-12-31T23:59:59+0000'))).all.complete[0]?.seen).toEqual([
      'a',
      'b',
      'z',
    ]);
    await server?.close();
    expect((await readBeside(graphComment('b', { id: undefined }))).all.complete).toEqual([]);
  });

  test('does not take its replies along', async () => {
    const reply = graphComment('r', { parent: { id: 'b' } });
    const broken = graphComment('b', { created_time: 'x', comments: { data: [reply] } });
    const { all } = await readBeside(broken);
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

describe('a comment that is odd but true', () => {
  test.each([
    ['8,000 emoji', '😀'.repeat(8_000)],
    ['a script', '<script>alert(1)</script>'],
    ['bidi marks', 'abc \u202Egnp.exe\u202C \u2066x\u2069'],
    ['a NUL and other controls', 'a\u0000b\u0007c'],
    ['joined emoji and combining marks', '👨‍👩‍👧‍👦 e\u0301 ﷺ'],
    ['as much as is kept', 'à'.repeat(1_000_000)],
  ])('%s pass unchanged', async (_what, message) => {
    const { messages, setAside } = await readOdd({ message });
    expect([messages[0]?.text === message, setAside]).toEqual([true, []]);
  });

  test('10 MB of text: a million characters are kept, and a note says so', async () => {
    const { messages, setAside } = await readOdd({ message: 'x'.repeat(10 * 1024 * 1024) });
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
    expect((await readOdd({ message: 'a\ud83d b' })).messages[0]?.text).toBe('a\uFFFD b');
  });

  test.each([
    ['without an author', { from: undefined }, { externalId: null, name: null }],
    ['with an author of null', { from: null }, { externalId: null, name: null }],
    ['with an author without a name', { from: { id: 'u' } }, { externalId: 'u', name: null }],
  ])('%s is kept', async (_what, over, author) => {
    expect((await readOdd(over)).messages).toMatchObject([{ author, byBrand: false }]);
  });

  test('without text is kept with its attachment', async () => {
    const attachment = {
      type: 'sticker',
      url: 'https://example.test/s',
      media: { image: { src: 'https://example.test/s.png' } },
    };
    expect((await readOdd({ message: undefined, attachment })).messages).toMatchObject([
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
    expect((await readOdd(over)).messages).toMatchObject([
      { attachments: [], addressees: [], hidden: false, permalink: null },
    ]);
  });

  test('names the people it tags, once each', async () => {
    const over = { message_tags: [tag('1'), tag('2'), tag('1'), 'x'], is_hidden: true };
    expect((await readOdd(over)).messages).toMatchObject([
      { addressees: ['1', '2'], hidden: true },
    ]);
  });

  test.each([
    ['2014-09-20T12:59:48+0000', Date.UTC(2014, 8, 20, 12, 59, 48)],
    ['2026-09-20T12:59:48.123Z', Date.UTC(2026, 8, 20, 12, 59, 48)],
    ['2026-09-20T14:59:48+02:00', Date.UTC(2026, 8, 20, 12, 59, 48)],
    ['2026-10-02T11:59:59+0000', Date.UTC(2026, 9, 2, 11, 59, 59)],
    ['2004-02-04T00:00:00+0000', Date.UTC(2004, 1, 4)],
  ])('of %s is of that instant', async (created_time, ms) => {
    expect((await readOdd({ created_time })).messages[0]?.createdAtMs).toBe(ms);
  });
});
