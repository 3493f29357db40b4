import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  CLOCK_TOLERANCE_MS,
  reconcile,
  type ReconcileCandidate,
  type UnknownReply,
} from '../../shared/domain/outbox/reconcile.ts';

const SENT = 1_000_000;

const unknown = (over: Partial<UnknownReply> = {}): UnknownReply => ({
  id: 'o1',
  text: 'Buongiorno, ci pensiamo noi.',
  sentAtMs: SENT,
  queuedAtMs: SENT - 8_000,
  ...over,
});

const copy = (externalId: string, over: Partial<ReconcileCandidate> = {}): ReconcileCandidate => ({
  externalId,
  byBrand: true,
  text: 'Buongiorno, ci pensiamo noi.',
  createdAtMs: SENT + 1_000,
  ...over,
});

describe('looking for the copy that a lost answer left', () => {
  test.each<[string, ReconcileCandidate[], string[], object]>([
    ['the one copy is it', [copy('a')], [], { kind: 'match', externalId: 'a' }],
    ['no copy', [], [], { kind: 'none' }],
    ['another text is none', [copy('a', { text: 'Grazie' })], [], { kind: 'none' }],
    ['a customer’s equal words are none', [copy('a', { byBrand: false })], [], { kind: 'none' }],
    ['a copy of another reply is none', [copy('a')], ['a'], { kind: 'none' }],
    [
      'the platform’s clock may be two minutes behind',
      [copy('a', { createdAtMs: SENT - CLOCK_TOLERANCE_MS })],
      [],
      { kind: 'match', externalId: 'a' },
    ],
    [
      'an older copy is none',
      [copy('a', { createdAtMs: SENT - CLOCK_TOLERANCE_MS - 1 })],
      [],
      { kind: 'none' },
    ],
    [
      'the platform trims and recomposes',
      [copy('a', { text: ' Buongiorno, ci pensiamo noi.\r\n' })],
      [],
      { kind: 'match', externalId: 'a' },
    ],
    [
      'two free copies need a person',
      [copy('a'), copy('b')],
      [],
      { kind: 'several', ids: ['a', 'b'] },
    ],
    ['one of two is bound', [copy('a'), copy('b')], ['a'], { kind: 'match', externalId: 'b' }],
  ])('%s', (_rule, candidates, bound, outcome) => {
    expect(reconcile({ item: unknown(), candidates, bound })).toEqual(outcome);
  });

  test('equal texts get their copies one to one in the order of time', () => {
    const first = unknown();
    const second = unknown({ id: 'o2', sentAtMs: SENT + 60_000 });
    const candidates = [copy('late', { createdAtMs: SENT + 61_000 }), copy('early')];
    const of = (item: UnknownReply): object =>
      reconcile({ item, rivals: [first, second], candidates, bound: [] });
    expect([of(first), of(second)]).toEqual([
      { kind: 'match', externalId: 'early' },
      { kind: 'match', externalId: 'late' },
    ]);
  });

  test('one copy for two equal replies is given once', () => {
    const first = unknown();
    const second = unknown({ id: 'o2', sentAtMs: SENT + 500 });
    const of = (item: UnknownReply): object =>
      reconcile({ item, rivals: [first, second], candidates: [copy('a')], bound: [] });
    expect([of(first), of(second)]).toEqual([{ kind: 'match', externalId: 'a' }, { kind: 'none' }]);
  });

  test('no copy is ever given to two replies, in whatever order they are looked at', () => {
    const sentAt = fc.integer({ min: 0, max: 600_000 });
    fc.assert(
      fc.property(
        fc.array(sentAt, { maxLength: 6 }),
        fc.array(sentAt, { maxLength: 6 }),
        (sent, made) => {
          const items = sent.map((ms, index) => unknown({ id: `o${index}`, sentAtMs: SENT + ms }));
          const candidates = made.map((ms, index) => copy(`c${index}`, { createdAtMs: SENT + ms }));
          const bound: string[] = [];
          const open = new Set(items);
          for (const item of items) {
            const found = reconcile({ item, rivals: [...open], candidates, bound });
            if (found.kind !== 'match') continue;
            expect(bound).not.toContain(found.externalId);
            bound.push(found.externalId);
            open.delete(item);
          }
          expect(bound.length).toBeLessThanOrEqual(Math.min(items.length, candidates.length));
        },
      ),
      { seed: 42, numRuns: 300 },
    );
  });
});
