import { describe, expect, test } from 'vitest';
import { abilitiesOf, type Circumstances } from '../../shared/domain/action/abilities.ts';
import { composerModes, privateTarget } from '../../shared/domain/action/composer-modes.ts';
import type {
  MessageAction,
  OutboxAction,
  PlatformState,
} from '../../shared/domain/action/types.ts';
import type { Message } from '../../shared/domain/conversation/types.ts';
import type { OutboxItem, OutboxState } from '../../shared/domain/outbox/types.ts';

const DAY_MS = 86_400_000;
const NOW_MS = 100 * DAY_MS;

const message = (over: Partial<Message> = {}): Message => ({
  id: 'm1',
  conversationId: 'c',
  externalId: 'x1',
  parentExternalId: null,
  author: { externalId: 'luisa', name: 'Luisa' },
  authorKind: 'customer',
  text: 'Non funziona',
  createdAtMs: NOW_MS - 60_000,
  observedAtMs: NOW_MS,
  visibility: 'public',
  source: null,
  presence: 'visible',
  presenceAtMs: null,
  versions: [],
  attachments: [],
  permalink: null,
  answered: [],
  ...over,
});

const OURS: Partial<Message> = {
  authorKind: 'brand',
  author: { externalId: 'page', name: 'Pagina' },
};

const UNSAID: PlatformState = {
  canReply: null,
  canHide: null,
  canDelete: null,
  canLike: null,
  canReplyPrivately: null,
  likeCount: null,
  liked: null,
};

const item = (action: OutboxAction, state: OutboxState, target = 'x1'): OutboxItem => ({
  id: `${action}-${state}`,
  conversationId: 'c',
  accountId: 'a',
  action,
  targetExternalId: target,
  text: '',
  image: null,
  mail: null,
  rawId: null,
  state,
  attempt: 0,
  reason: null,
  externalId: null,
  queuedAtMs: NOW_MS,
  notBeforeMs: NOW_MS,
  seenThroughMs: NOW_MS,
  closeAfter: false,
  sentAtMs: null,
  changedAtMs: NOW_MS,
});

interface Case {
  readonly message?: Partial<Message>;
  readonly state?: Partial<PlatformState>;
  readonly outbox?: readonly OutboxItem[];
  readonly scopes?: readonly string[] | null;
  readonly conversation?: Partial<Circumstances['conversation']>;
}

function around({ message: over, state, outbox, scopes, conversation }: Case): Circumstances {
  return {
    conversation: {
      channel: 'facebook',
      kind: 'comment',
      externalId: 'x1',
      starter: { externalId: 'luisa', name: 'Luisa' },
      ...conversation,
    },
    messages: [message(over)],
    outbox: outbox ?? [],
    states: new Map(state === undefined ? [] : [['x1', { ...UNSAID, ...state }]]),
    scopes: scopes ?? null,
    nowMs: NOW_MS,
  };
}

/** What is said of an action: `yes`, or why not. */
function said(action: MessageAction, given: Case): string {
  const ability = abilitiesOf(message(given.message), around(given))[action];
  return ability.allowed ? 'yes' : ability.reason;
}

const DIRECT: Case['conversation'] = { channel: 'messenger', kind: 'direct_message' };
const PRIVATE: Partial<Message> = { visibility: 'private' };
const GONE: Partial<Message> = { presence: 'gone' };
const HIDDEN: Partial<Message> = { presence: 'hidden' };
const OLD: Partial<Message> = { createdAtMs: NOW_MS - 7 * DAY_MS - 1 };

describe('what may be done with a message', () => {
  test.each<[MessageAction, string, Case, string]>([
    ['reply', 'a comment', {}, 'yes'],
    ['reply', 'a comment that takes none', { state: { canReply: false } }, 'platform_refuses'],
    ['reply', 'one that is gone', { message: GONE }, 'gone'],
    ['reply', 'while another reply is under way', { outbox: [item('reply', 'queued')] }, 'yes'],
    [
      'reply',
      'within 24 h of a private message',
      { conversation: DIRECT, message: PRIVATE },
      'yes',
    ],
    ['reply', 'after 7 days', { conversation: DIRECT, message: OLD }, 'message_window_over'],
    ['private_reply', 'a comment', {}, 'yes'],
    [
      'private_reply',
      'on its seventh day',
      { message: { createdAtMs: NOW_MS - 7 * DAY_MS } },
      'yes',
    ],
    ['private_reply', 'after 7 days', { message: OLD }, 'private_window_over'],
    [
      'private_reply',
      'a second time',
      { outbox: [item('private_reply', 'sent')] },
      'already_replied_privately',
    ],
    [
      'private_reply',
      'while one is with a person',
      { outbox: [item('private_reply', 'needs_human')] },
      'already_under_way',
    ],
    [
      'private_reply',
      'after a refused one',
      { outbox: [item('private_reply', 'rejected')] },
      'yes',
    ],
    ['private_reply', 'ourselves', { message: OURS }, 'ours'],
    [
      'private_reply',
      'where the platform takes none',
      { state: { canReplyPrivately: false } },
      'platform_refuses',
    ],
    [
      'private_reply',
      'on Instagram',
      { conversation: { channel: 'instagram' } },
      'not_on_this_channel',
    ],
    ['edit', 'our own', { message: OURS }, 'yes'],
    ['edit', 'a customer’s', {}, 'not_ours'],
    [
      'edit',
      'our own private message',
      { message: { ...OURS, ...PRIVATE } },
      'not_on_this_channel',
    ],
    ['delete', 'a customer’s', {}, 'yes'],
    ['delete', 'what the platform keeps', { state: { canDelete: false } }, 'platform_refuses'],
    ['delete', 'without an id', { message: { externalId: null } }, 'platform_refuses'],
    ['hide', 'a customer’s', {}, 'yes'],
    ['hide', 'our own', { message: OURS }, 'ours'],
    ['hide', 'a hidden one', { message: HIDDEN }, 'already_hidden'],
    [
      'hide',
      'while it is being hidden',
      { outbox: [item('hide', 'sending')] },
      'already_under_way',
    ],
    ['unhide', 'a hidden one', { message: HIDDEN }, 'yes'],
    ['unhide', 'a visible one', {}, 'not_hidden'],
    ['unhide', 'one whose hiding has not left', { outbox: [item('hide', 'queued')] }, 'yes'],
    ['unhide', 'one being hidden', { outbox: [item('hide', 'sending')] }, 'not_hidden'],
    ['like', 'a comment', {}, 'yes'],
    ['like', 'a liked one', { state: { liked: true } }, 'already_liked'],
    ['like', 'on Instagram', { conversation: { channel: 'instagram' } }, 'not_on_this_channel'],
    ['unlike', 'a liked one', { state: { liked: true } }, 'yes'],
    ['unlike', 'one we do not like', {}, 'not_liked'],
    ['block', 'a customer', {}, 'yes'],
    ['block', 'in private', { conversation: DIRECT, message: PRIVATE }, 'yes'],
    ['block', 'one whose comment is gone', { message: GONE }, 'yes'],
    ['block', 'ourselves', { message: OURS }, 'ours'],
    [
      'block',
      'nobody known',
      { message: { author: { externalId: null, name: null } } },
      'no_author',
    ],
    ['block', 'twice', { outbox: [item('block', 'sent', 'luisa')] }, 'already_blocked'],
    ['unblock', 'a blocked one', { outbox: [item('block', 'sent', 'luisa')] }, 'yes'],
    ['unblock', 'one that is not', {}, 'not_blocked'],
    ['hide', 'without the permission', { scopes: ['pages_messaging'] }, 'permission_missing'],
    [
      'hide',
      'on Instagram with its own permission',
      { scopes: ['instagram_manage_comments'], conversation: { channel: 'instagram' } },
      'yes',
    ],
  ])('%s: %s', (action, _what, given, expected) => {
    expect(said(action, given)).toBe(expected);
  });
});

describe('how one can write', () => {
  const modes = (given: Case): readonly (readonly unknown[])[] =>
    composerModes(around(given)).map((mode) => [
      mode.mode,
      mode.ability.allowed ? 'yes' : mode.ability.reason,
      mode.maxLength,
      mode.image,
      mode.untilMs === null ? null : (mode.untilMs - NOW_MS) / DAY_MS,
      mode.humanAgent,
    ]);
  const note = ['note', 'yes', 20_000, false, null, false];
  const yesterday = { ...PRIVATE, createdAtMs: NOW_MS - 2 * DAY_MS };
  const dayOld = { createdAtMs: NOW_MS - DAY_MS };

  test.each<[string, Case, readonly unknown[]]>([
    [
      'a comment: in public, and in private for seven days',
      { message: dayOld },
      [
        ['public', 'yes', 8_000, true, null, false],
        ['private', 'yes', 2_000, false, 6, false],
        note,
      ],
    ],
    [
      'an old comment: in private no more',
      { message: OLD },
      [
        ['public', 'yes', 8_000, true, null, false],
        ['private', 'private_window_over', 2_000, false, null, false],
        note,
      ],
    ],
    [
      'Instagram: in public, shorter and without pictures',
      { conversation: { channel: 'instagram' } },
      [['public', 'yes', 300, false, null, false], note],
    ],
    [
      'a private conversation within 24 hours',
      { conversation: DIRECT, message: { ...PRIVATE, createdAtMs: NOW_MS - DAY_MS } },
      [['private', 'yes', 2_000, true, 0, false], note],
    ],
    [
      'within seven days, as a person',
      { conversation: DIRECT, message: yesterday },
      [['private', 'yes', 2_000, true, 5, true], note],
    ],
    [
      'later: not any more',
      { conversation: DIRECT, message: { ...PRIVATE, ...OLD } },
      [['private', 'message_window_over', 2_000, true, null, false], note],
    ],
  ])('%s', (_what, given, expected) => {
    expect(modes(given)).toEqual(expected);
  });

  test('a private reply goes to the customer’s newest message that takes one', () => {
    const messages = [
      message({ id: 'first', externalId: 'x1' }),
      message({ id: 'taken', externalId: 'x2' }),
      message({ id: 'third', externalId: 'x3', authorKind: 'other' }),
    ];
    const given = { ...around({ outbox: [item('private_reply', 'sent', 'x2')] }), messages };
    expect(privateTarget(given)?.id).toBe('first');
  });
});
