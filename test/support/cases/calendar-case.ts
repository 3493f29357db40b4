import { z } from 'zod';
import {
  addWorkingTime,
  isWorkingTime,
  workingPeriods,
  workingTimeBetween,
} from '../../../shared/domain/calendar/arithmetic.ts';
import type { CompiledCalendar } from '../../../shared/domain/calendar/compiled.ts';
import { calendarOf, caseCalendar } from './calendar-shape.ts';
import { failed, iso, malformed, passed, wordsOf, type Outcome } from './outcome.ts';

const UNIT_MS = {
  millisecond: 1,
  second: 1_000,
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
} as const;
const DAY_MS = UNIT_MS.day;

/** An instant, UTC ISO with or without an offset. */
export const instant = z
  .string()
  .refine((text) => !Number.isNaN(Date.parse(text)), 'no instant')
  .transform((text) => Date.parse(text));

const unit = z.enum(['millisecond', 'second', 'minute', 'hour', 'day']);
const rounding = z.enum(['truncate', 'exact', 'floor', 'ceil', 'round']).default('exact');
const common = {
  id: z.string(),
  source: z.string().default(''),
  title: z.string().default(''),
  calendar: caseCalendar,
  rounding,
};
/** Null and `never`: there is no such instant. */
const due = z.union([z.null(), z.literal('never'), instant]);
const moved = {
  ...common,
  unit,
  amount: z.number(),
  start: instant,
  expected: due,
};

const calendarCase = z.discriminatedUnion('op', [
  z.looseObject({ op: z.literal('add'), ...moved }),
  z.looseObject({ op: z.literal('subtract'), ...moved }),
  z.looseObject({
    op: z.literal('between'),
    ...common,
    unit,
    start: instant,
    end: instant,
    expected: z.number(),
  }),
  z.looseObject({ op: z.literal('isOpen'), ...common, at: instant, expected: z.boolean() }),
  z.looseObject({
    op: z.literal('periods'),
    ...common,
    direction: z.enum(['forward', 'backward']).default('forward'),
    start: instant,
    end: instant.optional(),
    count: z.number().int().min(0).optional(),
    expected: z.array(z.tuple([instant, instant])),
  }),
]);

type CalendarCase = z.output<typeof calendarCase>;

/** Runs one business-time case; what is malformed in it is told, not thrown. */
export function runCalendarCase(name: string, written: unknown): Outcome {
  const read = calendarCase.safeParse(written);
  if (!read.success) return malformed(name, wordsOf(read.error));
  const calendar = calendarOf(read.data.calendar);
  if (!calendar.ok) return malformed(name, calendar.error);
  return check(name, calendar.value, read.data);
}

function check(name: string, calendar: CompiledCalendar, one: CalendarCase): Outcome {
  switch (one.op) {
    case 'add':
    case 'subtract':
      return checkMoved(name, calendar, one);
    case 'between': {
      const ms = workingTimeBetween(calendar, one.start, one.end);
      const got = asThePeerCuts(one, ms / UNIT_MS[one.unit]);
      return isNear(got, one.expected) ? passed(name) : failed(name, one.expected, got);
    }
    case 'isOpen': {
      const got = isWorkingTime(calendar, one.at);
      return got === one.expected ? passed(name) : failed(name, one.expected, got);
    }
    case 'periods': {
      const wanted = one.expected.map((pair) => pair.map(iso));
      const got = periodsOf(calendar, one);
      const isSame = JSON.stringify(got) === JSON.stringify(wanted);
      return isSame ? passed(name) : failed(name, wanted, got);
    }
  }
}

/** Closing and the next opening are one to some peers: no working time may lie between. */
function checkMoved(
  name: string,
  calendar: CompiledCalendar,
  one: Extract<CalendarCase, { readonly amount: number }>,
): Outcome {
  const sign = one.op === 'add' ? 1 : -1;
  const got = addWorkingTime(
    calendar,
    one.start,
    sign * Math.round(one.amount * UNIT_MS[one.unit]),
  );
  const { expected } = one;
  if (typeof expected !== 'number' || got === 'never') {
    const isSame = typeof expected !== 'number' && got === 'never';
    return isSame ? passed(name) : failed(name, iso(expected), iso(got));
  }
  const seconds = workingTimeBetween(calendar, got, expected) / UNIT_MS.second;
  const isSame = isNear(asThePeerCuts(one, seconds), 0);
  return isSame ? passed(name) : failed(name, iso(expected), iso(got));
}

/** Some peers know whole units only; working_hours rounds to whole seconds, half away from zero. */
function asThePeerCuts(
  one: { readonly rounding: z.output<typeof rounding>; readonly source: string },
  value: number,
): number {
  switch (one.rounding) {
    case 'truncate':
      return Math.trunc(value);
    case 'floor':
      return Math.floor(value);
    case 'ceil':
      return Math.ceil(value);
    case 'round':
      return halfAway(value);
    case 'exact':
      return one.source.startsWith('working_hours') ? halfAway(value) : value;
  }
}

const halfAway = (value: number): number => Math.sign(value) * Math.round(Math.abs(value));

/** Equal but for the last digit of a fraction; minus zero is zero. */
const isNear = (one: number, other: number): boolean =>
  Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(other));

/** Looks far enough for as many as are wanted: ever farther, for openings that are years apart. */
function periodsOf(
  calendar: CompiledCalendar,
  one: Extract<CalendarCase, { readonly op: 'periods' }>,
): readonly (readonly (string | null)[])[] {
  const { start, end, direction } = one;
  const count = one.count ?? one.expected.length;
  const sign = direction === 'backward' ? -1 : 1;
  for (let days = 400; ; days *= 8) {
    const other = end ?? start + sign * days * DAY_MS;
    const periods = [...workingPeriods(calendar, Math.min(start, other), Math.max(start, other))];
    if (sign < 0) periods.reverse();
    if (end !== undefined || periods.length > count || days > 1e5) {
      return periods.slice(0, count).map(({ fromMs, toMs }) => [iso(fromMs), iso(toMs)]);
    }
  }
}
