import { describe, expect, test } from 'vitest';
import { backoffMs } from '../../shared/domain/outbox/backoff.ts';
import { recheck, type RecheckMessage } from '../../shared/domain/outbox/recheck.ts';
import { replyTarget } from '../../shared/domain/outbox/reply-target.ts';
import { canGo, onStartup } from '../../shared/domain/outbox/transitions.ts';
import type { OutboxState } from '../../shared/domain/outbox/types.ts';

const message = (over: Partial<RecheckMessage> = {}): RecheckMessage => ({
  externalId: 'c1',
  authorKind: 'customer',
  source: null,
  presence: 'visible',
  createdAtMs: 1_000,
  ...over,
});

describe('the check right before sending', () => {
  const item = { targetExternalId: 'c1', seenThroughMs: 1_000 };
  const later = { externalId: 'x', createdAtMs: 1_001 };
  const native = { authorKind: 'brand', source: 'native' } as const;

  test.each<[string, Partial<RecheckMessage>[], string]>([
    ['nothing new: go', [], 'go'],
    ['the customer wrote again', [later], 'new_message_arrived'],
    ['a third person wrote', [{ ...later, authorKind: 'other' }], 'new_message_arrived'],
    ['what the writer had seen stops nothing', [{ externalId: 'x' }], 'go'],
    ['a hidden message stops nothing', [{ ...later, presence: 'hidden' }], 'go'],
    ['a vanished message stops nothing', [{ ...later, presence: 'gone' }], 'go'],
    ['a colleague answered on the platform', [{ ...later, ...native }], 'answered_meanwhile'],
    [
      'our own reply before this one stops nothing',
      [{ ...later, ...native, source: 'riscontro' }],
      'go',
    ],
    [
      'an automatic acknowledgement is no answer',
      [{ ...later, ...native, source: 'automation' }],
      'go',
    ],
    ['an answer outweighs a new message', [later, { ...later, ...native }], 'answered_meanwhile'],
  ])('%s', (_rule, more, verdict) => {
    expect(recheck(item, [message(), ...more.map((over) => message(over))])).toBe(verdict);
  });

  test('a comment that is gone stops it, whatever else happened', () => {
    const messages = [message({ presence: 'gone' }), message({ ...later, ...native })];
    expect(recheck(item, messages)).toBe('message_vanished');
  });

  test('a parent that was never read stops nothing', () => {
    expect(recheck({ ...item, targetExternalId: 'elsewhere' }, [message()])).toBe('go');
  });
});

describe('states', () => {
  const states: readonly OutboxState[] = [
    'queued',
    'sending',
    'sent',
    'deferred',
    'rejected',
    'unknown',
    'reconciling',
    'needs_human',
    'cancelled',
  ];

  test('nothing is sent again from doubt without a look or a person', () => {
    expect(states.filter((to) => canGo('unknown', to))).toEqual(['reconciling', 'needs_human']);
  });

  test('only what waits can be taken back', () => {
    expect(states.filter((from) => canGo(from, 'cancelled'))).toEqual([
      'queued',
      'deferred',
      'rejected',
      'needs_human',
    ]);
  });

  test('only queued and deferred replies can begin a delivery', () => {
    expect(states.filter((from) => canGo(from, 'sending'))).toEqual(['queued', 'deferred']);
  });

  test('sent and cancelled replies rest', () => {
    const resting = states.filter((from) => !states.some((to) => canGo(from, to)));
    expect(resting).toEqual(['sent', 'cancelled']);
  });

  test.each(states.map((state) => [state]))('at start-up %s stays or falls into doubt', (state) => {
    const doubtful = state === 'sending' || state === 'reconciling';
    expect(onStartup({ state })).toBe(doubtful ? 'unknown' : null);
  });
});

describe('the wait before another attempt', () => {
  test.each([
    [1, null, 0, 2_500],
    [1, null, 0.999_999_9, 5_000],
    [2, null, 0.999_999_9, 10_000],
    [9, null, 0.999_999_9, 900_000],
    [1_000, null, 0, 450_000],
    [1, 60_000, 0.5, 60_000],
  ])('attempt %i, asked to wait %s ms, random %d: %i ms', (attempt, retryAfterMs, random, wait) => {
    expect(backoffMs({ attempt, retryAfterMs, random: () => random })).toBe(wait);
  });
});

describe('under which message a reply is posted', () => {
  const comments = [
    { externalId: 'c1', parentExternalId: null },
    { externalId: 'r1', parentExternalId: 'c1' },
  ];
  const wall = [
    { externalId: 'p1', parentExternalId: null },
    { externalId: 'c1', parentExternalId: 'p1' },
    { externalId: 'r1', parentExternalId: 'c1' },
  ];

  test.each([
    ['c1', 'c1'],
    ['r1', 'c1'],
  ])('in a comment’s thread: %s goes under %s', (wanted, target) => {
    expect(replyTarget({ kind: 'comment', externalId: 'c1' }, comments, wanted)).toBe(target);
  });

  test.each([
    ['p1', 'p1'],
    ['c1', 'c1'],
    ['r1', 'c1'],
    ['never-read', 'never-read'],
  ])('below a visitor post: %s goes under %s', (wanted, target) => {
    expect(replyTarget({ kind: 'visitor_post', externalId: 'p1' }, wall, wanted)).toBe(target);
  });
});
