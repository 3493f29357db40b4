import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PRESETS, computeMetrics, emptyRow, toFact } from '../../shared/domain/metrics/compute.ts';
import { monthBounds, monthKey, monthsThrough } from '../../shared/domain/metrics/months.ts';
import { mean, quantile } from '../../shared/domain/metrics/quantile.ts';
import type { MetricFact } from '../../shared/domain/metrics/types.ts';
import type { Obligation, ObligationEnding } from '../../shared/domain/obligation/types.ts';

const MINUTE_MS = 60_000;

const obligation = (
  ending: ObligationEnding | null,
  minutes: number,
  more: Partial<Obligation> = {},
): Obligation => ({
  id: 'a',
  conversationId: 'thread',
  accountId: 'page',
  teamId: 'care',
  metric: 'first_response',
  person: 'luisa',
  startedAtMs: 0,
  wallPost: false,
  endedAtMs: ending === null ? null : minutes * MINUTE_MS,
  ending,
  answeredBy: null,
  policyVersion: 1,
  dueAtMs: 60 * MINUTE_MS,
  warnAtMs: 45 * MINUTE_MS,
  businessMs: ending === 'answered' ? (minutes / 2) * MINUTE_MS : null,
  ...more,
});
const fact = (...args: Parameters<typeof obligation>): MetricFact =>
  toFact(obligation(...args), 'care');

describe('the figures of a key', () => {
  test('count every ending as domain.md §2 says', () => {
    const facts = [
      fact('answered', 10),
      fact('answered', 20),
      fact('answered', 60),
      fact('answered', 100),
      fact('closed', 5),
      fact(null, 0),
      fact('no_answer_needed', 1),
      fact('deleted', 1),
      fact('hidden', 1),
      fact('merged', 1),
    ];
    expect(computeMetrics(PRESETS.riscontro, facts)).toEqual([
      {
        key: 'care',
        n: 6,
        answered: 4,
        unanswered: 2,
        open: 1,
        leftOut: 4,
        rate: 4 / 6,
        medianMinutes: 40,
        p90Minutes: 88,
        meanMinutes: 47.5,
        businessMedianMinutes: 20,
        businessP90Minutes: 44,
        // The due instant itself is in time: three of six.
        inTimeRate: 0.5,
        provisional: true,
        underGuard: true,
      },
    ]);
  });

  test('say nothing where there is nothing to say', () => {
    expect(emptyRow(PRESETS.riscontro, 'care')).toEqual({
      key: 'care',
      n: 0,
      answered: 0,
      unanswered: 0,
      open: 0,
      leftOut: 0,
      rate: null,
      medianMinutes: null,
      p90Minutes: null,
      meanMinutes: null,
      businessMedianMinutes: null,
      businessP90Minutes: null,
      inTimeRate: null,
      provisional: false,
      underGuard: true,
    });
  });

  test('nothing answered is a rate of nought, not none', () => {
    const [row] = computeMetrics(PRESETS.riscontro, [fact('closed', 5)]);
    expect([row?.rate, row?.inTimeRate, row?.medianMinutes]).toEqual([0, 0, null]);
  });

  test('without a promise there is no share in time', () => {
    const [row] = computeMetrics(PRESETS.riscontro, [fact('answered', 5, { dueAtMs: null })]);
    expect(row?.inTimeRate).toBeNull();
  });

  test('come one row per key, sorted', () => {
    const facts = ['b', 'a', 'b'].map((key) => toFact(obligation('answered', 1), key));
    expect(computeMetrics(PRESETS.riscontro, facts).map(({ key, n }) => [key, n])).toEqual([
      ['a', 1],
      ['b', 2],
    ]);
  });

  test.each([
    ['riscontro', 29, true],
    ['riscontro', 30, false],
    ['blogmeter', 99, true],
    ['blogmeter', 100, false],
  ] as const)('%s with %i is under its guard: %s', (name, n, under) => {
    const facts = Array.from({ length: n }, () => fact('answered', 1, { wallPost: true }));
    expect(computeMetrics(PRESETS[name], facts)[0]?.underGuard).toBe(under);
  });
});

test('Blogmeter counts visitor posts alone, and publishes the mean of calendar time', () => {
  const facts = [
    fact('answered', 10, { wallPost: true }),
    fact('answered', 40, { wallPost: true }),
    fact(null, 0, { wallPost: true }),
    fact('answered', 999),
  ];
  expect(computeMetrics(PRESETS.blogmeter, facts)).toMatchObject([
    { n: 3, answered: 2, meanMinutes: 25, medianMinutes: null, businessMedianMinutes: null },
  ]);
});

describe('quantiles', () => {
  test.each([
    [[], 0.5, null],
    [[7], 0.9, 7],
    [[1, 2], 0.5, 1.5],
    [[1, 2, 3, 4], 0.9, 3.7],
    [[1, 2, 3, 4, 5], 0.5, 3],
    [[1, 2, 3], 1, 3],
  ] as const)('of %j at %d is %d', (values, share, expected) => {
    const got = quantile(values, share);
    if (expected === null) expect(got).toBeNull();
    else expect(got).toBeCloseTo(expected, 12);
  });

  test('lie between the ends and never fall as the share grows', () => {
    const values = fc.array(fc.integer({ min: 0, max: 1e6 }), { minLength: 1 });
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(values, share, share, (unsorted, one, other) => {
        const sorted = unsorted.sort((a, b) => a - b);
        const low = quantile(sorted, Math.min(one, other)) ?? NaN;
        const high = quantile(sorted, Math.max(one, other)) ?? NaN;
        const slack = 1e-6;
        return low <= high + slack && low >= (sorted[0] ?? 0) - slack && high <= 1e6 + slack;
      }),
      { seed: 3 },
    );
  });

  test('the mean of nothing is none', () => {
    expect([mean([]), mean([1, 2, 6])]).toEqual([null, 3]);
  });
});

describe('months', () => {
  test('begin at local midnight, also over a clock change', () => {
    expect(monthBounds('2026-03', 'Europe/Rome')).toEqual({
      fromMs: Date.parse('2026-02-28T23:00:00Z'),
      toMs: Date.parse('2026-03-31T22:00:00Z'),
    });
  });

  test('hold their own bounds: the first instant, and not the last', () => {
    for (const zone of ['Europe/Rome', 'America/New_York', 'Asia/Kolkata', 'Etc/UTC']) {
      for (const key of monthsThrough('2027-02', 26)) {
        const { fromMs, toMs } = monthBounds(key, zone);
        expect([monthKey(fromMs, zone), monthKey(toMs - 1, zone)]).toEqual([key, key]);
        expect(monthKey(toMs, zone)).not.toBe(key);
      }
    }
  });

  test('run over the turn of the year', () => {
    expect(monthsThrough('2026-02', 4)).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
  });
});
