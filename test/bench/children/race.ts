/**
 * The race against npm packages, in a process whose own zone is that of the calendar: most of them
 * know no other. Prints one JSON object.
 */
import { createRequire } from 'node:module';
import { addWorkingTime, workingTimeBetween } from '../../../shared/domain/calendar/arithmetic.ts';
import { italianHolidays } from '../../../shared/domain/calendar/holidays-it.ts';
import type { RaceResult } from '../business-time.ts';
import { HOUR_MS, raceCalendar, raceInputs } from '../race-inputs.ts';
import { walkAdd, walkBetween } from './temporal-walk.ts';

const count = Number(process.argv[2]);
const ROUNDS_OF_OURS = 200;
const HOLIDAYS = [2025, 2026, 2027, 2028].flatMap((year) =>
  italianHolidays(year).map(({ date }) => date),
);

interface Contender {
  readonly name: string;
  readonly add: (startMs: number) => number;
  readonly between: (startMs: number, endMs: number) => number;
}

/* None of these packages has types for what is used here; they are loaded as what they are. */
const require = createRequire(import.meta.url);

interface DayjsLike {
  readonly businessTimeDiff: (to: DayjsLike, unit: string) => number;
  readonly addBusinessTime: (amount: number, unit: string) => DayjsLike;
  readonly valueOf: () => number;
}

function dayjsBusinessTime(): Contender {
  const dayjs = require('dayjs') as ((ms: number) => DayjsLike) & {
    readonly extend: (plugin: unknown) => void;
    readonly setHolidays: (dates: readonly string[]) => void;
    readonly setBusinessTime: (week: unknown) => void;
  };
  const plugin = require('dayjs-business-time') as { readonly default?: unknown };
  dayjs.extend(plugin.default ?? plugin);
  dayjs.setHolidays(HOLIDAYS);
  const day = [
    { start: '09:00:00', end: '13:00:00' },
    { start: '14:00:00', end: '18:00:00' },
  ];
  dayjs.setBusinessTime({
    sunday: null,
    monday: day,
    tuesday: day,
    wednesday: day,
    thursday: day,
    friday: day,
    saturday: null,
  });
  return {
    name: 'dayjs-business-time',
    add: (startMs) =>
      dayjs(startMs)
        .addBusinessTime(8 * 60, 'minutes')
        .valueOf(),
    between: (startMs, endMs) => dayjs(startMs).businessTimeDiff(dayjs(endMs), 'minutes') * 60_000,
  };
}

interface MomentLike {
  readonly addWorkingTime: (amount: number, unit: string) => MomentLike;
  readonly workingDiff: (from: MomentLike, unit: string, exact: boolean) => number;
  readonly valueOf: () => number;
}

function momentBusinessTime(): Contender {
  const moment = require('moment-business-time') as ((ms: number) => MomentLike) & {
    readonly updateLocale: (name: string, settings: unknown) => void;
  };
  const day = ['09:00:00', '13:00:00', '14:00:00', '18:00:00'];
  moment.updateLocale('en', {
    workinghours: { 0: null, 1: day, 2: day, 3: day, 4: day, 5: day, 6: null },
    holidays: HOLIDAYS,
  });
  return {
    name: 'moment-business-time',
    add: (startMs) => moment(startMs).addWorkingTime(8, 'hours').valueOf(),
    between: (startMs, endMs) =>
      moment(endMs).workingDiff(moment(startMs), 'minutes', true) * 60_000,
  };
}

interface OpeningHoursLike {
  readonly getOpenDuration: (from: Date, to: Date) => readonly [number, number];
  readonly getIterator: (at: Date) => {
    readonly getState: () => boolean;
    readonly getDate: () => Date;
    readonly advance: () => boolean;
  };
}

function openingHours(): Contender {
  const OpeningHours = require('opening_hours') as new (
    text: string,
    place: unknown,
  ) => OpeningHoursLike;
  const place = { lat: 41.9, lon: 12.5, address: { country_code: 'it', state: 'Lazio' } };
  const hours = new OpeningHours('Mo-Fr 09:00-13:00,14:00-18:00; PH off', place);
  return {
    name: 'opening_hours',
    add: (startMs) => {
      const walk = hours.getIterator(new Date(startMs));
      let leftMs = 8 * HOUR_MS;
      let atMs = startMs;
      for (;;) {
        const open = walk.getState();
        if (!walk.advance()) return Number.NaN;
        const nextMs = walk.getDate().getTime();
        if (open && nextMs - atMs >= leftMs) return atMs + leftMs;
        if (open) leftMs -= nextMs - atMs;
        atMs = nextMs;
      }
    },
    between: (startMs, endMs) => hours.getOpenDuration(new Date(startMs), new Date(endMs))[0],
  };
}

const calendar = raceCalendar();
const { starts, ends } = raceInputs(count);
const oursAdded = starts.map((start) => Number(addWorkingTime(calendar, start, 8 * HOUR_MS)));
const oursBetween = starts.map((start, index) =>
  workingTimeBetween(calendar, start, ends[index] ?? start),
);

/** Keeps what was computed from being optimised away. */
let sink = 0;

function secondsOf(rounds: number, once: (index: number) => number): number {
  const startedAt = performance.now();
  for (let round = 0; round < rounds; round += 1) {
    for (let index = 0; index < starts.length; index += 1) sink += once(index);
  }
  return (performance.now() - startedAt) / 1_000 / rounds;
}

function race({ name, add, between }: Contender, rounds: number): RaceResult {
  const once = {
    add: (index: number): number => add(starts[index] ?? 0),
    between: (index: number): number => between(starts[index] ?? 0, ends[index] ?? 0),
  };
  const wrong = starts.filter((_, index) => {
    const due = once.add(index);
    const isDue = workingTimeBetween(calendar, due, oursAdded[index] ?? 0) === 0;
    return !isDue || Math.round(once.between(index)) !== oursBetween[index];
  }).length;
  return {
    name,
    addsPerSecond: Math.round(starts.length / secondsOf(rounds, once.add)),
    differencesPerSecond: Math.round(starts.length / secondsOf(rounds, once.between)),
    wrong,
  };
}

const ours: Contender = {
  name: 'riscontro',
  add: (startMs) => Number(addWorkingTime(calendar, startMs, 8 * HOUR_MS)),
  between: (startMs, endMs) => workingTimeBetween(calendar, startMs, endMs),
};
const results = [
  race(ours, ROUNDS_OF_OURS),
  race({ name: 'temporal per pair', add: walkAdd, between: walkBetween }, 1),
  race(openingHours(), 1),
  race(dayjsBusinessTime(), 1),
  race(momentBusinessTime(), 1),
];
console.log(
  JSON.stringify({ results, hasNativeTemporal: 'Temporal' in globalThis, sink: sink > 0 }),
);
