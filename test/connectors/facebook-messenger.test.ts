import { afterEach, describe, expect, test } from 'vitest';
import type { LoopbackServer, SeenRequest } from '../support/loopback-server.ts';
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
const LIST = `${PAGE_ID}/conversations`;
const THREAD = {
  ...threadRef('t_1', 'direct_message'),
  channel: 'messenger',
  source: 'messenger',
} as const;

const conversation = (id: string, over: object = {}): object => ({
  id,
  updated_time: '2026-09-30T10:00:00+0000',
  message_count: 2,
  participants: { data: [{ id: 'psid', name: 'Ada' }, { id: PAGE_ID }] },
  can_reply: true,
  link: `/${PAGE_ID}/inbox/1/`,
  ...over,
});

const said = (id: string, over: object = {}): object => ({
  id,
  created_time: '2026-09-30T10:00:00+0000',
  from: { id: 'psid', name: 'Ada', email: 'psid@facebook.com' },
  to: { data: [{ id: PAGE_ID, name: 'Pagina' }] },
  message: `Testo di ${id}`,
  ...over,
});

const inside = (data: readonly object[], more: object = {}): object => ({
  messages: { data, ...more },
});

type Plan = NonNullable<Parameters<typeof readAll>[1]>;

async function read(answers: GraphAnswers, plan: Partial<Plan> = {}): Promise<WholeRead> {
  server = await startGraph(answers);
  return readAll(accountAt(server.origin), { source: 'messenger', depth: 'index', ...plan });
}

const paths = (): readonly string[] =>
  (server?.seen ?? []).map(({ url }) => url.pathname.replace('/v26.0/', ''));

describe('private conversations', () => {
  test('are read message by message, in private, the page’s own known as such', async () => {
    const ours = { from: { id: PAGE_ID, name: 'Pagina' }, to: { data: [{ id: 'psid' }] } };
    const { all, end } = await read({
      [LIST]: { data: [conversation('t_1')] },
      't_1/messages': { data: [said('m_2', ours), said('m_1')] },
    });
    const common = {
      conversationExternalId: 't_1',
      conversationKind: 'direct_message',
      contextExternalId: null,
      parentExternalId: null,
      createdAtMs: Date.UTC(2026, 8, 30, 10),
      permalink: `https://www.facebook.com/${PAGE_ID}/inbox/1/`,
      hidden: false,
      attachments: [],
      channel: 'messenger',
      source: 'messenger',
      visibility: 'private',
    };
    expect(all.messages.map(({ state, ...message }) => [message, state?.canReply])).toEqual([
      [
        {
          ...common,
          externalId: 'm_2',
          author: { externalId: PAGE_ID, name: 'Pagina' },
          byBrand: true,
          text: 'Testo di m_2',
          addressees: ['psid'],
        },
        true,
      ],
      [
        {
          ...common,
          externalId: 'm_1',
          author: { externalId: 'psid', name: 'Ada' },
          byBrand: false,
          text: 'Testo di m_1',
          addressees: [PAGE_ID],
        },
        true,
      ],
    ]);
    expect(all.complete).toEqual([]);
    const mark = { updatedAtMs: Date.UTC(2026, 8, 30, 10), count: 2 };
    expect(end).toEqual({ ok: true, value: { complete: true, posts: new Map([['t_1', mark]]) } });
  });

  test.each([
    ['did not move', { updatedAtMs: Date.UTC(2026, 8, 30, 10), count: 2 }, 1],
    ['moved', { updatedAtMs: Date.UTC(2026, 8, 30, 9), count: 2 }, 2],
    ['has another number of messages', { updatedAtMs: Date.UTC(2026, 8, 30, 10), count: 1 }, 2],
  ])('one that %s', async (_what, mark, calls) => {
    await read(
      { [LIST]: { data: [conversation('t_1')] }, 't_1/messages': { data: [said('m_1')] } },
      { knownPosts: new Map([['t_1', mark]]) },
    );
    expect(paths()).toHaveLength(calls);
  });

  test('of a whole read bring their newest messages along; only long ones are followed', async () => {
    const { all } = await read(
      {
        [LIST]: ({ url }: SeenRequest) => {
          expect(url.searchParams.get('fields')).toContain('messages.limit(20){id,');
          const next = `${server?.origin}/v26.0/t_2/messages?after=x&access_token=T`;
          return {
            data: [
              conversation('t_1', inside([said('m_1')])),
              conversation('t_2', inside([said('m_3')], { paging: { next } })),
            ],
          };
        },
        't_2/messages': { data: [said('m_2')] },
      },
      { depth: 'complete' },
    );
    expect(all.messages.map((one) => one.externalId)).toEqual(['m_1', 'm_3', 'm_2']);
    expect(paths()).toEqual([LIST, 't_2/messages']);
  });

  test('stay below two calls a second', async () => {
    const waits: number[] = [];
    server = await startGraph({
      [LIST]: { data: [conversation('t_1'), conversation('t_2')] },
      't_1/messages': { data: [said('m_1')] },
      't_2/messages': { data: [said('m_2')] },
    });
    const reading = facebook({ totalMs: 5_000 }, waits).read(accountAt(server.origin), {
      source: 'messenger',
      depth: 'index',
      knownPosts: new Map(),
      alreadyRead: new Map(),
      urgent: new Set(),
      signal: never,
    });
    while ((await reading.next()).done !== true);
    expect(waits).toEqual([550, 550]);
  });

  test('where somebody waits come first', async () => {
    await read(
      {
        [LIST]: { data: [conversation('t_1'), conversation('t_2')] },
        't_1/messages': { data: [said('m_1')] },
        't_2/messages': { data: [said('m_2')] },
      },
      { urgent: new Set(['t_2']) },
    );
    expect(paths()).toEqual([LIST, 't_2/messages', 't_1/messages']);
  });

  test('one that breaks is a failure, and the others are read', async () => {
    const { all, end } = await read({
      [LIST]: { data: [conversation('t_1'), { id: 't_x' }, conversation('t_2')] },
      't_1/messages': { error: { code: 100 } },
      't_2/messages': { data: [said('m_2'), said('m_3', { created_time: 'x' })] },
    });
    expect(all.messages.map((one) => one.externalId)).toEqual(['m_2']);
    expect(all.failures).toMatchObject([{ rootExternalId: 't_1', error: { code: 'refused' } }]);
    expect(all.setAside).toEqual([
      { externalId: 't_x', reason: 'item_bad_date', detail: `${LIST}: updated_time` },
      { externalId: 'm_3', reason: 'item_bad_date', detail: 't_2/messages: created_time' },
    ]);
    expect(end.ok && [end.value.complete, [...end.value.posts.keys()]]).toEqual([false, ['t_2']]);
  });

  test.each([
    ['no permission', 230, 'permission_missing'],
    ['a throttle', 80006, 'throttled'],
    ['a dead token', 190, 'token_dead'],
  ])('%s ends the read', async (_what, graphCode, code) => {
    const { end } = await read({ [LIST]: { error: { code: graphCode } } });
    expect(end).toMatchObject({ ok: false, error: { code } });
  });

  test('an empty list of messages proves nothing to a person’s token', async () => {
    const answers = { [LIST]: { data: [conversation('t_1')] }, me: { id: 'somebody' } };
    const { end } = await read(answers);
    expect(end).toMatchObject({ ok: false, error: { code: 'wrong_token_kind' } });
  });
});

describe('what a private message carries', () => {
  const url = 'https://cdn.test/x';
  const image_data = { url };
  test.each<[string, object, readonly object[]]>([
    ['a sticker', { sticker: url }, [{ kind: 'sticker', url, title: null }]],
    [
      'a picture',
      { attachments: { data: [{ name: 'a.jpg', image_data }] } },
      [{ kind: 'photo', url, title: 'a.jpg' }],
    ],
    [
      'a picture shown as a sticker',
      { attachments: { data: [{ image_data: { url, render_as_sticker: true } }] } },
      [{ kind: 'sticker', url, title: null }],
    ],
    [
      'a film',
      { attachments: { data: [{ image_data: {}, video_data: { url } }] } },
      [{ kind: 'video', url, title: null }],
    ],
    [
      'a file',
      { attachments: { data: [{ name: 'a.pdf', file_url: url }] } },
      [{ kind: 'file', url, title: 'a.pdf' }],
    ],
    [
      'a file with an address that is no link',
      { attachments: { data: [{ name: 'a', file_url: 'javascript:1' }, null, 7] } },
      [{ kind: 'file', url: null, title: 'a' }],
    ],
    [
      'a share',
      { shares: { data: [{ link: url, name: 'Un post' }] } },
      [{ kind: 'share', url, title: 'Un post' }],
    ],
    [
      'what the interface cannot show',
      { message: '', is_unsupported: true },
      [{ kind: 'file', url: null, title: null }],
    ],
    ['odd shapes', { attachments: 'x', shares: 1, sticker: {}, is_unsupported: 'x' }, []],
  ])('%s', async (_what, over, attachments) => {
    const { all } = await read({
      [LIST]: { data: [conversation('t_1')] },
      't_1/messages': { data: [said('m_1', over)] },
    });
    expect(all.messages[0]?.attachments).toEqual(attachments);
  });

  test.each([
    ['nobody named', undefined, { externalId: null, name: null }],
    ['a nameless one', { id: 'psid' }, { externalId: 'psid', name: null }],
  ])('%s', async (_what, from, author) => {
    const { all } = await read({
      [LIST]: { data: [conversation('t_1')] },
      't_1/messages': { data: [said('m_1', { from })] },
    });
    expect(all.messages).toMatchObject([{ author, byBrand: false }]);
  });
});

const readThread = async (
  answers: GraphAnswers,
): ReturnType<ReturnType<typeof facebook>['readThread']> => {
  server = await startGraph(answers);
  return facebook().readThread(accountAt(server.origin), THREAD, never);
};

describe('a private conversation by itself', () => {
  test('is read with all its messages, and says nothing of what is not there', async () => {
    const read = await readThread({
      t_1: conversation('t_1', { can_reply: false }),
      't_1/messages': { data: [said('m_1')] },
    });
    expect(read).toMatchObject({
      ok: true,
      value: {
        messages: [
          { externalId: 'm_1', conversationExternalId: 't_1', state: { canReply: false } },
        ],
        complete: [],
        gone: [],
      },
    });
  });

  test.each<[string, GraphAnswers, string]>([
    ['that is not there', { t_1: { error: { code: 100, error_subcode: 33 } } }, 'object_gone'],
    ['that has no date', { t_1: { id: 't_1' } }, 'item_bad_date'],
    [
      'whose messages fail',
      { t_1: conversation('t_1'), 't_1/messages': { error: { code: 4 } } },
      'throttled',
    ],
  ])('one %s fails', async (_what, answers, code) => {
    expect(await readThread(answers)).toMatchObject({ ok: false, error: { code } });
  });

  test('single messages are read anew, and none is ever called gone', async () => {
    server = await startGraph({
      '': [
        { code: 200, body: JSON.stringify(said('m_1', { message: 'Ora' })) },
        { code: 400, body: JSON.stringify({ error: { code: 100, error_subcode: 33 } }) },
      ],
    });
    const refs = ['m_1', 'm_2'].map((externalId) => ({
      externalId,
      parentExternalId: null,
      conversation: THREAD,
    }));
    const read = await facebook().readItems(accountAt(server.origin), refs, never);
    expect(read).toMatchObject({
      ok: true,
      value: {
        messages: [
          { externalId: 'm_1', text: 'Ora', visibility: 'private', createdAtMs: NOW - 93_600_000 },
        ],
        gone: [],
        failures: [{ rootExternalId: 'm_2', error: { code: 'object_gone' } }],
      },
    });
  });
});
