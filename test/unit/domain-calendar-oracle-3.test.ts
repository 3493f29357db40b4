import { expect, test } from 'vitest';
import { workingTimeBetween } from '../../shared/domain/calendar/arithmetic.ts';
import { countBetween, paint, stripOf } from '../support/calendar-oracle.ts';
import { compiled, everyDay, hours } from '../support/calendars.ts';
import { agreementIn, SECONDS } from '../support/oracle-cases.ts';

test.each([
  'Europe/Rome',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Asia/Pyongyang',
  'America/Caracas',
])('the table agrees with a walk from second to second around changes in %s', (zone) => {
  const { cases, differences } = agreementIn(zone, {
    seed: 7,
    calendars: 3,
    everyChange: 4,
    others: 5,
    instants: 2,
    fineness: SECONDS,
  });
  expect(differences).toEqual([]);
  expect(cases).toBeGreaterThan(30);
});

test.each(['Europe/Rome', 'Africa/Casablanca', 'Australia/Lord_Howe'])(
  'and from minute to minute over two years in %s',
  (zone) => {
    const steps = 2 * 366 * 1440;
    const strip = stripOf(zone, { fromMs: Date.UTC(2025, 5, 1), steps, stepMs: 60_000 });
    const definition = {
      ...everyDay(zone, hours(8.25, 12.5), hours(13, 17.75), hours(22, 26)),
      special: [{ date: '2025-12-25', name: 'Christmas', intervals: [] }],
    };
    const open = paint(strip, definition);
    // Away from the ends, where the strip does not know what ran into it.
    const [from, to] = [3 * 1440, steps - 3 * 1440];
    const at = (step: number): number => strip.fromMs + step * strip.stepMs;
    expect(workingTimeBetween(compiled(definition), at(from), at(to))).toBe(
      countBetween(open, from, to) * strip.stepMs,
    );
  },
);
