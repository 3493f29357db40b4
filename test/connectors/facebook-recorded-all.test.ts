import { afterEach, describe, expect, test } from 'vitest';
import { usageOf } from '../../electron/service/connectors/facebook/usage.ts';
import type { LoopbackServer } from '../support/loopback-server.ts';
import { READERS, recording, recordings } from '../support/facebook-recordings.ts';
import { accountAt, facebook, readAll, startGraph } from '../support/facebook-reads.ts';

let server: LoopbackServer | null = null;

afterEach(async () => {
  await server?.close();
  server = null;
});

type Row = [file: string, read: keyof typeof READERS, expected: string, why?: string];

const PYTHON = 'python-facebook/facebook__apidata__';
const INSTAGRAM = 'python-facebook/instagram__apidata__';

/** What becomes of each recorded answer, and why where it is not read. */
const ANSWERS: readonly Row[] = [
  ['python-facebook/base__error_data', 'error', '1 refused'],
  ['python-facebook/error', 'error', '1 refused'],
  ['restfb/exampleErrorNew', 'error', '1 token_dead'],
  ['restfb/oauthExampleError', 'error', '1 server_error'],

  ['restfb/v2_1__feed-got', 'posts', '25 read'],
  [`${PYTHON}posts__feed_fields_p1`, 'posts', '5 read'],
  [`${PYTHON}posts__feed_fields_p2`, 'posts', '5 read'],
  [`${PYTHON}posts__feeds_default_fields_p1`, 'posts', '5 read'],
  [`${PYTHON}posts__feeds_default_fields_p2`, 'posts', '5 read'],
  [`${PYTHON}posts__multi_posts_data`, 'posts by id', '2 read'],
  [`${PYTHON}posts__multi_posts_data_fields`, 'posts by id', '2 read'],
  [`${PYTHON}posts__single_post_data`, 'post', '1 read'],
  [`${PYTHON}posts__single_post_data_fields`, 'post', '1 read'],
  ['restfb/v10_0__tagged-post', 'post', '1 read'],
  ['restfb/v2_3__post-ishidden', 'post', '1 read'],
  [
    'restfb/v5_0__post-with-comment',
    'post',
    '1 item_bad_date created_time',
    'asked for without a date; its comment is read by the list of comments',
  ],
  ['restfb/connection-same-cursor', 'posts', '1 item_bad_date created_time', 'made up: an id only'],

  [
    `${PYTHON}comments__comments_p1`,
    'comments',
    '10 item_no_id id of',
    'a token without the MODERATE task gets comments without ids',
  ],
  [`${PYTHON}comments__comments_p2`, 'comments', '5 item_no_id id of', 'the same'],
  [`${PYTHON}comments__comments_info`, 'comments by id', '2 read'],
  [`${PYTHON}comments__comment_info`, 'comment', '1 read'],
  [`${PYTHON}comments__create_resp`, 'comment', '1 read'],
  ['restfb/v2_2__comment-issue286', 'comment', '1 read'],
  ['restfb/v2_2__comment_canHide', 'comment', '1 read'],
  ['restfb/v2_2__comment_noCanHide', 'comment', '1 read'],
  ['restfb/v2_9__comment-messagetags', 'comment', '1 item_bad_date created_time', 'no date asked'],
  ['restfb/v2_9__comment-permalink', 'comment', '1 item_bad_date created_time', 'no date asked'],
  ['restfb/v2_9__comment-reactions', 'comment', '1 item_bad_date created_time', 'no date asked'],

  [`${PYTHON}conversations__cvs_info`, 'conversation', '1 read'],
  [`${PYTHON}conversations__cvses_info`, 'conversations by id', '2 read'],
  ['restfb/conversation', 'conversation', '1 read'],
  ['restfb/conversation', 'messages inside', '2 read'],
  [
    'restfb/v10_0__instagram-conversation',
    'conversation',
    '1 item_bad_date updated_time',
    'private messages of Instagram are not read, and it has no date',
  ],
  ['restfb/v2_1__thread', 'conversation', '1 read'],
  ['restfb/v2_1__thread', 'comments inside', '23 read', 'before v2.4 messages were comments'],
  [`${PYTHON}messages__message_info`, 'message', '1 read'],
  [`${PYTHON}messages__messages_info`, 'messages by id', '2 read'],
  [
    'restfb/v2_5__messages-with-attachments',
    'messages in a row',
    '5 item_bad_date created_time',
    'no date asked; their attachments are read below',
  ],

  [`${INSTAGRAM}comments__comment_fields`, 'Instagram comment', '1 read'],
  [`${INSTAGRAM}comments__comments_fields`, 'Instagram comments by id', '2 read'],
  [`${INSTAGRAM}comments__replies`, 'Instagram comments', '1 read'],
  [`${INSTAGRAM}medias__comments_p1`, 'Instagram comments', '2 read'],
  [`${INSTAGRAM}medias__comments_p2`, 'Instagram comments', '2 read'],
  ['restfb/instagram__comment', 'Instagram comment', '1 read'],
  ['restfb/instagram__comment_missing_user', 'Instagram comment', '1 read'],
  [
    `${INSTAGRAM}users__mentioned_comment`,
    'unasked',
    '1 bad_shape',
    'Instagram tells of mentions only by webhook; nobody asks for one',
  ],
  [`${INSTAGRAM}users__mentioned_media`, 'unasked', '1 bad_shape', 'the same'],

  ['restfb/v2_11__opengraphrating-issue878', 'review', '1 read'],
  ['restfb/v3_1__opengraphrating-real-recommendation', 'review', '1 read'],
  ['restfb/v3_1__opengraphrating-recommendation', 'review', '1 read'],

  ['restfb/batch__batch-simple', 'batch', '2 read'],
  [
    'restfb/batch__batch-first-error',
    'batch',
    '1 refused, 1 read',
    'v2.3 said "no such object" without subcode 33: it proves no loss',
  ],
  ['restfb/batch__batch-second-error', 'batch', '1 read, 1 refused', 'the same'],

  ['restfb/v10_0__from-as-page', 'page', '1 read'],
  ['restfb/v10_0__from-as-user', 'page', '1 read'],

  ['restfb/api__header-business', 'unasked', '1 bad_shape', 'a header, read as one below'],
  ['restfb/debug-token-info-3', 'unasked', '1 bad_shape', 'unwrapped; read as an answer below'],
  ['restfb/v2_6__sendresponse', 'unasked', '1 bad_shape', 'the answer to a message, read below'],
  [
    'restfb/connection-typed-summary',
    'posts',
    '1 item_no_id id',
    'figures of ads, which are not read',
  ],
  [
    'restfb/v2_3__devicecode',
    'unasked',
    '1 bad_shape',
    'login by device: whether it grants rights over pages is not known, so it is not used',
  ],
];

/** Webhooks go to servers that anybody can reach. A program on a desk is none: it asks instead. */
const WEBHOOK_REASON = 'pushed to a server, not an answer to a read';

const WEBHOOKS: readonly Row[] = [
  'feed-comment-add-211',
  'feed-comment-add-25',
  'feed-comment-add-with-photo',
  'feed-comment-add-with-video',
  'feed-comment-edited-25',
  'feed-comment-edited-with-photo',
  'feed-comment-edited-with-video',
  'feed-comment-hide',
  'feed-comment-remove-25',
  'feed-comment-unhide',
  'feed-like-add-25',
  'feed-like-add-comment-25',
  'feed-like-add-page-25',
  'feed-like-remove-25',
  'feed-post-add-25',
  'feed-post-edit',
  'feed-post-hide',
  'feed-post-remove-25',
  'feed-post-unhide',
  'feed-status-add-25',
  'feed-status-add-photos',
  'feed-status-edited-25',
  'feed-status-edited-photos',
  'feed-status-hide-25',
  'feed-status-unhide',
  'feed-two-entries-25',
  'mention-comment-add',
  'mention-post-add',
  'mention-post-add-real',
].map((name): Row => [`restfb/webhooks__${name}`, 'unasked', '1 bad_shape', WEBHOOK_REASON]);

const ROWS = [...ANSWERS, ...WEBHOOKS];

/** How often each fate occurs; nameless items are told apart by their times, which do not matter here. */
function counted(fates: readonly string[]): string {
  const plain = fates.map((fate) => fate.replace(/ of .*/, ' of'));
  return [...new Set(plain)]
    .map((fate) => `${plain.filter((other) => other === fate).length} ${fate}`)
    .join(', ');
}

describe('every recorded answer', () => {
  test('has a row in the table, and every row its file', () => {
    expect([...new Set(ROWS.map(([file]) => file))].toSorted()).toEqual(recordings());
  });

  test.each(ROWS)('%s as %s: %s', (...[file, read, expected]: Row) => {
    expect(counted(READERS[read](recording(file)))).toBe(expected);
  });

  test('that is not read whole says why', () => {
    const unexplained = ROWS.filter(([, , expected, why]) => !/^\d+ read$/.test(expected) && !why);
    expect(unexplained.map(([, read]) => read)).toEqual(['error', 'error', 'error', 'error']);
  });
});

describe('recorded answers, served as they are', () => {
  const never = new AbortController().signal;

  test('a conversation: two private messages, and a next page elsewhere that is not followed', async () => {
    server = await startGraph({
      '120042743874449/conversations': { data: [recording('restfb/conversation')] },
    });
    const account = accountAt(server.origin, '120042743874449');
    const { all } = await readAll(account, { source: 'messenger', depth: 'complete' });
    expect(
      all.messages.map(({ byBrand, attachments }) => [
        byBrand,
        attachments.map(({ kind, title }) => [kind, title]),
      ]),
    ).toEqual([
      [
        false,
        [
          ['file', 'somepdf.pdf'],
          ['photo', '1481393_447672692900977_1019906640_n.jpg'],
        ],
      ],
      [true, []],
    ]);
    expect(all.failures).toMatchObject([
      { rootExternalId: 't_id.378684585488220', error: { code: 'bad_shape' } },
    ]);
    expect(server.seen).toHaveLength(1);
  });

  test('attachments of private messages: two pictures, two files, a film', async () => {
    const dated = (recording('restfb/v2_5__messages-with-attachments') as readonly object[]).map(
      (one) => ({ ...one, created_time: '2016-04-07T10:00:00+0000' }),
    );
    const head = { id: 't_1', updated_time: '2016-04-07T10:00:00+0000' };
    server = await startGraph({ t_1: head, 't_1/messages': { data: dated } });
    const thread = {
      externalId: 't_1',
      kind: 'direct_message',
      contextExternalId: null,
      channel: 'messenger',
      source: 'messenger',
    } as const;
    const read = await facebook().readThread(accountAt(server.origin), thread, never);
    const kinds = read.ok ? read.value.messages.flatMap((one) => one.attachments) : [];
    expect(kinds.map(({ kind }) => kind)).toEqual(['photo', 'photo', 'file', 'file', 'video']);
    expect(kinds.every(({ url }) => url !== null)).toBe(true);
  });

  test('a token’s worth', async () => {
    server = await startGraph({
      '1': { id: '1', name: 'Pagina' },
      debug_token: { data: recording('restfb/debug-token-info-3') },
    });
    expect(await facebook().inspect(accountAt(server.origin, '1'), never)).toEqual({
      ok: true,
      value: {
        kind: 'user',
        appId: '{app-id}',
        scopes: ['pages_show_list', 'instagram_basic', 'public_profile'],
        expiresAtMs: 1_641_733_200_000,
        dataAccessExpiresAtMs: 1_649_504_517_000,
        instagram: null,
      },
    });
  });

  test('the answer to a message names it', async () => {
    server = await startGraph({ '1/messages': recording('restfb/v2_6__sendresponse') });
    const request = {
      action: 'message',
      channel: 'messenger',
      targetExternalId: '1008372609250235',
      text: 'Ciao',
      image: null,
      humanAgent: false,
    } as const;
    expect(await facebook().act(accountAt(server.origin, '1'), request, never)).toEqual({
      ok: true,
      value: { externalId: 'mid.1456970487936:c34767dfe57ee6e339' },
    });
  });

  test('business usage', () => {
    const text = JSON.stringify(recording('restfb/api__header-business'));
    expect(usageOf(new Headers({ 'x-business-use-case-usage': text }))).toEqual({
      percent: 100,
      regainMs: 600_000,
    });
  });
});
