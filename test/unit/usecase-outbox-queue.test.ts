import { expect, test } from 'vitest';
import type { OutboxItem, OutboxState } from '../../shared/domain/outbox/types.ts';
import { moved } from '../../electron/service/usecases/outbox-events.ts';
import { heads } from '../../electron/service/usecases/outbox-queue.ts';
import { ReplyHolds } from '../../electron/service/usecases/reply-holds.ts';
import { retryAtMs } from '../../electron/service/usecases/retry.ts';
import { appError } from '../../shared/kernel/app-error.ts';
import { manualClock } from '../support/manual-clock.ts';

const NOW_MS = 1_000_000;

const item = (id: string, state: OutboxState, conversationId = 'c1'): OutboxItem => ({
  id,
  conversationId,
  accountId: 'a1',
  action: 'reply',
  targetExternalId: 'p1',
  text: 'Grazie',
  image: null,
  mail: null,
  rawId: null,
  state,
  attempt: 0,
  reason: null,
  externalId: null,
  queuedAtMs: NOW_MS,
  notBeforeMs: NOW_MS + 8_000,
  seenThroughMs: NOW_MS,
  closeAfter: false,
  sentAtMs: null,
  changedAtMs: NOW_MS,
});

test.each([
  ['queued', ['1', '3']],
  ['unknown', ['1', '3']],
  ['reconciling', ['1', '3']],
  ['deferred', ['1', '3']],
  ['needs_human', ['2', '3']],
] as const)('behind a reply that is %s, these may move: %s', (state, expected) => {
  const open = [item('1', state), item('2', 'queued'), item('3', 'queued', 'c2')];
  expect(heads(open).map((head) => head.id)).toEqual(expected);
});

test('a way that the states do not know is a bug', () => {
  expect(() => moved(item('1', 'unknown'), { state: 'sending' }, { nowMs: NOW_MS })).toThrow(
    'No way from unknown to sending.',
  );
});

test('waits double with the age of a reply, up to a quarter of an hour', () => {
  const clock = manualClock(NOW_MS);
  const waits = [0, 5_000, 15_000, 35_000, 86_400_000].map((ageMs) => {
    clock.setWall(NOW_MS + ageMs);
    const deps = { clock, random: () => 1 };
    return retryAtMs(deps, item('1', 'deferred'), appError('offline'), null) - clock.now();
  });
  expect(waits).toEqual([5_000, 10_000, 20_000, 40_000, 900_000]);
});

test('while it is held, a reply always has as long to go as when the hold began', () => {
  const holds = new ReplyHolds();
  const held = item('1', 'queued');
  holds.hold(held, NOW_MS + 5_000);
  expect(holds.notBeforeMs(held, NOW_MS + 60_000)).toBe(NOW_MS + 63_000);
  holds.hold(held, NOW_MS + 60_000);
  holds.release(held.id, NOW_MS + 70_000);
  expect(holds.notBeforeMs(held, NOW_MS + 71_000)).toBe(NOW_MS + 73_000);
  holds.forget(held.id);
  expect(holds.notBeforeMs(held, NOW_MS)).toBe(held.notBeforeMs);
});
