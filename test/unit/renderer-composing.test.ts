import { describe, expect, test } from 'vitest';
import type { ComposerMode } from '../../shared/contract/channel-schemas.ts';
import type { ConversationDetail, MessageView } from '../../shared/contract/schemas.ts';
import { PRIVATE_REPLY_WINDOW_MS } from '../../shared/domain/action/windows.ts';
import { composingIn, isReady } from '../../renderer/state/composing.ts';
import { EMPTY_DRAFT, type Draft } from '../../renderer/state/drafts.ts';
import { imageFault } from '../../renderer/state/image-actions.ts';
import { abilitiesBut, messageView } from '../support/thread-views.ts';

const mode = (change: Partial<ComposerMode>): ComposerMode => ({
  mode: 'public',
  ability: { allowed: true },
  maxLength: 8_000,
  image: true,
  untilMs: null,
  humanAgent: false,
  ...change,
});
const MODES = [
  mode({}),
  mode({ mode: 'private', maxLength: 2_000, image: false, untilMs: 99 }),
  mode({ mode: 'note', maxLength: 20_000, image: false }),
];

const detail = (
  messages: readonly MessageView[],
  kind: ConversationDetail['summary']['kind'] = 'comment',
) => ({ messages, modes: MODES, summary: { kind } }) as unknown as ConversationDetail;

const draft = (change: Partial<Draft> = {}): Draft => ({ ...EMPTY_DRAFT, text: 'Ciao', ...change });
const image = {
  imageId: 'i1',
  name: 'guasto.png',
  bytes: 10,
  file: new File([], 'guasto.png'),
  preview: null,
};

describe('to what one writes', () => {
  const first = messageView();
  const nested = messageView({ id: 'm2', createdAtMs: 5_000 });

  test('in public to the conversation, unless a message was chosen', () => {
    expect(composingIn(detail([first, nested]), draft(), 'public').target).toBeNull();
    const chosen = draft({ replyTo: 'm2' });
    expect(composingIn(detail([first, nested]), chosen, 'public').target?.id).toBe('m2');
  });

  test('in private always to one message: the newest that allows it', () => {
    const answered = messageView({
      id: 'm3',
      abilities: abilitiesBut({ private_reply: 'already_replied_privately' }),
    });
    const thread = detail([first, nested, answered]);
    expect(composingIn(thread, draft(), 'private')).toEqual({ ...MODES[1], target: nested });
  });

  test('a chosen comment says itself whether, and until when, it may be answered in private', () => {
    const chosen = draft({ replyTo: 'm2' });
    const open = composingIn(detail([first, nested]), chosen, 'private');
    expect(open.untilMs).toBe(5_000 + PRIVATE_REPLY_WINDOW_MS);
    const refused = abilitiesBut({ private_reply: 'private_window_over' });
    const old = messageView({ id: 'm2', abilities: refused });
    const { ability, untilMs } = composingIn(detail([first, old]), chosen, 'private');
    expect([ability, untilMs]).toEqual([{ allowed: false, reason: 'private_window_over' }, null]);
  });

  test('among two people the window is the conversation’s', () => {
    const talk = detail([first], 'direct_message');
    expect(composingIn(talk, draft(), 'private')).toEqual({ ...MODES[1], target: null });
  });
});

const ready = (change: Partial<Draft>, which: Draft['mode'] = 'public') =>
  isReady(composingIn(detail([messageView()]), draft(change), which), draft(change));

describe('whether the words may go', () => {
  test.each([
    ['some words', {}, 'public', true],
    ['blanks alone', { text: ' \n' }, 'public', false],
    ['up to the limit', { text: 'a'.repeat(8_000) }, 'public', true],
    ['beyond it', { text: 'a'.repeat(8_001) }, 'public', false],
    ['beyond what goes in private', { text: 'a'.repeat(2_001) }, 'private', false],
    ['handed over already', { sending: true }, 'public', false],
    ['with a picture', { image }, 'public', true],
    ['with a picture that is not ready', { image: { ...image, imageId: null } }, 'public', false],
    ['with a picture where none can go', { image }, 'private', false],
    ['a note, while a picture waits for the reply', { image }, 'note', true],
  ] as const)('%s', (_name, change, which, expected) => {
    expect(ready(change, which)).toBe(expected);
  });

  test('a mode that is not possible now holds them back', () => {
    const refused = abilitiesBut({ private_reply: 'private_window_over' });
    const written = draft({ replyTo: 'm1' });
    const composing = composingIn(
      detail([messageView({ abilities: refused })]),
      written,
      'private',
    );
    expect(isReady(composing, written)).toBe(false);
  });
});

test.each([
  ['a photo', 'image/jpeg', 10, null],
  ['a document', 'application/pdf', 10, 'image_bad_type'],
  ['a drawing that carries scripts', 'image/svg+xml', 10, 'image_bad_type'],
  ['exactly ten megabytes', 'image/png', 10 * 1024 * 1024, null],
  ['a byte more', 'image/png', 10 * 1024 * 1024 + 1, 'image_too_large'],
] as const)('before it is handed over, a picture is judged: %s', (_name, type, size, fault) => {
  expect(imageFault({ type, size })).toBe(fault);
});
