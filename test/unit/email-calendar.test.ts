import { describe, expect, test } from 'vitest';
import { calendarEvent } from '../../electron/service/connectors/email/parse/calendar.ts';
import { seededRandom } from '../support/seeded-random.ts';

/** A zone as Outlook describes it: a name that only Windows knows, and its rules. */
const OUTLOOK_ZONE = `BEGIN:VTIMEZONE
TZID:W. Europe Standard Time
BEGIN:STANDARD
DTSTART:16010101T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE
`;

const calendar = (event: string, { method = 'REQUEST', zone = '' } = {}): Buffer =>
  Buffer.from(
    `BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//prova//IT\nMETHOD:${method}\n${zone}BEGIN:VEVENT\nUID:1\n${event}\nEND:VEVENT\nEND:VCALENDAR\n`.replaceAll(
      '\n',
      '\r\n',
    ),
  );

const at = (text: string): number => Date.parse(text);

test('an invitation says what, when, where, who, and how many', () => {
  const told = calendarEvent(
    calendar(
      `SUMMARY:Sopralluogo fibra\\, via Roma
DTSTART;TZID=Europe/Rome:20261125T100000
DTEND;TZID=Europe/Rome:20261125T113000
LOCATION:Via Roma 1\\, Torino
DESCRIPTION:Portare il contratto.\\nSuonare Ferrero.
ORGANIZER;CN="Ferrero, Giulia":mailto:giulia@cliente.example
ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:aiuto@ondalta.example
ATTENDEE:mailto:tecnico@ondalta.example`,
    ),
  );
  expect(told).toEqual({
    method: 'request',
    title: 'Sopralluogo fibra, via Roma',
    where: 'Via Roma 1, Torino',
    notes: 'Portare il contratto.\nSuonare Ferrero.',
    starts: { wall: '2026-11-25T10:00:00', zone: 'Europe/Rome', atMs: at('2026-11-25T09:00:00Z') },
    ends: { wall: '2026-11-25T11:30:00', zone: 'Europe/Rome', atMs: at('2026-11-25T10:30:00Z') },
    recurs: false,
    organiser: { name: 'Ferrero, Giulia', address: 'giulia@cliente.example' },
    attendees: 2,
    answer: null,
    more: 0,
  });
});

const starts = (line: string, zone = '') =>
  calendarEvent(calendar(`SUMMARY:x\n${line}`, { zone }))?.starts;

describe('when it is', () => {
  test.each([
    [
      'DTSTART:20260725T100000Z',
      { wall: '2026-07-25T10:00:00', zone: 'UTC', atMs: at('2026-07-25T10:00:00Z') },
    ],
    [
      'DTSTART;TZID=Europe/Rome:20260725T100000',
      { wall: '2026-07-25T10:00:00', zone: 'Europe/Rome', atMs: at('2026-07-25T08:00:00Z') },
    ],
    [
      'DTSTART;TZID=/citadel.org/20210210_1/America/New_York:20261225T100000',
      { wall: '2026-12-25T10:00:00', zone: 'America/New_York', atMs: at('2026-12-25T15:00:00Z') },
    ],
    ['DTSTART:20261125T100000', { wall: '2026-11-25T10:00:00', zone: null, atMs: null }],
    [
      'DTSTART;TZID=Ora di casa mia:20261125T100000',
      { wall: '2026-11-25T10:00:00', zone: 'Ora di casa mia', atMs: null },
    ],
    ['DTSTART;VALUE=DATE:20261125', { wall: '2026-11-25', zone: null, atMs: null }],
    ['DTSTART:20261345T100000', null],
    ['DTSTART:20260230T100000', null],
    ['DTSTART:00010101T000000', null],
    ['DTSTART:domani', null],
    ['SUMMARY:Senza data', null],
  ])('%s', (line, expected) => {
    expect(starts(line)).toEqual(expected);
  });

  test.each([
    ['20260725T100000', '2026-07-25T08:00:00Z'],
    ['20261125T100000', '2026-11-25T09:00:00Z'],
    ['20270328T040000', '2027-03-28T02:00:00Z'],
  ])("in Outlook's zone, by its own rules: %s", (local, instant) => {
    const time = starts(`DTSTART;TZID=W. Europe Standard Time:${local}`, OUTLOOK_ZONE);
    expect(time).toMatchObject({ zone: 'W. Europe Standard Time', atMs: at(instant) });
  });

  test.each([
    'FREQ=SECONDLY',
    'FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10;BYSECOND=0,1,2,3,4,5,6,7,8,9',
    'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=DAILY;COUNT=999999999',
    'FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10;UNTIL=99991231T235959Z;BYSETPOS=1',
  ])('rules that would be reckoned for ever are not believed: %s', (rule) => {
    const zone = OUTLOOK_ZONE.replaceAll(/RRULE:.*/g, `RRULE:${rule}`);
    const time = starts('DTSTART;TZID=W. Europe Standard Time:20261125T100000', zone);
    expect(time?.atMs ?? null).toBeNull();
    expect(time?.wall).toBe('2026-11-25T10:00:00');
  });

  test('nor are more rules than a zone has had', () => {
    const [, rule = ''] = /(BEGIN:STANDARD.*END:STANDARD\n)/s.exec(OUTLOOK_ZONE) ?? [];
    const zone = OUTLOOK_ZONE.replace(rule, rule.repeat(400));
    const time = starts('DTSTART;TZID=W. Europe Standard Time:20261125T100000', zone);
    expect(time).toMatchObject({ wall: '2026-11-25T10:00:00', atMs: null });
  });

  test.each([
    ['DTSTART:20261125T100000Z\nDURATION:PT1H30M', '2026-11-25T11:30:00'],
    ['DTSTART;VALUE=DATE:20261125\nDTEND;VALUE=DATE:20261127', '2026-11-26'],
    ['DTSTART;VALUE=DATE:20261125\nDTEND;VALUE=DATE:20261126', '2026-11-25'],
    ['DTSTART;VALUE=DATE:20261125\nDTEND;VALUE=DATE:20261125', '2026-11-25'],
    ['DTSTART;VALUE=DATE:20261125\nDURATION:P2D', '2026-11-26'],
    ['DTSTART:20261125T100000Z\nDURATION:P99999999999W', null],
    ['DTSTART:20261125T100000Z', null],
  ])('and until when: %j', (lines, wall) => {
    expect(calendarEvent(calendar(lines))?.ends?.wall ?? null).toBe(wall);
  });
});

describe('what it is about', () => {
  test.each([
    ['REQUEST', '', 'request'],
    ['CANCEL', '', 'cancel'],
    ['REQUEST', 'STATUS:CANCELLED', 'cancel'],
    ['PUBLISH', '', 'publish'],
    ['reply', '', 'reply'],
    ['COUNTER', '', 'publish'],
  ])('%s %s is %s', (method, line, expected) => {
    expect(calendarEvent(calendar(`SUMMARY:x\n${line}`, { method }))?.method).toBe(expected);
  });

  test('an answer says whose it is and what it is', () => {
    const lines = 'SUMMARY:x\nATTENDEE;CN=Anna;PARTSTAT=DECLINED:MAILTO:anna@cliente.example';
    expect(calendarEvent(calendar(lines, { method: 'REPLY' }))?.answer).toEqual({
      by: { name: 'Anna', address: 'anna@cliente.example' },
      says: 'declined',
    });
    expect(calendarEvent(calendar('SUMMARY:x', { method: 'REPLY' }))?.answer).toBeNull();
  });

  test('a series is told by its first time, one that was moved stands beside it', () => {
    const moved =
      'RECURRENCE-ID:20261126T100000Z\nSUMMARY:Spostato\nEND:VEVENT\nBEGIN:VEVENT\nUID:1\nSUMMARY:Ogni giorno\nDTSTART:20261125T100000Z\nRRULE:FREQ=SECONDLY';
    expect(calendarEvent(calendar(moved))).toMatchObject({
      title: 'Ogni giorno',
      recurs: true,
      more: 1,
    });
  });
});

describe('what is no event is none, at once', () => {
  test.each([
    ['nothing', ''],
    ['a text', 'Buongiorno'],
    ['no event', 'BEGIN:VCALENDAR\r\nEND:VCALENDAR'],
    ['a task', 'BEGIN:VCALENDAR\r\nBEGIN:VTODO\r\nEND:VTODO\r\nEND:VCALENDAR'],
    ['cut', 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:x'],
    ['crossed', 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VCALENDAR\r\nEND:VEVENT'],
    ['nested', 'BEGIN:X\r\n'.repeat(20_000)],
    ['one line', `BEGIN:VCALENDAR;${'A=B;'.repeat(50_000)}`],
    ['folds', `BEGIN:VCALENDAR\r\nX:${'\r\n x'.repeat(80_000)}`],
    ['bytes', Buffer.alloc(100_000, 0xff)],
    ['too long', Buffer.alloc(600_000, 'x')],
  ])('%s', (_what, source) => {
    expect(calendarEvent(Buffer.from(source))).toBeNull();
  });

  test('long values are cut, and strange ones are read as text', () => {
    const told = calendarEvent(
      calendar(
        `SUMMARY:${'x'.repeat(5_000)}\nDESCRIPTION:${'y'.repeat(50_000)}\nLOCATION:a\u202Eb\\nc\nORGANIZER:niente\nDTSTART;TZID=${'z'.repeat(3_000)}:20261125T100000\nATTENDEE:`,
      ),
    );
    expect(told?.title).toHaveLength(300);
    expect(told?.notes).toHaveLength(20_000);
    expect(told).toMatchObject({
      where: 'ab c',
      organiser: { name: null, address: 'niente' },
      attendees: 1,
    });
    expect(told?.starts?.zone?.length).toBeLessThanOrEqual(100);
  });

  test('spoilt anywhere it throws nothing', () => {
    const whole = calendar(
      'SUMMARY:x\nDTSTART;TZID=W. Europe Standard Time:20261125T100000\nDTEND:20261125T110000Z\nATTENDEE;CN=A:mailto:a@b',
      { zone: OUTLOOK_ZONE },
    );
    const random = seededRandom(123);
    for (let round = 0; round < 1_000; round += 1) {
      const spoilt = Buffer.from(whole);
      for (let times = 0; times <= round % 4; times += 1) {
        spoilt[random.below(spoilt.length)] = 32 + random.below(95);
      }
      calendarEvent(spoilt);
    }
  });
});
