import { afterEach, describe, expect, test } from 'vitest';
import type { CallNote } from '../../electron/service/ports/call-meter.ts';
import type { ItemRef } from '../../electron/service/ports/connector.ts';
import type { LoopbackServer, SeenRequest } from '../support/loopback-server.ts';
import {
  accountAt,
  facebook,
  graphComment,
  graphPost,
  PAGE_ID,
  startGraph,
  threadRef,
} from '../support/facebook-reads.ts';

let server: LoopbackServer | null = null;

afterEach(async () => {
  await server?.close();
  server = null;
});

const never = new AbortController().signal;
const POST = `${PAGE_ID}_1`;

const item = (externalId: string, root = externalId): ItemRef => ({
  externalId,
  parentExternalId: externalId === root ? null : root,
  conversation: threadRef(root, 'comment', POST),
});

const found = (id: string, over: object = {}): object => ({
  code: 200,
  body: JSON.stringify(graphComment(id, over)),
});
const fault = (code: number, error_subcode?: number): object => ({
  code: 400,
  body: JSON.stringify({ error: { code, error_subcode, message: 'no' } }),
});
const GONE = fault(100, 33);

/** The nodes that one batch asked for, in their order. */
const askedIn = ({ form }: SeenRequest): readonly string[] =>
  (JSON.parse(form.get('batch') ?? '[]') as { relative_url: string }[]).map(
    ({ relative_url }) => relative_url.split('?')[0] ?? '',
  );

const batches = (): readonly (readonly string[])[] =>
  (server?.seen ?? []).filter(({ method }) => method === 'POST').map(askedIn);

/** Asks for items of a server that knows these answers by id; `null` is Graph's own null. */
async function ask(
  items: readonly ItemRef[],
  answers: Readonly<Record<string, object | null>>,
  more: { readonly me?: unknown; readonly notes?: CallNote[] } = {},
): ReturnType<ReturnType<typeof facebook>['readItems']> {
  const { me = { id: PAGE_ID }, notes = [] } = more;
  server = await startGraph({
    me,
    '': (request: SeenRequest) => askedIn(request).map((id) => answers[id] ?? null),
  });
  const account = { ...accountAt(server.origin), onCall: (note: CallNote) => notes.push(note) };
  return facebook().readItems(account, items, never);
}

describe('single messages', () => {
  test('come fifty at a time, first messages first, by one form-encoded POST each', async () => {
    const roots = Array.from({ length: 30 }, (_, n) => item(`c${n}`));
    const replies = Array.from({ length: 30 }, (_, n) => item(`r${n}`, `c${n}`));
    const all = [...replies, ...roots];
    const answers = Object.fromEntries(
      all.map(({ externalId }) => [externalId, found(externalId)]),
    );
    const read = await ask(all, answers);
    const ids = [...roots, ...replies].map(({ externalId }) => externalId);
    expect(batches()).toEqual([ids.slice(0, 50), ids.slice(50)]);
    expect(server?.seen[0]?.url.pathname).toBe('/v26.0/');
    expect(server?.seen[0]?.headers.authorization).toBe('Bearer TOKEN-OF-THE-PAGE');
    expect(read.ok && read.value.messages.map((message) => message.externalId)).toEqual(ids);
  });

  test('read as they are now, in their threads, with what may be done', async () => {
    const abilities = {
      can_comment: true,
      can_hide: false,
      can_remove: true,
      can_like: 'maybe',
      can_reply_privately: true,
      like_count: 3,
      user_likes: true,
      private_reply_conversation: { id: 't_1' },
    };
    const read = await ask([item('r1', 'c1')], {
      r1: found('r1', { message: 'Corretto', is_hidden: true, ...abilities }),
    });
    expect(read.ok && read.value.messages).toMatchObject([
      {
        externalId: 'r1',
        conversationExternalId: 'c1',
        parentExternalId: 'c1',
        contextExternalId: POST,
        text: 'Corretto',
        hidden: true,
        channel: 'facebook',
        source: 'comments',
        state: {
          canReply: true,
          canHide: false,
          canDelete: true,
          canLike: null,
          canReplyPrivately: false,
          likeCount: 3,
          liked: true,
        },
      },
    ]);
  });

  test('a thread that begins with a visitor’s post is asked for as a post', async () => {
    const visitor = `${PAGE_ID}_9`;
    const ref = { ...item(visitor), conversation: threadRef(visitor, 'visitor_post') };
    const post = graphPost(visitor, {
      from: { id: 'u', name: 'Ugo' },
      can_reply_privately: false,
      likes: { data: [], summary: { total_count: 4, can_like: true, has_liked: false } },
    });
    const read = await ask([ref], { [visitor]: { code: 200, body: JSON.stringify(post) } });
    expect(read.ok && read.value.messages).toMatchObject([
      {
        externalId: visitor,
        conversationKind: 'visitor_post',
        source: 'posts',
        state: { canReplyPrivately: false, likeCount: 4, liked: false, canLike: true },
      },
    ]);
  });

  test('that the platform says are not there are gone, and nothing below them is asked for', async () => {
    const many = Array.from({ length: 50 }, (_, n) => item(`c${n}`));
    const answers = Object.fromEntries(many.map(({ externalId: id }) => [id, found(id)]));
    const below = [item('r0', 'c0'), item('r1', 'c1')];
    const read = await ask([...below, ...many], { ...answers, c0: GONE, r1: found('r1') });
    expect(read.ok && read.value.gone).toEqual(['c0']);
    expect(batches()[1]).toEqual(['r1']);
  });

  test.each([
    ['a dead token', { error: { code: 190, error_subcode: 463 } }, 'token_dead'],
    ['a person’s token', { id: 'somebody' }, 'wrong_token_kind'],
  ])('are not gone for %s', async (_whose, me, code) => {
    const read = await ask([item('c1')], { c1: GONE }, { me });
    expect(read).toMatchObject({ ok: false, error: { code } });
  });

  test('the token is proved once, however many are gone', async () => {
    const read = await ask([item('c1'), item('c2')], { c1: GONE, c2: GONE });
    expect(read.ok && read.value.gone).toEqual(['c1', 'c2']);
    expect(server?.seen.filter(({ url }) => url.pathname.endsWith('/me'))).toHaveLength(1);
  });

  test.each<[string, object | null, string]>([
    ['that took too long', null, 'timeout'],
    ['that may not be seen', fault(10), 'permission_missing'],
    ['that the service cannot give', fault(2), 'server_error'],
    ['of no shape', { code: 200 }, 'bad_shape'],
    ['that is no JSON', { code: 200, body: '<html>' }, 'not_json'],
    ['that is throttled', fault(80001), 'throttled'],
  ])('one %s is a failure, and its neighbours are read', async (_what, answer, code) => {
    const read = await ask([item('c1'), item('c2')], { c1: answer, c2: found('c2') });
    expect(read.ok && read.value.messages.map((message) => message.externalId)).toEqual(['c2']);
    expect(read.ok && [read.value.gone, read.value.failures]).toMatchObject([
      [],
      [{ rootExternalId: 'c1', error: { code } }],
    ]);
  });

  test('one that is broken is set aside with its reason', async () => {
    const read = await ask([item('c1')], { c1: found('c1', { created_time: 'x' }) });
    expect(read.ok && read.value.setAside).toEqual([
      { externalId: 'c1', reason: 'item_bad_date', detail: 'c1: created_time' },
    ]);
  });

  test.each<[string, object]>([
    ['a dead token in every answer', fault(190)],
    ['a throttle in every answer', fault(4)],
  ])('%s fails as a whole, and nothing else is asked', async (_what, answer) => {
    const many = Array.from({ length: 60 }, (_, n) => item(`c${n}`));
    const answers = Object.fromEntries(many.map(({ externalId: id }) => [id, answer]));
    expect(await ask(many, answers)).toMatchObject({ ok: false });
    expect(batches()).toHaveLength(1);
  });

  test('after a throttle the rest is a failure each', async () => {
    const many = Array.from({ length: 52 }, (_, n) => item(`c${n}`));
    const answers = Object.fromEntries(many.map(({ externalId: id }) => [id, found(id)]));
    const read = await ask(many, { ...answers, c3: fault(4) });
    expect(read.ok && read.value.messages).toHaveLength(49);
    expect(read.ok && read.value.failures.map((one) => one.rootExternalId)).toEqual([
      'c3',
      'c50',
      'c51',
    ]);
  });

  test('a batch that is no list is a failure of the whole', async () => {
    server = await startGraph({ '': { error: { code: 190 } } });
    const read = await facebook().readItems(accountAt(server.origin), [item('c1')], never);
    expect(read).toMatchObject({ ok: false, error: { code: 'token_dead' } });
  });

  test('are told to the meter one by one, each with its own figure', async () => {
    const usage = JSON.stringify({ [PAGE_ID]: [{ type: 'pages', call_count: 42 }] });
    const headers = [{ name: 'X-Business-Use-Case-Usage', value: usage }];
    const notes: CallNote[] = [];
    await ask(
      [item('c1'), item('c2')],
      { c1: { ...found('c1'), headers }, c2: found('c2') },
      { notes },
    );
    expect(notes).toEqual([
      { purpose: 'comments', usagePercent: 42, regainMs: null },
      { purpose: 'comments', usagePercent: null, regainMs: null },
    ]);
  });
});
