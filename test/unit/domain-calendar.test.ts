import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  addWorkingTime,
  isWorkingTime,
  workingPeriods,
  workingTimeBetween,
} from '../../shared/domain/calendar/arithmetic.ts';
import { closuresBetween } from '../../shared/domain/calendar/closures.ts';
import { compileCalendar } from '../../shared/domain/calendar/compile.ts';
import { italianHolidays } from '../../shared/domain/calendar/holidays-it.ts';
import type { CalendarDefinition, DayInterval } from '../../shared/domain/calendar/types.ts';
import { isTimeZone } from '../../shared/domain/calendar/zone.ts';
import { DEFAULT_CALENDAR } from '../../shared/domain/sla/defaults.ts';

const HOUR_MS = 3_600_000;
const at = (iso: string): number => Date.parse(iso);
const iso = (instant: number | 'never'): string =>
  instant === 'never' ? 'never' : new Date(instant).toISOString();

const everyDay = (zone: string, ...intervals: readonly DayInterval[]): CalendarDefinition => ({
  id: 'x',
  name: 'x',
  zone,
  week: {
    1: intervals,
    2: intervals,
    3: intervals,
    4: intervals,
    5: intervals,
    6: intervals,
    7: intervals,
  },
  holidays: 'none',
  worked: [],
  special: [],
});
const hours = (from: number, to: number): DayInterval => ({
  fromMinute: from * 60,
  toMinute: to * 60,
});
const standard = compileCalendar(DEFAULT_CALENDAR);
const roundTheClock = compileCalendar(everyDay('Europe/Rome', hours(0, 24)));
const closed = compileCalendar(everyDay('Europe/Rome'));

describe('adding working time', () => {
  test.each([
    ['within an opening', '2026-03-02T08:30:00Z', 1, '2026-03-02T09:30:00.000Z'],
    ['over lunch', '2026-03-02T11:30:00Z', 1, '2026-03-02T13:30:00.000Z'],
    ['used up at closing it is closing', '2026-03-02T16:00:00Z', 1, '2026-03-02T17:00:00.000Z'],
    ['from closing it begins at opening', '2026-03-02T17:00:00Z', 1, '2026-03-03T09:00:00.000Z'],
    ['over a weekend', '2026-03-06T16:30:00Z', 1, '2026-03-09T08:30:00.000Z'],
    ['zero stays, even when closed', '2026-03-07T03:00:00Z', 0, '2026-03-07T03:00:00.000Z'],
    ['over Easter Monday', '2026-04-03T15:30:00Z', 1, '2026-04-07T07:30:00.000Z'],
    ['back over lunch', '2026-03-02T13:30:00Z', -1, '2026-03-02T11:30:00.000Z'],
    [
      'back, used up at opening it is opening',
      '2026-03-02T09:00:00Z',
      -1,
      '2026-03-02T08:00:00.000Z',
    ],
    ['from 1969', '1969-12-31T23:00:00Z', 1, '1970-01-02T09:00:00.000Z'],
    ['from 2099', '2099-12-31T12:00:00Z', 8, '2100-01-04T12:00:00.000Z'],
    ['from the year 9999', '9999-12-31T12:00:00Z', 8, 'never'],
    ['from before the calendar', '0001-01-01T12:00:00Z', 8, 'never'],
    ['longer than there is a calendar', '2026-03-02T12:00:00Z', 1e9, 'never'],
  ])('%s', (_, start, amount, expected) => {
    expect(iso(addWorkingTime(standard, at(start), amount * HOUR_MS))).toBe(expected);
  });

  test('a calendar that never opens says never, at once', () => {
    expect(closed.never).toBe(true);
    expect(addWorkingTime(closed, at('2026-03-02T12:00:00Z'), HOUR_MS)).toBe('never');
    expect(workingTimeBetween(closed, 0, at('2026-03-02T12:00:00Z'))).toBe(0);
  });

  test('a calendar whose only day is over says never', () => {
    const once = compileCalendar({
      ...everyDay('Europe/Rome'),
      special: [{ date: '2026-03-02', name: 'fair', intervals: [hours(9, 12)] }],
    });
    expect(once.never).toBe(false);
    expect(iso(addWorkingTime(once, at('2026-01-01T00:00:00Z'), 3 * HOUR_MS))).toBe(
      '2026-03-02T11:00:00.000Z',
    );
    expect(addWorkingTime(once, at('2026-03-03T00:00:00Z'), 1)).toBe('never');
  });
});

describe('the clock change', () => {
  test('a spring Sunday round the clock has 23 hours, an autumn one 25', () => {
    const sundays = [
      ['2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z'],
      ['2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z'],
    ] as const;
    const hoursOf = sundays.map(
      ([from, to]) => workingTimeBetween(roundTheClock, at(from), at(to)) / HOUR_MS,
    );
    expect(hoursOf).toEqual([23, 25]);
  });

  test('an opening in the skipped hour begins at the later instant', () => {
    const night = compileCalendar(everyDay('Europe/Rome', hours(2.5, 5)));
    expect(workingPeriods(night, at('2026-03-28T23:00:00Z'), at('2026-03-29T12:00:00Z'))).toEqual([
      { fromMs: at('2026-03-29T01:30:00Z'), toMs: at('2026-03-29T03:00:00Z') },
    ]);
  });

  test('an opening that begins or ends at a time that comes twice means the first', () => {
    const night = compileCalendar(everyDay('Europe/Rome', hours(2.5, 4), hours(1, 2.25)));
    expect(workingPeriods(night, at('2026-10-24T22:30:00Z'), at('2026-10-25T12:00:00Z'))).toEqual([
      { fromMs: at('2026-10-24T23:00:00Z'), toMs: at('2026-10-25T00:15:00Z') },
      { fromMs: at('2026-10-25T00:30:00Z'), toMs: at('2026-10-25T03:00:00Z') },
    ]);
  });
});

describe('opening hours', () => {
  test('are half-open: open at opening, closed at closing', () => {
    expect(isWorkingTime(standard, at('2026-03-02T08:00:00Z'))).toBe(true);
    expect(isWorkingTime(standard, at('2026-03-02T12:00:00Z'))).toBe(false);
    expect(isWorkingTime(standard, at('2026-03-02T11:59:59.999Z'))).toBe(true);
  });

  test('may cross midnight, overlap and touch', () => {
    const late = compileCalendar(everyDay('Etc/UTC', hours(22, 26), hours(1, 3), hours(3, 4)));
    expect(workingPeriods(late, at('2026-03-02T12:00:00Z'), at('2026-03-03T12:00:00Z'))).toEqual([
      { fromMs: at('2026-03-02T22:00:00Z'), toMs: at('2026-03-03T04:00:00Z') },
    ]);
  });

  test('that end before they begin, and days that are none, open nothing', () => {
    const odd = compileCalendar({
      ...everyDay('Etc/UTC', hours(18, 9)),
      special: [{ date: '2026-02-30', name: '', intervals: [hours(0, 24)] }],
    });
    expect(odd.starts).toHaveLength(0);
  });

  test('round the clock lose no minute at midnight', () => {
    expect(roundTheClock.starts).toHaveLength(1);
  });

  test('of a special day win over a holiday, and a holiday may be worked', () => {
    const open = compileCalendar({
      ...DEFAULT_CALENDAR,
      worked: ['2026-06-02'],
      special: [{ date: '2026-12-08', name: 'Open Day', intervals: [hours(10, 11)] }],
    });
    const worked = (date: string): number =>
      workingTimeBetween(open, at(`${date}T00:00:00Z`), at(`${date}T23:00:00Z`)) / HOUR_MS;
    expect([worked('2026-06-02'), worked('2026-12-08'), worked('2026-12-25')]).toEqual([8, 1, 0]);
  });
});

describe('time between', () => {
  test('is negative when reversed', () => {
    const morning = at('2026-03-02T09:00:00Z');
    const evening = at('2026-03-02T16:00:00Z');
    expect(workingTimeBetween(standard, evening, morning)).toBe(-6 * HOUR_MS);
  });

  test('counts nothing beyond the years of any calendar', () => {
    const first = at('1900-01-01T00:00:00Z');
    const whole = workingTimeBetween(standard, first, at('2200-01-01T00:00:00Z'));
    expect(workingTimeBetween(standard, -8.64e15, 8.64e15)).toBe(whole);
  });
});

describe('Italian holidays', () => {
  const published = JSON.parse(
    readFileSync(new URL('../support/fixtures/sla/italy-holidays.json', import.meta.url), 'utf8'),
  ) as Readonly<Record<string, readonly string[]>>;

  test.each(Object.entries(published))('%s are the published ones', (year, dates) => {
    expect(italianHolidays(Number(year)).map(({ date }) => date)).toEqual(dates);
  });

  test('4 October is one from 2026 on', () => {
    const found = [2025, 2026].flatMap((year) =>
      italianHolidays(year).filter(({ date }) => date.endsWith('10-04')),
    );
    expect(found).toEqual([{ date: '2026-10-04', name: 'San Francesco d’Assisi' }]);
  });

  test('close only what the week would have opened', () => {
    const found = closuresBetween(standard, at('2026-04-01T00:00:00Z'), at('2026-05-01T23:00:00Z'));
    // Easter Sunday and Saturday 25 April are closed by the week itself.
    expect(found).toEqual([
      {
        fromMs: at('2026-04-05T22:00:00Z'),
        toMs: at('2026-04-06T22:00:00Z'),
        label: 'Lunedì dell’Angelo',
      },
      {
        fromMs: at('2026-04-30T22:00:00Z'),
        toMs: at('2026-05-01T22:00:00Z'),
        label: 'Festa del Lavoro',
      },
    ]);
  });
});

test('a zone is known or not', () => {
  expect([isTimeZone('Europe/Rome'), isTimeZone('Europe/Nowhere'), isTimeZone('')]).toEqual([
    true,
    false,
    false,
  ]);
});
