import { describe, expect, test } from 'vitest';
import { holidaysFromIcal } from '../../electron/service/usecases/holidays-from-ical.ts';
import { PATRON_CITIES, patronDay } from '../../shared/domain/calendar/patron-saints-it.ts';

const YEARS = { fromYear: 2026, toYear: 2027 };
const event = (...lines: readonly string[]): string =>
  ['BEGIN:VEVENT', 'UID:x', ...lines, 'END:VEVENT'].join('\r\n');
const calendar = (...events: readonly string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//test', ...events, 'END:VCALENDAR'].join('\r\n');

/** Each day with its name, and how many events were passed over. */
function read(text: string): unknown {
  const result = holidaysFromIcal(text, YEARS);
  if (!result.ok) return result.error;
  const { days, skipped } = result.value;
  return [...days.map(({ date, name }) => `${date} ${name}`), skipped];
}

describe('days of an iCal file', () => {
  test.each<[string, string, readonly unknown[]]>([
    ['nothing', calendar(), [0]],
    [
      'one day',
      calendar(event('DTSTART;VALUE=DATE:20261207', 'SUMMARY:Sant’Ambrogio')),
      ['2026-12-07 Sant’Ambrogio', 0],
    ],
    [
      'several days, the end not included',
      calendar(event('DTSTART;VALUE=DATE:20261230', 'DTEND;VALUE=DATE:20270102', 'SUMMARY:Chiuso')),
      ['2026-12-30 Chiuso', '2026-12-31 Chiuso', '2027-01-01 Chiuso', 0],
    ],
    [
      'every year, in the years asked for',
      calendar(event('DTSTART;VALUE=DATE:20000629', 'RRULE:FREQ=YEARLY', 'SUMMARY:Roma')),
      ['2026-06-29 Roma', '2027-06-29 Roma', 0],
    ],
    ['other years', calendar(event('DTSTART;VALUE=DATE:20300101', 'SUMMARY:Later')), [0]],
    [
      'cancelled',
      calendar(event('DTSTART;VALUE=DATE:20260101', 'STATUS:CANCELLED', 'SUMMARY:No')),
      [0],
    ],
    ['an hour', calendar(event('DTSTART:20260101T100000Z', 'SUMMARY:Meeting')), [1]],
    [
      'a rule that may never end',
      calendar(
        event(
          'DTSTART;VALUE=DATE:20260228',
          'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
          'SUMMARY:x',
        ),
      ),
      [1],
    ],
    ['no start', calendar(event('SUMMARY:Nothing')), [1]],
    [
      'twice the same date',
      calendar(
        event('DTSTART;VALUE=DATE:20260101', 'SUMMARY:First'),
        event('DTSTART;VALUE=DATE:20260101', 'SUMMARY:Second'),
      ),
      ['2026-01-01 First', 0],
    ],
    [
      'a thousand years at once, cut to the years asked for',
      calendar(event('DTSTART;VALUE=DATE:15000101', 'DTEND;VALUE=DATE:20260103', 'SUMMARY:Long')),
      ['2026-01-01 Long', '2026-01-02 Long', 0],
    ],
  ])('%s', (_, text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test.each([
    ['no text', ''],
    ['no calendar', 'hello'],
    ['something else', 'BEGIN:VCARD\r\nEND:VCARD'],
    ['cut off', 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT'],
    ['too long', `${'x'.repeat(3 * 1024 * 1024)}`],
  ])('%s is refused', (_, text) => {
    expect(read(text)).toMatchObject({ code: 'bad_input', details: { field: 'file' } });
  });
});

test('cities have their patron on a day that exists every year', () => {
  expect(patronDay('Milano', 2026)).toEqual({ date: '2026-12-07', name: 'Sant’Ambrogio' });
  expect(patronDay('Roma', 2027).date).toBe('2027-06-29');
  for (const city of PATRON_CITIES) {
    const { date } = patronDay(city, 2027);
    expect(new Date(`${date}T00:00:00Z`).toISOString().slice(0, 10)).toBe(date);
  }
  expect([...PATRON_CITIES]).toEqual(
    [...PATRON_CITIES].toSorted((a, b) => a.localeCompare(b, 'it')),
  );
});
