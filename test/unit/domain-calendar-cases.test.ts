import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  addWorkingTime,
  isWorkingTime,
  workingPeriods,
  workingTimeBetween,
} from '../../shared/domain/calendar/arithmetic.ts';
import type { CompiledCalendar } from '../../shared/domain/calendar/compiled.ts';
import type {
  CalendarDefinition,
  DayInterval,
  SpecialDay,
} from '../../shared/domain/calendar/types.ts';
import { weekdayOf, parseDay } from '../../shared/domain/calendar/days.ts';
import { compiled } from '../support/calendars.ts';

type Hours = readonly (readonly [string, string])[];
type Week = Readonly<Partial<Record<(typeof WEEKDAYS)[number], Hours>>>;

interface PeerCalendar {
  readonly timeZone: string;
  readonly week: Week;
  readonly weekBreaks?: Week;
  readonly holidays?: readonly string[];
  readonly dateOverrides?: Readonly<Record<string, Hours>>;
  readonly dateBreaks?: Readonly<Record<string, Hours>>;
}

interface PeerCase {
  readonly id: string;
  readonly op: 'add' | 'subtract' | 'between' | 'isOpen' | 'periods';
  readonly unit: keyof typeof UNIT_MS;
  readonly amount: number;
  readonly start: string;
  readonly end?: string;
  readonly at: string;
  readonly direction: 'forward' | 'backward';
  readonly count: number;
  readonly expected: unknown;
  readonly rounding?: string;
  readonly calendar: number;
  readonly source: string;
}

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const UNIT_MS = {
  millisecond: 1,
  second: 1_000,
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
} as const;

const { calendars, cases } = JSON.parse(
  readFileSync(new URL('../support/fixtures/sla/calendar-cases.json', import.meta.url), 'utf8'),
) as { readonly calendars: readonly PeerCalendar[]; readonly cases: readonly PeerCase[] };

const ready = calendars.map((calendar) => compiled(definitionOf(calendar)));

describe('what the peers say of working time', () => {
  test('no case is missing', () => expect(cases).toHaveLength(341));

  test.each(cases)('$id $op ($source)', (peerCase) => {
    const calendar = ready[peerCase.calendar];
    if (calendar === undefined) throw new Error('A case without its calendar');
    check(calendar, peerCase);
  });
});

function check(calendar: CompiledCalendar, peerCase: PeerCase): void {
  const { op, start, expected } = peerCase;
  if (op === 'isOpen') {
    expect(isWorkingTime(calendar, Date.parse(peerCase.at))).toBe(expected);
  } else if (op === 'periods') {
    expect(periodsOf(calendar, peerCase)).toEqual(expected);
  } else if (op === 'between') {
    const ms = workingTimeBetween(calendar, Date.parse(start), Date.parse(peerCase.end ?? ''));
    expect(asThePeerCuts(peerCase, ms / UNIT_MS[peerCase.unit])).toBe(expected);
  } else {
    const durationMs = (op === 'add' ? 1 : -1) * peerCase.amount * UNIT_MS[peerCase.unit];
    const got = addWorkingTime(calendar, Date.parse(start), durationMs);
    if (got === 'never') throw new Error('never');
    const seconds = workingTimeBetween(calendar, got, Date.parse(String(expected))) / 1_000;
    // Closing and the next opening are one to some peers: no working time lies between.
    expect(asThePeerCuts(peerCase, seconds)).toBe(0);
  }
}

/** Some peers know whole units only; working_hours rounds to whole seconds, half away from zero. */
function asThePeerCuts({ rounding, source }: PeerCase, value: number): number {
  if (rounding === 'truncate') return Math.trunc(value);
  if (!source.startsWith('working_hours')) return value;
  return Math.sign(value) * Math.round(Math.abs(value)) + 0;
}

const iso = (instantMs: number): string => new Date(instantMs).toISOString().replace('.000Z', 'Z');

function periodsOf(calendar: CompiledCalendar, peerCase: PeerCase): readonly string[][] {
  const backward = peerCase.direction === 'backward';
  const start = Date.parse(peerCase.start);
  const farMs = start + (backward ? -400 : 400) * UNIT_MS.day;
  const end = peerCase.end === undefined ? farMs : Date.parse(peerCase.end);
  const periods = [...workingPeriods(calendar, Math.min(start, end), Math.max(start, end))];
  if (backward) periods.reverse();
  return periods.slice(0, peerCase.count).map(({ fromMs, toMs }) => [iso(fromMs), iso(toMs)]);
}

function definitionOf(peer: PeerCalendar): CalendarDefinition {
  const day = (weekday: number): readonly DayInterval[] => {
    const name = WEEKDAYS[weekday - 1] ?? 'mon';
    return without(intervals(peer.week[name]), intervals(peer.weekBreaks?.[name]));
  };
  const special = new Map<string, SpecialDay>();
  for (const [date, hours] of Object.entries(peer.dateOverrides ?? {})) {
    special.set(date, { date, name: 'other hours', intervals: intervals(hours) });
  }
  for (const [date, breaks] of Object.entries(peer.dateBreaks ?? {})) {
    const usual = special.get(date)?.intervals ?? day(weekdayOf(parseDay(date) ?? 0));
    special.set(date, { date, name: 'break', intervals: without(usual, intervals(breaks)) });
  }
  for (const date of peer.holidays ?? []) special.set(date, { date, name: '', intervals: [] });
  return {
    id: 'peer',
    name: 'Peer',
    zone: peer.timeZone,
    week: { 1: day(1), 2: day(2), 3: day(3), 4: day(4), 5: day(5), 6: day(6), 7: day(7) },
    holidays: 'none',
    worked: [],
    special: [...special.values()],
  };
}

function minuteOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

function intervals(hours: Hours = []): readonly DayInterval[] {
  return hours.map(([from, to]) => {
    const fromMinute = minuteOf(from);
    const toMinute = minuteOf(to);
    return { fromMinute, toMinute: toMinute <= fromMinute ? toMinute + 1_440 : toMinute };
  });
}

/** What is left of some hours when breaks are taken out. */
function without(
  from: readonly DayInterval[],
  breaks: readonly DayInterval[],
): readonly DayInterval[] {
  return breaks.reduce(
    (rest, gap) =>
      rest.flatMap(({ fromMinute, toMinute }) =>
        [
          { fromMinute, toMinute: Math.min(toMinute, gap.fromMinute) },
          { fromMinute: Math.max(fromMinute, gap.toMinute), toMinute },
        ].filter((part) => part.fromMinute < part.toMinute),
      ),
    from,
  );
}
