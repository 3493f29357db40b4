import { appError, type AppError } from '../../kernel/app-error.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import { faultIn } from './check.ts';
import type { CompiledCalendar, DatedDefinition } from './compiled.ts';
import { DAY_MS, parseDay } from './days.ts';
import { emptyTable } from './table.ts';
import type { CalendarDefinition, CalendarVersion, DayInterval } from './types.ts';
import { instantOfLocal, isTimeZone, zoneOffsets } from './zone.ts';

const known = new WeakMap<CalendarDefinition, CompiledCalendar>();

/**
 * Returns a calendar ready to compute with, made of one definition or of several that follow each
 * other (the first holds before its date, too). One definition is compiled once for as long as it
 * lives. Errors: `bad_input` with the field that makes no sense.
 */
export function compileCalendar(
  input: CalendarDefinition | readonly CalendarVersion[],
): Result<CompiledCalendar, AppError> {
  if (isVersions(input)) return compileVersions(input);
  const field = faultIn(input);
  return field === null ? ok(compiledOf(input)) : fault(field);
}

/**
 * Returns a calendar from a definition that was checked when it was stored. Should this machine not
 * know its zone, it never opens: no deadline is better than a wrong one.
 */
export function compileStored(definition: CalendarDefinition): CompiledCalendar {
  const made = known.get(definition);
  if (made !== undefined) return made;
  return isTimeZone(definition.zone) ? compiledOf(definition) : keep(definition, []);
}

const compiledOf = (definition: CalendarDefinition): CompiledCalendar =>
  known.get(definition) ?? keep(definition, [{ fromMs: -Infinity, definition }]);

function keep(
  definition: CalendarDefinition,
  versions: readonly DatedDefinition[],
): CompiledCalendar {
  const made = calendarOf(versions, definition);
  known.set(definition, made);
  return made;
}

function compileVersions(versions: readonly CalendarVersion[]): Result<CompiledCalendar, AppError> {
  const dated: DatedDefinition[] = [];
  for (const { from, definition } of versions) {
    const field = faultIn(definition);
    if (field !== null) return fault(field);
    const day = parseDay(from);
    if (day === null) return fault('from');
    dated.push({ fromMs: midnightOf(definition.zone, day), definition });
  }
  // A later one of the same date replaces the one before it.
  const sorted = dated
    .toSorted((a, b) => a.fromMs - b.fromMs)
    .filter(({ fromMs }, index, all) => all[index + 1]?.fromMs !== fromMs)
    .map((one, index) => (index === 0 ? { ...one, fromMs: -Infinity } : one));
  const newest = sorted.at(-1);
  return newest === undefined ? fault('versions') : ok(calendarOf(sorted, newest.definition));
}

function midnightOf(zone: string, day: number): number {
  const midnight = day * DAY_MS;
  return instantOfLocal(zoneOffsets(zone, midnight - 2 * DAY_MS, midnight + 2 * DAY_MS), midnight);
}

const calendarOf = (
  versions: readonly DatedDefinition[],
  definition: CalendarDefinition,
): CompiledCalendar => ({
  definition,
  versions,
  never: versions.every((version) => neverOpens(version.definition)),
  table: { current: emptyTable },
});

const isVersions = (
  input: CalendarDefinition | readonly CalendarVersion[],
): input is readonly CalendarVersion[] => Array.isArray(input);

const fault = (field: string): Result<never, AppError> => err(appError('bad_input', { field }));

/** Has no interval of any length, on no weekday and no special day. */
const neverOpens = ({ week, special }: CalendarDefinition): boolean =>
  !Object.values(week).some(opens) && !special.some(({ intervals }) => opens(intervals));

const opens = (intervals: readonly DayInterval[]): boolean =>
  intervals.some(({ fromMinute, toMinute }) => fromMinute < toMinute);
