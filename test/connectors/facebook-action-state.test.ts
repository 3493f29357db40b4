import { afterEach, describe, expect, test } from 'vitest';
import type { ActionRequest } from '../../electron/service/ports/action.ts';
import type { LoopbackServer } from '../support/loopback-server.ts';
import { accountAt, facebook, PAGE_ID, startGraph } from '../support/facebook-reads.ts';

let server: LoopbackServer | null = null;

afterEach(async () => {
  await server?.close();
  server = null;
});

const never = new AbortController().signal;
const TARGET = `${PAGE_ID}1_2`;
const POST = `${PAGE_ID}_7`;

type Channel = ActionRequest['channel'];
type Silent = 'delete' | 'hide' | 'unhide' | 'like' | 'unlike' | 'block' | 'unblock';

const on = (
  action: Silent,
  channel: Channel = 'facebook',
  targetExternalId = TARGET,
): ActionRequest => ({ action, channel, targetExternalId });

const said = { channel: 'facebook', targetExternalId: TARGET, text: 'Ciao' } as const;
const reply = (): ActionRequest => ({ ...said, action: 'reply', image: null });
const privately = (): ActionRequest => ({ ...said, action: 'private_reply' });
const message = (): ActionRequest => ({
  ...said,
  action: 'message',
  image: null,
  humanAgent: false,
});
const edit = (text: string): ActionRequest => ({ ...said, action: 'edit', text });

describe('how the platform stands toward an action', () => {
  const GONE = { error: { code: 100, error_subcode: 33 } };
  const blockedList = { data: [{ id: 'person-1' }] };
  test.each<[string, ActionRequest, string, unknown, string]>([
    ['hidden, to hide', on('hide'), TARGET, { id: TARGET, is_hidden: true }, 'done'],
    ['shown, to hide', on('hide'), TARGET, { id: TARGET, is_hidden: false }, 'not_done'],
    ['shown, to show', on('unhide'), TARGET, { id: TARGET, is_hidden: false }, 'done'],
    ['hidden on Instagram', on('hide', 'instagram'), TARGET, { hidden: true }, 'done'],
    ['liked, to like', on('like'), TARGET, { user_likes: true }, 'done'],
    ['liked, to take it back', on('unlike'), TARGET, { user_likes: true }, 'not_done'],
    [
      'a liked post',
      on('like', 'facebook', POST),
      `${POST}/likes`,
      { data: [], summary: { has_liked: true } },
      'done',
    ],
    ['the new words', edit('Così \r\n'), TARGET, { message: 'Così' }, 'done'],
    ['the old words', edit('Così'), TARGET, { message: 'Cosà' }, 'not_done'],
    ['still there, to delete', on('delete'), TARGET, { id: TARGET }, 'not_done'],
    ['gone, to delete', on('delete'), TARGET, GONE, 'done'],
    ['gone, to hide', on('hide'), TARGET, GONE, 'impossible'],
    [
      'blocked, to block',
      on('block', 'facebook', 'person-1'),
      `${PAGE_ID}/blocked`,
      blockedList,
      'done',
    ],
    [
      'not blocked, to block',
      on('block', 'messenger', 'person-2'),
      `${PAGE_ID}/blocked`,
      blockedList,
      'not_done',
    ],
    [
      'not blocked, to let back in',
      on('unblock', 'facebook', 'person-2'),
      `${PAGE_ID}/blocked`,
      { data: [] },
      'done',
    ],
  ])('%s', async (_what, request, path, answer, state) => {
    server = await startGraph({ [path]: answer });
    const looked = await facebook().actionState(accountAt(server.origin), request, never);
    expect(looked).toEqual({ ok: true, value: state });
  });

  test.each<[string, ActionRequest, unknown, string]>([
    ['spoken words', reply(), {}, 'not_allowed'],
    ['a private message', message(), {}, 'not_allowed'],
    ['a private reply', privately(), {}, 'not_allowed'],
    ['a like on Instagram', on('like', 'instagram'), {}, 'not_allowed'],
    ['an answer that does not say', on('hide'), { id: TARGET }, 'bad_shape'],
    ['an answer of another shape', on('hide'), [], 'bad_shape'],
    ['a dead token', on('delete'), { error: { code: 190 } }, 'token_dead'],
  ])('cannot be told of %s', async (_what, request, answer, code) => {
    server = await startGraph({ [TARGET]: answer });
    const looked = await facebook().actionState(accountAt(server.origin), request, never);
    expect(looked).toMatchObject({ ok: false, error: { code } });
  });

  test('“gone” from a person’s token is not believed', async () => {
    server = await startGraph({ [TARGET]: GONE, me: { id: 'somebody' } });
    const looked = await facebook().actionState(accountAt(server.origin), on('delete'), never);
    expect(looked).toMatchObject({ ok: false, error: { code: 'wrong_token_kind' } });
  });
});
