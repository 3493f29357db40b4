import {
  addWorkingTime,
  isWorkingTime,
  workingTimeBetween,
} from '../../shared/domain/calendar/arithmetic.ts';
import type { CompiledCalendar } from '../../shared/domain/calendar/compiled.ts';
import { formatDay } from '../../shared/domain/calendar/days.ts';
import type {
  CalendarDefinition,
  DayInterval,
  SpecialDay,
} from '../../shared/domain/calendar/types.ts';
import { changesOf, countBetween, paint, stripOf, walk, type Strip } from './calendar-oracle.ts';
import { compiled } from './calendars.ts';
import { seededRandom, type SeededRandom } from './seeded-random.ts';

const DAY_MS = 86_400_000;

/** Forty zones with whatever zones do: half hours, quarters, whole days, Ramadan, politics. */
export const ZONES = [
  'Europe/Rome',
  'Europe/London',
  'Europe/Dublin',
  'Europe/Moscow',
  'Europe/Istanbul',
  'Europe/Chisinau',
  'Africa/Casablanca',
  'Africa/El_Aaiun',
  'Africa/Cairo',
  'Africa/Tripoli',
  'Africa/Juba',
  'America/New_York',
  'America/St_Johns',
  'America/Havana',
  'America/Caracas',
  'America/Sao_Paulo',
  'America/Santiago',
  'America/Asuncion',
  'America/Godthab',
  'America/Tijuana',
  'America/Port-au-Prince',
  'Antarctica/Troll',
  'Antarctica/Casey',
  'Asia/Kathmandu',
  'Asia/Kolkata',
  'Asia/Pyongyang',
  'Asia/Tehran',
  'Asia/Gaza',
  'Asia/Amman',
  'Asia/Beirut',
  'Asia/Jerusalem',
  'Asia/Ulaanbaatar',
  'Australia/Lord_Howe',
  'Australia/Adelaide',
  'Australia/Eucla',
  'Pacific/Apia',
  'Pacific/Auckland',
  'Pacific/Chatham',
  'Pacific/Fiji',
  'Pacific/Norfolk',
] as const;

/** How cases are made: how fine the steps, how long the strip, how far apart start and end. */
export interface Fineness {
  readonly stepMs: number;
  readonly steps: number;
}
export const MINUTES: Fineness = { stepMs: 60_000, steps: 6 * 1440 };
export const SECONDS: Fineness = { stepMs: 1_000, steps: 8 * 3_600 };

/** Which cases: how many calendars a zone has, and how many instants beside its changes. */
export interface Wanted {
  readonly seed: number;
  readonly calendars: number;
  /** Every how many-th change is looked at. */
  readonly everyChange: number;
  readonly others: number;
  /** How many instants of a strip are put to each calendar. */
  readonly instants: number;
  readonly fineness: Fineness;
}

export interface Agreement {
  readonly cases: number;
  readonly differences: readonly string[];
}

/** Puts random calendars of a zone and instants around all its changes of 2000–2040 to both. */
export function agreementIn(zone: string, wanted: Wanted): Agreement {
  const random = seededRandom(wanted.seed + ZONES.indexOf(zone as (typeof ZONES)[number]));
  const changes = changesOf(zone, 2000, 2041).filter(
    (_, index) => index % wanted.everyChange === 0,
  );
  const others = Array.from(
    { length: wanted.others },
    () => Date.UTC(2000, 0, 5) + random.below(14_900 * 1440) * 60_000,
  );
  const differences: string[] = [];
  let cases = 0;
  const calendars = Array.from({ length: wanted.calendars }, () => {
    const definition = randomDefinition(random, zone, wanted.fineness.stepMs);
    return { definition, calendar: compiled(definition) };
  });
  for (const centreMs of [...changes, ...others]) {
    const { stepMs, steps } = wanted.fineness;
    const strip = stripOf(zone, { fromMs: centreMs - (steps / 2) * stepMs, steps, stepMs });
    for (const { definition, calendar } of calendars) {
      const dated = withDates(random, definition, calendar, centreMs);
      const open = paint(strip, dated.definition);
      for (let instant = 0; instant < wanted.instants; instant += 1) {
        cases += 1;
        const difference = compare(random, { ...strip, open }, dated.calendar);
        if (difference !== null) differences.push(`${zone} ${strip.fromMs}: ${difference}`);
      }
    }
  }
  return { cases, differences };
}

interface Dated {
  readonly definition: CalendarDefinition;
  readonly calendar: CompiledCalendar;
}

/** Now and then a calendar has other hours or a break right where it is looked at. */
function withDates(
  random: SeededRandom,
  definition: CalendarDefinition,
  calendar: CompiledCalendar,
  centreMs: number,
): Dated {
  if (!random.chance(0.04)) return { definition, calendar };
  const day = (): SpecialDay => ({
    date: formatDay(Math.floor(centreMs / DAY_MS) + random.below(3) - 1),
    name: 'date',
    intervals: random.chance(0.3) ? [] : randomHours(random, 60_000),
  });
  const own = { ...definition, special: [day()], breaks: [day(), day()] };
  return { definition: own, calendar: compiled(own) };
}

function compare(
  random: SeededRandom,
  { fromMs, stepMs, open }: Strip & { readonly open: Uint8Array },
  calendar: CompiledCalendar,
): string | null {
  const half = open.length / 2;
  const near = (): number => half + random.below(half) - Math.floor(half / 2);
  const [start, end] = [near(), near()];
  const amount = random.below(half / 2) - Math.floor(half / 4);
  const at = (step: number): number => fromMs + step * stepMs;
  for (const step of [start - 1, start, start + 1, half - 1, half]) {
    if (isWorkingTime(calendar, at(step)) !== (open[step] === 1)) return `open at ${at(step)}`;
  }
  const between = workingTimeBetween(calendar, at(start), at(end));
  if (between !== countBetween(open, start, end) * stepMs)
    return `between ${at(start)} and ${at(end)}`;
  const due = walk(open, start, amount);
  if (due === undefined) return null;
  const got = addWorkingTime(calendar, at(start), amount * stepMs);
  return got === at(due) ? null : `add ${amount} steps to ${at(start)}: ${got}, not ${at(due)}`;
}

/** Sometimes round the clock, sometimes only at night, sometimes hardly ever. */
function randomDefinition(random: SeededRandom, zone: string, stepMs: number): CalendarDefinition {
  const whole = random.chance(0.1);
  const day = (): readonly DayInterval[] =>
    whole ? [{ fromMinute: 0, toMinute: 1440 }] : randomHours(random, stepMs);
  return {
    id: 'random',
    name: 'Random',
    zone,
    week: { 1: day(), 2: day(), 3: day(), 4: day(), 5: day(), 6: day(), 7: day() },
    holidays: 'none',
    worked: [],
    special: [],
  };
}

/** Up to three intervals that may touch, overlap and cross midnight, on whole steps. */
function randomHours(random: SeededRandom, stepMs: number): readonly DayInterval[] {
  const perMinute = Math.max(1, 60_000 / stepMs);
  const count = random.pick([0, 1, 1, 2, 2, 3]);
  return Array.from({ length: count }, () => {
    const from = random.below(1440 * perMinute);
    const length = 1 + random.below(random.chance(0.3) ? 1440 * perMinute : 300 * perMinute);
    return { fromMinute: from / perMinute, toMinute: (from + length) / perMinute };
  });
}
