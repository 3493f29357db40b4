import { describe, expect, test } from 'vitest';
import {
  placeLabels,
  timeDomain,
  timeTicks,
  xOf,
  yOf,
} from '../../renderer/features/position/map-scale.ts';
import { quadrantOf } from '../../renderer/features/position/map-model.ts';
import { periodBounds, stepPeriod } from '../../renderer/state/period.ts';

const frame = { width: 500, height: 300, left: 40, right: 10, top: 10, bottom: 30 };

describe('the time axis', () => {
  test('runs from 5 minutes to 5 days when there is nothing to hold', () => {
    expect(timeDomain([])).toEqual({ fromMinutes: 5, toMinutes: 7200 });
  });

  test.each([
    [[90], { fromMinutes: 15, toMinutes: 1440 }],
    [[7, 90], { fromMinutes: 5, toMinutes: 1440 }],
    [[90, 4000], { fromMinutes: 15, toMinutes: 7200 }],
  ])('holds %j and ends on ticks', (minutes, domain) => {
    expect(timeDomain(minutes)).toEqual(domain);
  });

  test('puts equal ratios at equal distances, and holds what lies outside at its ends', () => {
    const domain = { fromMinutes: 15, toMinutes: 240 };
    const [a, b, c] = [30, 60, 120].map((minutes) => xOf(minutes, domain, frame));
    expect((b ?? 0) - (a ?? 0)).toBeCloseTo((c ?? 0) - (b ?? 0));
    expect([xOf(1, domain, frame), xOf(9999, domain, frame)]).toEqual([40, 490]);
    expect(timeTicks(domain)).toEqual([15, 30, 60, 120, 240]);
  });

  test('has 100 % on top and 0 % at the bottom', () => {
    expect([yOf(1, frame), yOf(0, frame)]).toEqual([10, 270]);
  });
});

test('labels of two points side by side do not cover each other or the points', () => {
  const size = { width: 100, height: 40 };
  const points = [
    { key: 'a', x: 200, y: 100, ...size },
    { key: 'b', x: 220, y: 104, ...size },
  ];
  const [a, b] = placeLabels(points, frame, []);
  if (a === undefined || b === undefined) throw new Error('A label is missing.');
  const apart =
    a.boxX + 100 <= b.boxX ||
    b.boxX + 100 <= a.boxX ||
    a.boxY + 40 <= b.boxY ||
    b.boxY + 40 <= a.boxY;
  expect(apart).toBe(true);
});

test.each([
  [0.65, 240, 'manyFast'],
  [0.65, 241, 'manySlow'],
  [0.64, 240, 'fewFast'],
  [0.2, 900, 'fewSlow'],
])('a rate of %d in %d minutes stands in %s', (rate, minutes, quadrant) => {
  expect(quadrantOf({ rate, minutes, guarded: false }, { rate: 0.65, minutes: 240 })).toBe(
    quadrant,
  );
});

test('periods step from the last 30 days to the running month, then month by month', () => {
  const days = { kind: 'days', days: 30 } as const;
  expect(stepPeriod(days, 1)).toBeNull();
  expect(stepPeriod(days, -1)).toEqual({ kind: 'month', back: 0 });
  expect(stepPeriod({ kind: 'month', back: 0 }, 1)).toEqual(days);
  expect(stepPeriod({ kind: 'month', back: 23 }, -1)).toBeNull();
});

test('a past month ends with its last day, the running one now', () => {
  const now = new Date(2026, 10, 23, 12).getTime();
  expect(periodBounds({ kind: 'month', back: 1 }, now)).toEqual({
    fromMs: new Date(2026, 9, 1).getTime(),
    toMs: new Date(2026, 10, 1).getTime(),
  });
  expect(periodBounds({ kind: 'month', back: 0 }, now).toMs).toBe(now);
});
