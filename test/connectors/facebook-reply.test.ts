import type { ServerResponse } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import type { ActionRequest } from '../../electron/service/ports/action.ts';
import type { Connector } from '../../electron/service/ports/connector.ts';
import { sendJson, startLoopback, type LoopbackServer } from '../support/loopback-server.ts';
import { accountAt, facebook, PAGE_ID } from '../support/facebook-reads.ts';

let server: LoopbackServer | null = null;

afterEach(async () => {
  await server?.close();
  server = null;
});

const REPLY: ReplyRequest = {
  action: 'reply',
  channel: 'facebook',
  targetExternalId: '1_2',
  text: 'Buongiorno & grazie: ci pensiamo noi 😀 + IVA',
  image: null,
};
const never = new AbortController().signal;

type ReplyRequest = Extract<ActionRequest, { action: 'reply' }>;
type Outcome = Awaited<ReturnType<Connector['act']>>;

async function replyTo(
  answer: (response: ServerResponse) => void,
  totalMs = 5_000,
): Promise<Outcome> {
  server = await startLoopback((_request, response) => answer(response));
  return facebook({ totalMs }).act(accountAt(server.origin), REPLY, never);
}

test('a reply is one form-encoded POST under its parent, with the token in the header', async () => {
  expect(await replyTo((response) => sendJson(response, { id: '1_99' }))).toEqual({
    ok: true,
    value: { externalId: '1_99' },
  });
  expect(server?.seen.map(({ method, url, form }) => [method, url.href, [...form]])).toEqual([
    ['POST', 'http://127.0.0.1/v26.0/1_2/comments', [['message', REPLY.text]]],
  ]);
  expect(server?.seen[0]?.headers).toMatchObject({
    authorization: 'Bearer TOKEN-OF-THE-PAGE',
    'content-type': 'application/x-www-form-urlencoded;charset=UTF-8',
  });
});

describe('what an error of Graph means for a reply', () => {
  test.each([
    [{ code: 1 }, 'unknown', 'unknown_outcome'],
    [{ code: 2 }, 'unknown', 'unknown_outcome'],
    [{ code: 1705 }, 'unknown', 'unknown_outcome'],
    [{ code: 987654 }, 'unknown', 'unknown_outcome'],
    [{ code: 4 }, 'not_sent', 'throttled'],
    [{ code: 17 }, 'not_sent', 'throttled'],
    [{ code: 32 }, 'not_sent', 'throttled'],
    [{ code: 341 }, 'not_sent', 'throttled'],
    [{ code: 613, error_subcode: 1996 }, 'not_sent', 'throttled'],
    [{ code: 80001 }, 'not_sent', 'throttled'],
    [{ code: 101 }, 'not_sent', 'token_dead'],
    [{ code: 190, error_subcode: 460 }, 'not_sent', 'token_dead'],
    [{ code: 3 }, 'rejected', 'permission_missing'],
    [{ code: 10 }, 'rejected', 'permission_missing'],
    [{ code: 200 }, 'rejected', 'permission_missing'],
    [{ code: 283 }, 'rejected', 'permission_missing'],
    [{ code: 230 }, 'rejected', 'refused'],
    [{ code: 551 }, 'rejected', 'refused'],
    [{ code: 100 }, 'rejected', 'refused'],
    [{ code: 100, error_subcode: 33 }, 'rejected', 'object_gone'],
    [{ code: 368, error_subcode: 1390008 }, 'rejected', 'blocked'],
    [{ code: 506 }, 'unknown', 'duplicate'],
  ])('%o: %s, %s', async (error, outcome, code) => {
    const message = 'The words say something else entirely';
    const result = await replyTo((response) =>
      sendJson(response, { error: { message, ...error } }, { status: 400 }),
    );
    expect(result).toMatchObject({ ok: false, error: { outcome, error: { code } } });
  });

  test.each([
    ['says when', { [PAGE_ID]: [{ type: 'pages', estimated_time_to_regain_access: 7 }] }, 7],
    ['does not say', {}, 15],
  ])('a throttled reply waits as long as Facebook asks (%s)', async (_what, usage, minutes) => {
    const headers = { 'x-business-use-case-usage': JSON.stringify(usage) };
    const result = await replyTo((response) =>
      sendJson(response, { error: { code: 80001 } }, { status: 400, headers }),
    );
    expect(result).toMatchObject({ ok: false, error: { retryAfterMs: minutes * 60_000 } });
  });
});

describe('a reply without a clear answer', () => {
  test.each<[string, (response: ServerResponse) => void, string]>([
    [
      'a success without an id',
      (response) => sendJson(response, { success: true }),
      'unknown_outcome',
    ],
    ['a web page', (response) => response.end('<html>'), 'not_json'],
    ['nothing', (response) => response.end(''), 'empty_answer'],
    ['half an answer', (response) => response.end('{"id":"1_'), 'cut_answer'],
    ['a bare 500', (response) => sendJson(response, {}, { status: 500 }), 'server_error'],
    ['a bare 400', (response) => sendJson(response, {}, { status: 400 }), 'bad_shape'],
    ['a connection that broke', (response) => response.destroy(), 'cut_answer'],
    ['silence', () => undefined, 'timeout'],
  ])('%s is never taken for "not sent"', async (_what, answer, code) => {
    expect(await replyTo(answer, 200)).toMatchObject({
      ok: false,
      error: { outcome: 'unknown', error: { code } },
    });
    expect(server?.seen).toHaveLength(1);
  });

  test('stopped on the way, its fate is unknown', async () => {
    const stop = new AbortController();
    server = await startLoopback(() => stop.abort());
    const result = await facebook().act(accountAt(server.origin), REPLY, stop.signal);
    expect(result).toMatchObject({ ok: false, error: { outcome: 'unknown' } });
  });

  test('where nobody listens it certainly was not sent', async () => {
    server = await startLoopback(() => undefined);
    const { origin } = server;
    await server.close();
    server = null;
    expect(await facebook().act(accountAt(origin), REPLY, never)).toMatchObject({
      ok: false,
      error: { outcome: 'not_sent', error: { code: 'offline' }, retryAfterMs: null },
    });
  });
});

test.each([
  ['empty', ' \n', 'text_empty'],
  ['longer than Facebook takes', 'x'.repeat(8_001), 'text_too_long'],
])('a text that is %s never leaves', async (_what, text, code) => {
  server = await startLoopback((_request, response) => sendJson(response, { id: '1' }));
  const result = await facebook().act(accountAt(server.origin), { ...REPLY, text }, never);
  expect(result).toEqual({ ok: false, error: { outcome: 'rejected', error: { code } } });
  expect(server.seen).toEqual([]);
});
