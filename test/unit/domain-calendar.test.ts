import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  addWorkingTime,
  isWorkingTime,
  workingPeriods,
  workingTimeBetween,
} from '../../shared/domain/calendar/arithmetic.ts';
import { closuresBetween } from '../../shared/domain/calendar/closures.ts';
import { compileCalendar, compileStored } from '../../shared/domain/calendar/compile.ts';
import type { CompiledCalendar } from '../../shared/domain/calendar/compiled.ts';
import { italianHolidays } from '../../shared/domain/calendar/holidays-it.ts';
import type { SpecialDay } from '../../shared/domain/calendar/types.ts';
import { isTimeZone } from '../../shared/domain/calendar/zone.ts';
import { DEFAULT_CALENDAR } from '../../shared/domain/sla/defaults.ts';
import { compiled, everyDay, hours } from '../support/calendars.ts';

const HOUR_MS = 3_600_000;
const at = (iso: string): number => Date.parse(iso);
const iso = (instant: number | 'never'): string =>
  instant === 'never' ? 'never' : new Date(instant).toISOString();

const standard = compiled(DEFAULT_CALENDAR);
const roundTheClock = compiled(everyDay('Europe/Rome', hours(0, 24)));
const closed = compiled(everyDay('Europe/Rome'));

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
    [
      'from 1850, when Rome was 49 min 56 s ahead',
      '1850-03-04T08:00:00Z',
      1,
      '1850-03-04T09:10:04.000Z',
    ],
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
    const once = compiled({
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
    const night = compiled(everyDay('Europe/Rome', hours(2.5, 5)));
    expect(workingPeriods(night, at('2026-03-28T23:00:00Z'), at('2026-03-29T12:00:00Z'))).toEqual([
      { fromMs: at('2026-03-29T01:30:00Z'), toMs: at('2026-03-29T03:00:00Z') },
    ]);
  });

  test('an opening that begins or ends at a time that comes twice means the first', () => {
    const night = compiled(everyDay('Europe/Rome', hours(2.5, 4), hours(1, 2.25)));
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
    const late = compiled(everyDay('Etc/UTC', hours(22, 26), hours(1, 3), hours(3, 4)));
    expect(workingPeriods(late, at('2026-03-02T12:00:00Z'), at('2026-03-03T12:00:00Z'))).toEqual([
      { fromMs: at('2026-03-02T22:00:00Z'), toMs: at('2026-03-03T04:00:00Z') },
    ]);
  });

  test('round the clock lose no minute at midnight', () => {
    const spring = { fromMs: at('2026-01-01T00:00:00Z'), toMs: at('2026-07-01T00:00:00Z') };
    expect(workingPeriods(roundTheClock, spring.fromMs, spring.toMs)).toEqual([spring]);
  });

  test('of a special day win over a holiday, and a holiday may be worked', () => {
    const open = compiled({
      ...DEFAULT_CALENDAR,
      worked: ['2026-06-02'],
      special: [{ date: '2026-12-08', name: 'Open Day', intervals: [hours(10, 11)] }],
    });
    const worked = (date: string): number =>
      workingTimeBetween(open, at(`${date}T00:00:00Z`), at(`${date}T23:00:00Z`)) / HOUR_MS;
    expect([worked('2026-06-02'), worked('2026-12-08'), worked('2026-12-25')]).toEqual([8, 1, 0]);
  });
});

const day = (date: string, ...intervals: SpecialDay['intervals']): SpecialDay => ({
  date,
  name: date,
  intervals,
});
const openHours = (calendar: CompiledCalendar, from: string, to: string): readonly string[] =>
  workingPeriods(calendar, at(from), at(to)).map(
    ({ fromMs, toMs }) => `${iso(fromMs).slice(5, 16)}/${iso(toMs).slice(5, 16)}`,
  );

describe('breaks on a date', () => {
  test('are taken out of its hours, and out of the night before that runs into it', () => {
    const night = compiled({
      ...everyDay('Etc/UTC', hours(20, 28), hours(9, 12)),
      breaks: [day('2026-03-03', hours(1, 2), hours(10, 11), hours(11, 11.5))],
    });
    expect(openHours(night, '2026-03-02T18:00:00Z', '2026-03-03T18:00:00Z')).toEqual([
      '03-02T20:00/03-03T01:00',
      '03-03T02:00/03-03T04:00',
      '03-03T09:00/03-03T10:00',
      '03-03T11:30/03-03T12:00',
    ]);
  });

  test('hold on a special day, too, and close nothing that is closed', () => {
    const open = compiled({
      ...everyDay('Etc/UTC'),
      special: [day('2026-03-03', hours(9, 12))],
      breaks: [day('2026-03-03', hours(8, 10)), day('2026-03-04', hours(8, 10))],
    });
    expect(openHours(open, '2026-03-01T00:00:00Z', '2026-03-09T00:00:00Z')).toEqual([
      '03-03T10:00/03-03T12:00',
    ]);
  });
});

const localDate = (zone: string, instant: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(at(instant) + HOUR_MS);

describe('zones', () => {
  test('a date that Samoa left out has no hours, and its neighbours keep theirs', () => {
    const samoa = compiled({
      ...everyDay('Pacific/Apia', hours(9, 17)),
      special: [day('2011-12-31')],
    });
    expect(openHours(samoa, '2011-12-29T10:00:00Z', '2012-01-01T10:00:00Z')).toEqual([
      '12-29T19:00/12-30T03:00',
      '12-31T19:00/01-01T03:00',
    ]);
  });

  test.each([
    ['Australia/Lord_Howe', '2025-04-05T13:00:00Z', '2025-04-06T13:30:00Z', 24.5],
    ['Australia/Lord_Howe', '2025-10-04T13:30:00Z', '2025-10-05T13:00:00Z', 23.5],
    ['Asia/Kathmandu', '2025-10-04T18:15:00Z', '2025-10-05T18:15:00Z', 24],
    ['Asia/Pyongyang', '2015-08-13T15:00:00Z', '2015-08-14T15:30:00Z', 24.5],
    ['Africa/Casablanca', '2026-02-14T23:00:00Z', '2026-02-16T00:00:00Z', 25],
    ['America/Santiago', '2025-09-07T04:00:00Z', '2025-09-08T03:00:00Z', 23],
  ])('%s has a day from %s to %s of %d hours', (zone, from, to, length) => {
    const whole = compiled({
      ...everyDay(zone),
      special: [day(localDate(zone, from), hours(0, 24))],
    });
    expect(openHours(whole, '2015-01-01T00:00:00Z', '2027-01-01T00:00:00Z')).toEqual([
      `${from.slice(5, 16)}/${to.slice(5, 16)}`,
    ]);
    expect(workingTimeBetween(whole, at(from), at(to)) / HOUR_MS).toBe(length);
  });
});

describe('versions', () => {
  const early = everyDay('Europe/Rome', hours(9, 10));
  const late = everyDay('America/New_York', hours(9, 11));

  test('follow each other at local midnight; the first holds before its date too', () => {
    const both = compiled([
      { from: '2026-03-04', definition: late },
      { from: '2026-03-03', definition: early },
    ]);
    expect(openHours(both, '2026-03-02T00:00:00Z', '2026-03-06T00:00:00Z')).toEqual([
      '03-02T08:00/03-02T09:00',
      '03-03T08:00/03-03T09:00',
      // On the 4th New York is not there yet when Rome has opened.
      '03-04T14:00/03-04T16:00',
      '03-05T14:00/03-05T16:00',
    ]);
  });

  test('of one date: the last one given', () => {
    const one = compiled([
      { from: '2026-03-03', definition: early },
      { from: '2026-03-03', definition: everyDay('Europe/Rome', hours(12, 13)) },
    ]);
    expect(openHours(one, '2026-03-02T00:00:00Z', '2026-03-03T00:00:00Z')).toEqual([
      '03-02T11:00/03-02T12:00',
    ]);
  });
});

describe('a definition that makes no sense', () => {
  const right = everyDay('Europe/Rome', hours(9, 10));
  test.each<[string, Parameters<typeof compileCalendar>[0]]>([
    ['zone', { ...right, zone: 'Europe/Nowhere' }],
    ['week', everyDay('Europe/Rome', hours(18, 9))],
    ['week', everyDay('Europe/Rome', hours(9, 9))],
    ['week', everyDay('Europe/Rome', hours(-1, 9))],
    ['week', everyDay('Europe/Rome', hours(9, 49))],
    ['week', everyDay('Europe/Rome', hours(Number.NaN, 9))],
    ['special', { ...right, special: [day('2026-02-30')] }],
    ['special', { ...right, special: [day('2026-03-02', hours(5, 4))] }],
    ['breaks', { ...right, breaks: [day('tomorrow')] }],
    ['worked', { ...right, worked: ['12-25'] }],
    ['versions', []],
    ['from', [{ from: 'never', definition: right }]],
    ['week', [{ from: '2026-01-01', definition: everyDay('Europe/Rome', hours(2, 1)) }]],
  ])('names %s', (field, input) => {
    expect(compileCalendar(input)).toEqual({
      ok: false,
      error: { code: 'bad_input', details: { field } },
    });
  });

  test('that was stored never opens when this machine does not know its zone', () => {
    const lost = compileStored({ ...right, zone: 'Europe/Nowhere' });
    expect(addWorkingTime(lost, 0, HOUR_MS)).toBe('never');
    expect(workingTimeBetween(lost, 0, 1e12)).toBe(0);
  });
});

describe('absurd instants and durations', () => {
  test.each([
    [Number.NaN, 1],
    [Infinity, 1],
    [0, Number.NaN],
    [0, Infinity],
    [0, -Infinity],
    [8.64e15, 1],
    [0, 1e300],
  ])('%d and %d: never', (instant, duration) => {
    expect(addWorkingTime(standard, instant, duration)).toBe('never');
    expect(isWorkingTime(standard, 9e15)).toBe(false);
  });
});

describe('time between', () => {
  test('is negative when reversed', () => {
    const morning = at('2026-03-02T09:00:00Z');
    const evening = at('2026-03-02T16:00:00Z');
    expect(workingTimeBetween(standard, evening, morning)).toBe(-6 * HOUR_MS);
  });

  test('counts nothing beyond the years of any calendar', () => {
    const first = at('1800-01-01T00:00:00Z');
    const whole = workingTimeBetween(standard, first, at('2400-01-01T00:00:00Z'));
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
