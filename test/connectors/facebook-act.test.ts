import type { ServerResponse } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import type { ActionRequest, ImageFile } from '../../electron/service/ports/action.ts';
import type { CallNote } from '../../electron/service/ports/call-meter.ts';
import type { Connector } from '../../electron/service/ports/connector.ts';
import {
  sendJson,
  startLoopback,
  type LoopbackServer,
  type SeenRequest,
} from '../support/loopback-server.ts';
import { accountAt, facebook, PAGE_ID } from '../support/facebook-reads.ts';

let server: LoopbackServer | null = null;

afterEach(async () => {
  await server?.close();
  server = null;
});

const never = new AbortController().signal;
const TARGET = `${PAGE_ID}1_2`;
const POST = `${PAGE_ID}_7`;

type Outcome = Awaited<ReturnType<Connector['act']>>;
type Channel = ActionRequest['channel'];

async function doAt(
  request: ActionRequest,
  answer: unknown,
  notes: CallNote[] = [],
): Promise<Outcome> {
  server = await startLoopback((seen, response) => {
    if (typeof answer === 'function') (answer as Answering)(response, seen);
    else sendJson(response, answer);
  });
  const account = { ...accountAt(server.origin), onCall: (note: CallNote) => notes.push(note) };
  return facebook().act(account, request, never);
}

type Answering = (response: ServerResponse, seen: SeenRequest) => void;

const on = (
  action: 'delete' | 'hide' | 'unhide' | 'like' | 'unlike' | 'block' | 'unblock',
  channel: Channel = 'facebook',
  targetExternalId = TARGET,
): ActionRequest => ({ action, channel, targetExternalId });

const reply = (channel: Channel, image: ImageFile | null = null, text = 'Ciao'): ActionRequest => ({
  action: 'reply',
  channel,
  targetExternalId: TARGET,
  text,
  image,
});
const privately = (channel: Channel, targetExternalId = TARGET): ActionRequest => ({
  action: 'private_reply',
  channel,
  targetExternalId,
  text: 'In privato',
});
const message = (
  humanAgent = false,
  image: ImageFile | null = null,
  text = 'Ciao',
): ActionRequest => ({
  action: 'message',
  channel: 'messenger',
  targetExternalId: 'person-1',
  text,
  image,
  humanAgent,
});
const edit = (channel: Channel, text = 'Corretto'): ActionRequest => ({
  action: 'edit',
  channel,
  targetExternalId: TARGET,
  text,
});

const PICTURE: ImageFile = {
  name: 'à “foto”.png',
  mediaType: 'image/png',
  bytes: Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 255]),
};

const YES = { success: true };
const SENT = { recipient_id: 'person-1', message_id: 'm_1' };
const forPerson = JSON.stringify({ id: 'person-1' });
const inWords = (text: string): string => JSON.stringify({ text });

describe('each action is one call', () => {
  test.each<[string, ActionRequest, unknown, string, Record<string, string>, string | null]>([
    [
      'a reply',
      reply('facebook'),
      { id: '1_9' },
      `POST ${TARGET}/comments`,
      { message: 'Ciao' },
      '1_9',
    ],
    [
      'a private reply to a comment',
      privately('facebook'),
      SENT,
      `POST ${PAGE_ID}/messages`,
      { recipient: JSON.stringify({ comment_id: TARGET }), message: inWords('In privato') },
      'm_1',
    ],
    [
      'a private reply to a post',
      privately('facebook', POST),
      SENT,
      `POST ${PAGE_ID}/messages`,
      { recipient: JSON.stringify({ post_id: POST }), message: inWords('In privato') },
      'm_1',
    ],
    ['an edit', edit('facebook'), YES, `POST ${TARGET}`, { message: 'Corretto' }, null],
    ['a deletion', on('delete'), YES, `DELETE ${TARGET}`, {}, null],
    ['hiding', on('hide'), YES, `POST ${TARGET}`, { is_hidden: 'true' }, null],
    ['showing again', on('unhide'), YES, `POST ${TARGET}`, { is_hidden: 'false' }, null],
    ['a like', on('like'), YES, `POST ${TARGET}/likes`, {}, null],
    ['taking a like back', on('unlike'), YES, `DELETE ${TARGET}/likes`, {}, null],
    [
      'blocking',
      on('block', 'facebook', 'person-1'),
      { 'person-1': true },
      `POST ${PAGE_ID}/blocked`,
      { user: 'person-1' },
      null,
    ],
    [
      'letting back in',
      on('unblock', 'messenger', 'person-1'),
      YES,
      `DELETE ${PAGE_ID}/blocked`,
      { user: 'person-1' },
      null,
    ],
    [
      'a message within a day',
      message(),
      SENT,
      `POST ${PAGE_ID}/messages`,
      { recipient: forPerson, message: inWords('Ciao'), messaging_type: 'RESPONSE' },
      'm_1',
    ],
    [
      'a message within seven days',
      message(true),
      SENT,
      `POST ${PAGE_ID}/messages`,
      {
        recipient: forPerson,
        message: inWords('Ciao'),
        messaging_type: 'MESSAGE_TAG',
        tag: 'HUMAN_AGENT',
      },
      'm_1',
    ],
    [
      'a reply on Instagram',
      reply('instagram'),
      { id: '17' },
      `POST ${TARGET}/replies`,
      { message: 'Ciao' },
      '17',
    ],
    ['hiding on Instagram', on('hide', 'instagram'), YES, `POST ${TARGET}`, { hide: 'true' }, null],
    [
      'showing again on Instagram',
      on('unhide', 'instagram'),
      YES,
      `POST ${TARGET}`,
      { hide: 'false' },
      null,
    ],
    ['a deletion on Instagram', on('delete', 'instagram'), YES, `DELETE ${TARGET}`, {}, null],
    [
      'a private reply on Instagram',
      privately('instagram'),
      SENT,
      `POST ${PAGE_ID}/messages`,
      { recipient: JSON.stringify({ comment_id: TARGET }), message: inWords('In privato') },
      'm_1',
    ],
  ])('%s', async (...[, request, answer, call, form, externalId]) => {
    const notes: CallNote[] = [];
    expect(await doAt(request, answer, notes)).toEqual({ ok: true, value: { externalId } });
    const calls = server?.seen.map(({ method, url, form: sent }) => [
      `${method} ${url.pathname.replace('/v26.0/', '')}`,
      Object.fromEntries(sent),
      url.search,
    ]);
    expect(calls).toEqual([[call, form, '']]);
    expect(notes).toEqual([{ purpose: 'write', usagePercent: null, regainMs: null }]);
  });

  test.each<[string, ActionRequest]>([
    ['a message to a comment', { ...message(), channel: 'facebook' }],
    ['a public reply in private', reply('messenger')],
    ['an edit in private', edit('messenger')],
    ['an edit on Instagram', edit('instagram')],
    ['a like on Instagram', on('like', 'instagram')],
    ['a block on Instagram', on('block', 'instagram')],
    ['a picture on Instagram', reply('instagram', PICTURE)],
    ['anything by e-mail', reply('email')],
  ])('%s is not possible, and nothing leaves', async (_what, request) => {
    expect(await doAt(request, YES)).toEqual({
      ok: false,
      error: { outcome: 'rejected', error: { code: 'not_allowed' } },
    });
    expect(server?.seen).toEqual([]);
  });
});

/** The parts of a form with a file. */
async function partsOf({ headers, body }: SeenRequest): Promise<Record<string, unknown>> {
  const type = { 'content-type': headers['content-type'] ?? '' };
  const form = await new Response(new Uint8Array(body), { headers: type }).formData();
  const parts: Record<string, unknown> = {};
  for (const [name, value] of form) {
    parts[name] =
      typeof value === 'string'
        ? value
        : [value.name, value.type, new Uint8Array(await value.arrayBuffer())];
  }
  return parts;
}

const allParts = (): Promise<Record<string, unknown>[]> =>
  Promise.all((server?.seen ?? []).map(partsOf));

const FILE = [PICTURE.name, 'image/png', PICTURE.bytes];
const asPicture = JSON.stringify({
  attachment: { type: 'image', payload: { is_reusable: false } },
});

describe('a picture', () => {
  test('goes along with a reply, byte for byte', async () => {
    expect(await doAt(reply('facebook', PICTURE), { id: '1_9' })).toMatchObject({ ok: true });
    expect(await allParts()).toEqual([{ message: 'Ciao', source: FILE }]);
  });

  test('may stand without words', async () => {
    expect(await doAt(reply('facebook', PICTURE, ''), { id: '1_9' })).toMatchObject({ ok: true });
    expect(await doAtAgain(message(false, PICTURE, ' '), SENT)).toMatchObject({ ok: true });
    expect(server?.seen).toHaveLength(1);
  });

  test('in private goes before the words, as a message of its own', async () => {
    const ids = ['m_picture', 'm_words'];
    const result = await doAt(message(false, PICTURE), (response: ServerResponse) =>
      sendJson(response, { ...SENT, message_id: ids.shift() }),
    );
    expect(result).toEqual({ ok: true, value: { externalId: 'm_words' } });
    const [first] = await allParts();
    expect(first).toMatchObject({ recipient: forPerson, message: asPicture, filedata: FILE });
    expect(server?.seen[1]?.form.get('message')).toBe(inWords('Ciao'));
  });

  test.each([
    ['refused', 10, 2018278, 'rejected'],
    ['throttled', 4, undefined, 'not_sent'],
  ])('in private that is %s keeps the words back', async (_what, code, error_subcode, outcome) => {
    const result = await doAt(message(false, PICTURE), { error: { code, error_subcode } });
    expect(result).toMatchObject({ ok: false, error: { outcome } });
    expect(server?.seen).toHaveLength(1);
  });

  test('that arrived without its words leaves the whole in doubt', async () => {
    let calls = 0;
    const result = await doAt(message(false, PICTURE), (response: ServerResponse) => {
      calls += 1;
      sendJson(response, calls === 1 ? SENT : { error: { code: 4 } });
    });
    expect(result).toMatchObject({
      ok: false,
      error: { outcome: 'unknown', error: { code: 'throttled' } },
    });
  });

  test('of more than ten megabytes never leaves', async () => {
    const bytes = new Uint8Array(10 * 1024 * 1024 + 1);
    expect(await doAt(reply('facebook', { ...PICTURE, bytes }), YES)).toMatchObject({
      error: { outcome: 'rejected', error: { code: 'image_too_large' } },
    });
    expect(server?.seen).toEqual([]);
  });
});

async function doAtAgain(request: ActionRequest, answer: unknown): Promise<Outcome> {
  await server?.close();
  return doAt(request, answer);
}

test.each<[string, ActionRequest, number]>([
  ['a comment', reply('facebook', null, 'x'.repeat(8_001)), 8_000],
  ['an edit', edit('facebook', 'x'.repeat(8_001)), 8_000],
  ['a message', message(false, null, 'x'.repeat(2_001)), 2_000],
  [
    'a private reply',
    { ...privately('facebook'), text: 'x'.repeat(2_001) } as ActionRequest,
    2_000,
  ],
  ['a comment on Instagram', reply('instagram', null, 'x'.repeat(301)), 300],
])('a text beyond the limit of %s never leaves', async (_what, request) => {
  expect(await doAt(request, { id: '1' })).toEqual({
    ok: false,
    error: { outcome: 'rejected', error: { code: 'text_too_long' } },
  });
  expect(server?.seen).toEqual([]);
});

describe('what the answer means', () => {
  test.each<[string, ActionRequest, unknown, string, string]>([
    ['a no', on('hide'), { success: false }, 'rejected', 'refused'],
    ['a no for a person', on('block'), { 'person-1': false }, 'rejected', 'refused'],
    ['nothing clear', on('hide'), { id: '1' }, 'unknown', 'unknown_outcome'],
    ['an empty object', on('like'), {}, 'unknown', 'unknown_outcome'],
    ['a message without an id', message(), { recipient_id: '1' }, 'unknown', 'unknown_outcome'],
    [
      'what was answered in private already',
      privately('facebook'),
      { error: { code: 10900 } },
      'rejected',
      'already_replied',
    ],
    [
      'a window that closed',
      message(),
      { error: { code: 10, error_subcode: 2018278 } },
      'rejected',
      'window_closed',
    ],
    [
      'a reply to what is gone',
      reply('facebook'),
      { error: { code: 100, error_subcode: 33 } },
      'rejected',
      'object_gone',
    ],
    ['a duplicate', reply('facebook'), { error: { code: 506 } }, 'unknown', 'duplicate'],
  ])('%s', async (_what, request, answer, outcome, code) => {
    expect(await doAt(request, answer)).toMatchObject({
      ok: false,
      error: { outcome, error: { code } },
    });
  });

  test('what is to be deleted and is not there is deleted', async () => {
    const gone = { error: { code: 100, error_subcode: 33 } };
    expect(await doAt(on('delete'), gone)).toEqual({ ok: true, value: { externalId: null } });
  });

  test('a block for posting too fast says how long to wait at least', async () => {
    const blocked = { error: { code: 368, error_subcode: 1390008 } };
    expect(await doAt(reply('facebook'), blocked)).toMatchObject({
      error: { outcome: 'rejected', error: { details: { retryAfterMs: 1_800_000 } } },
    });
  });
});
