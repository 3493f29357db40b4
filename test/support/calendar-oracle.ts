import type {
  CalendarDefinition,
  DayInterval,
  Weekday,
} from '../../shared/domain/calendar/types.ts';

/*
 * Working time counted step by step, written without a look at the product's way: offsets come from
 * formatted clocks, openings are painted on a strip of steps, and every answer is a walk over it.
 */

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** Returns how far a zone is ahead of UTC at an instant, read off a formatted clock. */
export function wallClock(zone: string): (instantMs: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  return (instantMs) => {
    const [month = 0, day = 0, year = 0, hour = 0, minute = 0, second = 0] = (
      format.format(instantMs).match(/\d+/g) ?? []
    ).map(Number);
    return Date.UTC(year, month - 1, day, hour, minute, second) - instantMs;
  };
}

/** Returns the minutes at which a zone changes its offset, found by looking once a week. */
export function changesOf(zone: string, fromYear: number, toYear: number): readonly number[] {
  const offset = wallClock(zone);
  const changes: number[] = [];
  const endMs = Date.UTC(toYear, 0, 1);
  let atMs = Date.UTC(fromYear, 0, 1);
  let before = offset(atMs);
  for (; atMs < endMs; atMs += 7 * DAY_MS) {
    const after = offset(atMs + 7 * DAY_MS);
    if (after === before) continue;
    let low = atMs / MINUTE_MS;
    let high = low + (7 * DAY_MS) / MINUTE_MS;
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (offset(middle * MINUTE_MS) === before) low = middle;
      else high = middle;
    }
    changes.push(high * MINUTE_MS);
    before = after;
  }
  return changes;
}

/** A zone's offsets over a stretch, step by step. */
export interface Strip {
  readonly fromMs: number;
  readonly stepMs: number;
  readonly offsets: Int32Array;
  /** Every offset that occurs. */
  readonly distinct: readonly number[];
  /** Local dates of which there is at least one step, as days. */
  readonly dates: ReadonlySet<number>;
}

/** Asks the clock every `coarse` steps, and every step where two answers differ. */
export function stripOf(
  zone: string,
  span: { readonly fromMs: number; readonly steps: number; readonly stepMs: number },
): Strip {
  const { fromMs, steps, stepMs } = span;
  const clock = wallClock(zone);
  const offsets = new Int32Array(steps);
  const coarse = 60;
  for (let start = 0; start < steps; start += coarse) {
    const end = Math.min(start + coarse, steps);
    const first = clock(fromMs + start * stepMs);
    const isSame = first === clock(fromMs + end * stepMs);
    for (let step = start; step < end; step += 1) {
      offsets[step] = isSame ? first : clock(fromMs + step * stepMs);
    }
  }
  const dates = new Set<number>();
  offsets.forEach((offset, step) =>
    dates.add(Math.floor((fromMs + step * stepMs + offset) / DAY_MS)),
  );
  return { fromMs, stepMs, offsets, distinct: [...new Set(offsets)], dates };
}

/** The earliest instant that shows this wall clock; where none does, the later reading of two. */
function instantOf({ fromMs, stepMs, offsets, distinct }: Strip, localMs: number): number {
  const readings = distinct.map((offset) => ({ offset, atMs: localMs - offset }));
  const shown = readings.filter(({ offset, atMs }) => {
    const step = Math.floor((atMs - fromMs) / stepMs);
    return offsets[Math.min(Math.max(step, 0), offsets.length - 1)] === offset;
  });
  return shown.length > 0
    ? Math.min(...shown.map(({ atMs }) => atMs))
    : Math.max(...readings.map(({ atMs }) => atMs));
}

/** Paints a calendar on a strip: one where a step is open. Bundled holidays are not in it. */
export function paint(strip: Strip, definition: CalendarDefinition): Uint8Array {
  const { fromMs, stepMs, offsets } = strip;
  const open = new Uint8Array(offsets.length);
  const brush = (date: number, hours: readonly DayInterval[], value: 0 | 1): void => {
    for (const { fromMinute, toMinute } of hours) {
      const [from, to] = [fromMinute, toMinute].map((minute) =>
        Math.max(
          0,
          (instantOf(strip, date * DAY_MS + Math.round(minute * MINUTE_MS)) - fromMs) / stepMs,
        ),
      );
      if (from !== undefined && to !== undefined && from < to) open.fill(value, from, to);
    }
  };
  const dates = [...strip.dates];
  const firstDate = Math.min(...dates);
  // The two days before run into the strip; they are there, as far as the strip can tell.
  for (const date of [firstDate - 2, firstDate - 1, ...dates])
    brush(date, hoursOn(definition, date), 1);
  for (const { date, intervals } of definition.breaks ?? [])
    brush(Date.parse(date) / DAY_MS, intervals, 0);
  return open;
}

function hoursOn({ week, special }: CalendarDefinition, date: number): readonly DayInterval[] {
  const day = new Date(date * DAY_MS);
  const own = special.findLast((one) => one.date === day.toISOString().slice(0, 10));
  return own?.intervals ?? week[(day.getUTCDay() || 7) as Weekday];
}

/** Walks until as many open steps have passed; undefined when the strip ends before. */
export function walk(open: Uint8Array, start: number, steps: number): number | undefined {
  let left = Math.abs(steps);
  let at = start;
  while (left > 0) {
    const cell = steps > 0 ? open[at] : open[at - 1];
    if (cell === undefined) return undefined;
    left -= cell;
    at += Math.sign(steps);
  }
  return at;
}

/** Counts the open steps between two, signed. */
export function countBetween(open: Uint8Array, from: number, to: number): number {
  let count = 0;
  for (let at = Math.min(from, to); at < Math.max(from, to); at += 1) count += open[at] ?? 0;
  return from <= to ? count : -count;
}
