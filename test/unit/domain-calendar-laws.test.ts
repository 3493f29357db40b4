import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import {
  addWorkingTime,
  isWorkingTime,
  workingPeriods,
  workingTimeBetween,
} from '../../shared/domain/calendar/arithmetic.ts';
import type {
  CalendarDefinition,
  DayInterval,
  Weekday,
} from '../../shared/domain/calendar/types.ts';
import { compiled } from '../support/calendars.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** How far the oracle looks either way from its start. */
const REACH_DAYS = 8;
const RUNS = { seed: 20260302, numRuns: 150 };

const interval = fc
  .tuple(fc.integer({ min: 0, max: 1440 }), fc.integer({ min: 1, max: 900 }))
  .map(([fromMinute, length]): DayInterval => ({ fromMinute, toMinute: fromMinute + length }));
const day = fc.array(interval, { maxLength: 3 });

const definition: fc.Arbitrary<CalendarDefinition> = fc
  .record({
    zone: fc.constantFrom(
      'Europe/Rome',
      'America/New_York',
      'Asia/Kolkata',
      'Australia/Lord_Howe',
      'Africa/Casablanca',
      'Pacific/Apia',
      'Etc/UTC',
    ),
    days: fc.tuple(day, day, day, day, day, day, day),
  })
  .map(({ zone, days: [one, two, three, four, five, six, seven] }) => ({
    id: 'x',
    name: 'x',
    zone,
    week: { 1: one, 2: two, 3: three, 4: four, 5: five, 6: six, 7: seven },
    holidays: 'it' as const,
    worked: [],
    special: [],
  }));

/** Minutes around clock changes in both hemispheres, a skipped day in Samoa, and holidays. */
const instant = fc
  .tuple(
    fc.constantFrom(
      '2025-03-30T01:00:00Z',
      '2025-10-26T01:00:00Z',
      '2025-03-09T07:00:00Z',
      '2025-04-05T15:00:00Z',
      '2025-10-04T15:30:00Z',
      '2011-12-30T10:00:00Z',
      '2026-04-05T12:00:00Z',
      '2025-12-25T12:00:00Z',
    ),
    fc.integer({ min: -3 * 1440, max: 3 * 1440 }),
  )
  .map(([anchor, minutes]) => Date.parse(anchor) + minutes * MINUTE_MS);

/** Every minute around `centre`, open or not, edges by Temporal: slow, and written another way. */
function openMinutes(definition: CalendarDefinition, centreMs: number): (atMs: number) => boolean {
  const firstMs = centreMs - REACH_DAYS * DAY_MS;
  const open = new Uint8Array(2 * REACH_DAYS * 1440);
  const centre = Temporal.Instant.fromEpochMilliseconds(centreMs)
    .toZonedDateTimeISO(definition.zone)
    .toPlainDate();
  const edge = (date: Temporal.PlainDate, minute: number): number =>
    date
      .toPlainDateTime()
      .add({ minutes: minute })
      .toZonedDateTime(definition.zone, { disambiguation: 'compatible' }).epochMilliseconds;
  for (let offset = -REACH_DAYS - 3; offset <= REACH_DAYS + 3; offset += 1) {
    const date = centre.add({ days: offset });
    if (HOLIDAYS.has(date.toString()) || edge(date, 0) === edge(date, 1440)) continue;
    for (const { fromMinute, toMinute } of definition.week[date.dayOfWeek as Weekday]) {
      const from = (edge(date, fromMinute) - firstMs) / MINUTE_MS;
      const to = (edge(date, toMinute) - firstMs) / MINUTE_MS;
      if (from < to) open.fill(1, Math.max(0, from), Math.max(0, to));
    }
  }
  return (atMs) => open[(atMs - firstMs) / MINUTE_MS] === 1;
}

/** Those that the instants above can meet. */
const HOLIDAYS = new Set([
  '2025-04-20',
  '2025-04-21',
  '2025-11-01',
  '2025-12-25',
  '2025-12-26',
  '2026-01-01',
  '2012-01-01',
  '2012-01-06',
  '2011-12-25',
  '2011-12-26',
  '2026-04-05',
  '2026-04-06',
]);

function slowAdd(isOpen: (atMs: number) => boolean, startMs: number, minutes: number): number {
  let left = Math.abs(minutes);
  let atMs = startMs;
  while (left > 0) {
    if (minutes > 0 ? isOpen(atMs) : isOpen(atMs - MINUTE_MS)) left -= 1;
    atMs += Math.sign(minutes) * MINUTE_MS;
    if (Math.abs(atMs - startMs) >= REACH_DAYS * DAY_MS) return Number.NaN;
  }
  return atMs;
}

describe('the fast calendar agrees with a walk from minute to minute', () => {
  test('on being open', () => {
    fc.assert(
      fc.property(definition, instant, (week, startMs) => {
        const calendar = compiled(week);
        const isOpen = openMinutes(week, startMs);
        for (let minute = -1440; minute < 1440; minute += 7) {
          const atMs = startMs + minute * MINUTE_MS;
          if (isWorkingTime(calendar, atMs) !== isOpen(atMs)) return false;
        }
        return true;
      }),
      RUNS,
    );
  });

  test('on adding and subtracting', () => {
    const minutes = fc.integer({ min: -2000, max: 2000 });
    fc.assert(
      fc.property(definition, instant, minutes, (week, startMs, amount) => {
        const expected = slowAdd(openMinutes(week, startMs), startMs, amount);
        const got = addWorkingTime(compiled(week), startMs, amount * MINUTE_MS);
        if (Number.isNaN(expected)) {
          const far = got === 'never' ? Infinity : Math.abs(got - startMs);
          expect(far).toBeGreaterThanOrEqual((REACH_DAYS - 1) * DAY_MS);
        } else expect(got).toBe(expected);
      }),
      RUNS,
    );
  });

  test('on the time between', () => {
    const minutes = fc.integer({ min: 0, max: 4 * 1440 });
    fc.assert(
      fc.property(definition, instant, minutes, (week, startMs, length) => {
        const isOpen = openMinutes(week, startMs);
        let expected = 0;
        for (let minute = 0; minute < length; minute += 1) {
          if (isOpen(startMs + minute * MINUTE_MS)) expected += MINUTE_MS;
        }
        const endMs = startMs + length * MINUTE_MS;
        expect(workingTimeBetween(compiled(week), startMs, endMs)).toBe(expected);
      }),
      RUNS,
    );
  });
});

describe('laws of working time, to the millisecond', () => {
  const spread = fc.integer({ min: -20 * DAY_MS, max: 20 * DAY_MS });

  test('what was added lies between', () => {
    fc.assert(
      fc.property(definition, instant, spread, (week, startMs, durationMs) => {
        const calendar = compiled(week);
        const end = addWorkingTime(calendar, startMs, durationMs);
        if (end !== 'never') expect(workingTimeBetween(calendar, startMs, end)).toBe(durationMs);
      }),
      RUNS,
    );
  });

  test('two additions the same way are one', () => {
    const part = fc.integer({ min: 1, max: 10 * DAY_MS });
    fc.assert(
      fc.property(definition, instant, part, part, (week, startMs, first, second) => {
        const calendar = compiled(week);
        const half = addWorkingTime(calendar, startMs, first);
        const twice = half === 'never' ? half : addWorkingTime(calendar, half, second);
        expect(twice).toBe(addWorkingTime(calendar, startMs, first + second));
      }),
      RUNS,
    );
  });

  test('time between adds up over any point, and is the length of the periods', () => {
    fc.assert(
      fc.property(definition, instant, spread, spread, (week, startMs, toMiddle, toEnd) => {
        const calendar = compiled(week);
        const middle = startMs + toMiddle;
        const end = startMs + toEnd;
        const whole = workingTimeBetween(calendar, startMs, end);
        expect(
          workingTimeBetween(calendar, startMs, middle) + workingTimeBetween(calendar, middle, end),
        ).toBe(whole);
        const periods = workingPeriods(calendar, Math.min(startMs, end), Math.max(startMs, end));
        const sum = periods.reduce((ms, { fromMs, toMs }) => ms + toMs - fromMs, 0);
        expect(sum).toBe(Math.abs(whole));
      }),
      RUNS,
    );
  });

  test('a zone without changes and its instants, moved together, change nothing', () => {
    const zones = fc.constantFrom<readonly [string, number]>(
      ['Asia/Kolkata', 330],
      ['Asia/Kathmandu', 345],
      ['Etc/GMT+7', -420],
      ['Pacific/Kiritimati', 840],
    );
    fc.assert(
      fc.property(definition, zones, instant, spread, (week, [zone, minutes], atMs, spanMs) => {
        const there = compiled({ ...week, zone });
        const here = compiled({ ...week, zone: 'Etc/UTC' });
        const aheadMs = minutes * MINUTE_MS;
        expect(workingTimeBetween(there, atMs, atMs + spanMs)).toBe(
          workingTimeBetween(here, atMs + aheadMs, atMs + spanMs + aheadMs),
        );
        const due = addWorkingTime(here, atMs + aheadMs, spanMs);
        const moved = due === 'never' || spanMs === 0 ? due : due - aheadMs;
        if (spanMs !== 0) expect(addWorkingTime(there, atMs, spanMs)).toBe(moved);
      }),
      RUNS,
    );
  });

  test('a holiday or a break more never makes anything due earlier', () => {
    const length = fc.integer({ min: 1, max: 10 * DAY_MS });
    fc.assert(
      fc.property(definition, instant, fc.nat(12), length, (week, atMs, days, durationMs) => {
        const date = new Date(atMs + days * DAY_MS).toISOString().slice(0, 10);
        const before = addWorkingTime(compiled(week), atMs, durationMs);
        const holiday = { ...week, special: [{ date, name: 'holiday', intervals: [] }] };
        const pause = {
          ...week,
          breaks: [{ date, name: 'break', intervals: [{ fromMinute: 600, toMinute: 720 }] }],
        };
        for (const changed of [holiday, pause]) {
          const after = addWorkingTime(compiled(changed), atMs, durationMs);
          if (after !== 'never' && before !== 'never') expect(after).toBeGreaterThanOrEqual(before);
          if (before === 'never') expect(after).toBe('never');
        }
      }),
      RUNS,
    );
  });
});
