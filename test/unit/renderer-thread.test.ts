import { describe, expect, test } from 'vitest';
import { afterDeeds, deedsOf } from '../../renderer/lib/thread/deeds.ts';
import { offerOf, offersOf, toolbarOf } from '../../renderer/lib/thread/offers.ts';
import { ownMessage, waitingMessage } from '../../renderer/lib/thread/waiting-message.ts';
import { placeOf } from '../../renderer/ui/menu/menu-place.ts';
import { abilitiesBut, messageView, outboxView } from '../support/thread-views.ts';

describe('a message changes at once', () => {
  test.each([
    ['hiding', outboxView({ action: 'hide' }), { presence: 'hidden' }],
    ['showing again', outboxView({ action: 'unhide' }), { presence: 'visible' }],
    ['deleting', outboxView({ action: 'delete' }), { presence: 'gone' }],
    ['editing', outboxView({ action: 'edit', text: 'Nuovo' }), { text: 'Nuovo' }],
    ['a like', outboxView({ action: 'like' }), { liked: true, likeCount: 3 }],
    ['blocking its author', outboxView({ action: 'block' }), {}],
  ] as const)('%s shows as it will be', (_name, deed, change) => {
    const message = messageView({ likeCount: 2, liked: false });
    expect(afterDeeds(message, [deed])).toEqual({ ...message, ...change });
  });

  test('a like that is taken away again counts once less, and only if it was ours', () => {
    const unlike = outboxView({ action: 'unlike' });
    expect(afterDeeds(messageView({ likeCount: 2, liked: true }), [unlike]).likeCount).toBe(1);
    expect(afterDeeds(messageView({ likeCount: 2, liked: false }), [unlike]).likeCount).toBe(2);
  });

  test('what has failed, stopped or was taken back leaves it as it was', () => {
    const message = messageView();
    const over = (['rejected', 'needs_human', 'cancelled', 'sent'] as const).map((state) =>
      outboxView({ state }),
    );
    expect(over.map((deed) => afterDeeds(message, [deed]))).toEqual(over.map(() => message));
  });

  test('deeds stand at their message, those on a person at its newest; replies are none', () => {
    const messages = [
      messageView(),
      messageView({ id: 'm2', externalId: 'x2' }),
      messageView({ id: 'm3', externalId: 'x3', author: { externalId: 'p2', name: 'Marco' } }),
    ];
    const deeds = deedsOf({
      messages,
      outbox: [
        outboxView({ id: 'like', action: 'like', queuedAtMs: 5_000 }),
        outboxView({ id: 'hide', state: 'rejected', reason: 'refused' }),
        outboxView({ id: 'block', action: 'block', targetExternalId: 'p1' }),
        outboxView({ id: 'reply', action: 'reply' }),
        outboxView({ id: 'done', state: 'sent' }),
        outboxView({ id: 'elsewhere', targetExternalId: 'x9' }),
      ],
    });
    const ids = [...deeds].map(([message, items]) => [message, items.map(({ id }) => id)]);
    expect(ids).toEqual([
      ['m1', ['hide', 'like']],
      ['m2', ['block']],
    ]);
  });
});

describe('the menu of a message', () => {
  test('has every place in the same order, whatever is possible', () => {
    const nothing = abilitiesBut({ reply: 'gone', like: 'permission_missing', edit: 'not_ours' });
    const slots = offersOf(messageView({ abilities: nothing }), []).map(({ slot }) => slot);
    expect(slots).toEqual(offersOf(messageView(), []).map(({ slot }) => slot));
    expect(slots).toHaveLength(7);
  });

  test('offers the opposite of how the message stands', () => {
    const blocked = {
      ...abilitiesBut(),
      unblock: { allowed: false, reason: 'not_blocked' } as const,
    };
    const hidden = messageView({ presence: 'hidden', liked: true, abilities: blocked });
    expect(offersOf(hidden, []).map(({ action }) => action)).toEqual([
      'reply',
      'private_reply',
      'unlike',
      'unhide',
      'edit',
      'delete',
      'block',
    ]);
    expect(offerOf('block', messageView(), []).action).toBe('unblock');
  });

  test('what is not possible says why', () => {
    const abilities = abilitiesBut({ private_reply: 'private_window_over' });
    expect(offerOf('private_reply', messageView({ abilities }), []).reason).toBe(
      'private_window_over',
    );
  });

  test('what waits can be undone by its opposite; what is under way cannot', () => {
    const abilities = abilitiesBut({ unhide: 'not_hidden' });
    const message = messageView({ abilities });
    expect(offerOf('hide', message, [outboxView()])).toEqual({
      slot: 'hide',
      action: 'unhide',
      reason: null,
    });
    expect(offerOf('hide', message, [outboxView({ state: 'sending' })]).reason).toBe(
      'already_under_way',
    );
    expect(offerOf('edit', message, [outboxView({ action: 'edit' })]).reason).toBe(
      'already_under_way',
    );
  });

  test('the toolbar leaves out what the channel does not know', () => {
    const abilities = abilitiesBut({
      private_reply: 'not_on_this_channel',
      like: 'not_on_this_channel',
      hide: 'ours',
    });
    const message = messageView({ abilities });
    expect(toolbarOf(message, []).map(({ slot }) => slot)).toEqual(['reply', 'hide']);
    const ours = messageView({ authorKind: 'brand' });
    expect(toolbarOf(ours, []).map(({ slot }) => slot)).toEqual([
      'like',
      'reply',
      'edit',
      'delete',
    ]);
  });
});

describe('the message that a command means', () => {
  const others = messageView({ id: 'm2', authorKind: 'other', createdAtMs: 5_000 });
  const ours = messageView({ id: 'm3', authorKind: 'brand', createdAtMs: 6_000 });

  test('is the customer’s newest that still stands, before anybody else’s', () => {
    const gone = messageView({ id: 'm4', presence: 'gone', createdAtMs: 9_000 });
    expect(waitingMessage([messageView(), others, ours, gone])?.id).toBe('m1');
    expect(waitingMessage([others, ours])?.id).toBe('m2');
    expect(waitingMessage([ours])).toBeNull();
  });

  test('for editing it is our own newest', () => {
    expect(ownMessage([messageView(), ours])?.id).toBe('m3');
    expect(ownMessage([messageView()])).toBeNull();
  });
});

describe('where a menu lies', () => {
  const room = { width: 1_000, height: 600 };
  const size = { width: 300, height: 200 };

  test.each([
    ['at the pointer', { x: 100, y: 100 }, { left: 100, top: 100 }],
    ['never over the edge', { x: 900, y: 590 }, { left: 692, top: 392 }],
    [
      'under its button, right edges together',
      { under: { top: 80, bottom: 100, right: 500 } },
      { left: 200, top: 104 },
    ],
    [
      'above it where there is no room below',
      { under: { top: 500, bottom: 530, right: 500 } },
      { left: 200, top: 296 },
    ],
  ] as const)('%s', (_name, place, at) => {
    expect(placeOf(place, size, room)).toEqual(at);
  });
});
