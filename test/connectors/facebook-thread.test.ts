import { afterEach, describe, expect, test } from 'vitest';
import type { LoopbackServer } from '../support/loopback-server.ts';
import {
  accountAt,
  facebook,
  graphComment,
  graphPost,
  NOW,
  PAGE_ID,
  startGraph,
  threadRef,
  type GraphAnswers,
} from '../support/facebook-reads.ts';

let server: LoopbackServer | null = null;

afterEach(async () => {
  await server?.close();
  server = null;
});

const never = new AbortController().signal;
const COMMENT = threadRef('c1', 'comment', `${PAGE_ID}_1`);

async function read(
  answers: GraphAnswers,
  thread: Parameters<ReturnType<typeof facebook>['readThread']>[1] = COMMENT,
): ReturnType<ReturnType<typeof facebook>['readThread']> {
  server = await startGraph(answers);
  return facebook().readThread(accountAt(server.origin), thread, never);
}

describe('reading one thread anew', () => {
  test('of a comment gives it and its replies, complete', async () => {
    const result = await read({
      c1: graphComment('c1', { message: 'Cambiato' }),
      'c1/comments': { data: [graphComment('r1', { parent: { id: 'c1' } }), graphComment('r2')] },
    });
    expect(result).toMatchObject({
      ok: true,
      value: {
        messages: [
          { externalId: 'c1', parentExternalId: null, text: 'Cambiato' },
          { externalId: 'r1', parentExternalId: 'c1', conversationExternalId: 'c1' },
          { externalId: 'r2', parentExternalId: 'c1', contextExternalId: `${PAGE_ID}_1` },
        ],
        complete: [{ rootExternalId: 'c1', seen: ['c1', 'r1', 'r2'], startedAtMs: NOW }],
      },
    });
  });

  test('of a visitor’s post gives it and everything below it', async () => {
    const id = `${PAGE_ID}_2`;
    const result = await read(
      {
        [id]: graphPost(id, { from: { id: 'u', name: 'Ugo' } }),
        [`${id}/comments`]: { data: [graphComment('c1')] },
      },
      threadRef(id, 'visitor_post'),
    );
    expect(result).toMatchObject({
      ok: true,
      value: {
        messages: [
          { externalId: id, conversationKind: 'visitor_post' },
          { externalId: 'c1', parentExternalId: id, conversationKind: 'visitor_post' },
        ],
        complete: [{ rootExternalId: id, seen: [id, 'c1'] }],
      },
    });
  });

  test('that is gone gives a complete listing of nothing, once the token has proved alive', async () => {
    const result = await read({
      c1: { error: { code: 100, error_subcode: 33 } },
      me: { id: PAGE_ID },
    });
    expect(result).toMatchObject({
      ok: true,
      value: {
        messages: [],
        complete: [{ rootExternalId: 'c1', seen: [], startedAtMs: NOW }],
        gone: ['c1'],
      },
    });
  });

  test.each<[string, GraphAnswers, string]>([
    [
      'a token that sees nothing any more proves no loss',
      { c1: { error: { code: 100, error_subcode: 33 } }, me: { error: { code: 190 } } },
      'token_dead',
    ],
    [
      'a person’s token, which sees less, proves no loss',
      { c1: { error: { code: 100, error_subcode: 33 } }, me: { id: 'a-person' } },
      'wrong_token_kind',
    ],
    [
      'an empty list for a person’s token',
      { c1: graphComment('c1', { comment_count: 2 }), me: { id: 'a-person' } },
      'wrong_token_kind',
    ],
    ['a first message that fails', { c1: { error: { code: 2 } } }, 'server_error'],
    [
      'replies that fail',
      { c1: graphComment('c1'), 'c1/comments': { error: { code: 2 } } },
      'server_error',
    ],
  ])('%s fails as a whole', async (_what, answers, code) => {
    expect(await read(answers)).toMatchObject({ ok: false, error: { code } });
  });

  test('of another channel is not possible', async () => {
    const thread = threadRef('t', 'email');
    expect(await read({}, thread)).toMatchObject({ ok: false, error: { code: 'not_allowed' } });
  });
});

describe('who is behind a token', () => {
  test.each<[string, unknown, object]>([
    [
      'the page',
      { id: PAGE_ID, name: 'Pagina' },
      { ok: true, value: { externalId: PAGE_ID, name: 'Pagina' } },
    ],
    ['nobody any more', { error: { code: 190 } }, { ok: false, error: { code: 'token_dead' } }],
    ['something else', { hello: 1 }, { ok: false, error: { code: 'bad_shape' } }],
  ])('%s', async (_who, answer, expected) => {
    server = await startGraph({ [PAGE_ID]: answer });
    expect(await facebook().identify(accountAt(server.origin))).toMatchObject(expected);
  });
});
