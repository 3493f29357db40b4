import { z } from 'zod';
import type { CompiledCalendar } from '../../../shared/domain/calendar/compiled.ts';
import { compileCalendar } from '../../../shared/domain/calendar/compile.ts';
import { parseDay } from '../../../shared/domain/calendar/days.ts';
import type {
  CalendarDefinition,
  DayInterval,
  SpecialDay,
} from '../../../shared/domain/calendar/types.ts';
import { err, type Result } from '../../../shared/kernel/result.ts';

const DAY_MINUTES = 1440;
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** `HH:MM`, also with seconds; 24:00 is the end of the day. */
const time = z
  .string()
  .regex(/^([01]?\d|2[0-3]):[0-5]\d(:[0-5]\d)?$|^24:00(:00)?$/)
  .transform((text) => {
    const [hour = 0, minute = 0, second = 0] = text.split(':').map(Number);
    return hour * 60 + minute + second / 60;
  });

/** An end at or before its start means the next day. */
const hours = z
  .tuple([time, time])
  .transform(([fromMinute, toMinute]): DayInterval => ({
    fromMinute,
    toMinute: toMinute <= fromMinute ? toMinute + DAY_MINUTES : toMinute,
  }))
  .array();

const date = z.string().refine((text) => parseDay(text) !== null, 'no date');
const week = z.partialRecord(z.enum(WEEKDAYS), hours);

/** A calendar as the case files write it: local `HH:MM` in `timeZone`. */
export const caseCalendar = z.looseObject({
  timeZone: z.string(),
  week,
  weekBreaks: week.nullish(),
  holidays: z
    .array(z.union([date, z.looseObject({ date }).transform((day) => day.date)]))
    .nullish(),
  dateOverrides: z.record(date, hours).nullish(),
  dateBreaks: z.record(date, hours).nullish(),
});

export type CaseCalendar = z.output<typeof caseCalendar>;

/** Returns the calendar of a case, ready to compute with. Errors: what is wrong with it, in words. */
export function calendarOf(written: CaseCalendar): Result<CompiledCalendar, string> {
  const compiled = compileCalendar(definitionOf(written));
  if (compiled.ok) return compiled;
  return err(`calendar: its ${String(compiled.error.details?.['field'])} makes no sense`);
}

/** Other hours replace a date's usual ones; a holiday wins over them; breaks are taken out of all. */
export function definitionOf(written: CaseCalendar): CalendarDefinition {
  const special = new Map<string, SpecialDay>();
  for (const [day, intervals] of Object.entries(written.dateOverrides ?? {})) {
    special.set(day, { date: day, name: 'other hours', intervals });
  }
  for (const day of written.holidays ?? []) {
    special.set(day, { date: day, name: 'holiday', intervals: [] });
  }
  const day = (weekday: number): readonly DayInterval[] => usualHours(written, weekday);
  return {
    id: 'case',
    name: 'Case',
    zone: written.timeZone,
    week: { 1: day(1), 2: day(2), 3: day(3), 4: day(4), 5: day(5), 6: day(6), 7: day(7) },
    holidays: 'none',
    worked: [],
    special: [...special.values()],
    breaks: Object.entries(written.dateBreaks ?? {}).map(([of, intervals]) => ({
      date: of,
      name: 'break',
      intervals,
    })),
  };
}

/** A weekday's hours without its breaks, and without those of the next day where they run into it. */
function usualHours(
  { week: usual, weekBreaks }: CaseCalendar,
  weekday: number,
): readonly DayInterval[] {
  const breaksOn = (day: number): readonly DayInterval[] =>
    weekBreaks?.[WEEKDAYS[(day - 1) % 7] ?? 'mon'] ?? [];
  const next = breaksOn(weekday + 1).map(({ fromMinute, toMinute }) => ({
    fromMinute: fromMinute + DAY_MINUTES,
    toMinute: toMinute + DAY_MINUTES,
  }));
  return without(usual[WEEKDAYS[weekday - 1] ?? 'mon'] ?? [], [...breaksOn(weekday), ...next]);
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

/** Returns the local date and minute of an instant. */
export function localOf(
  zone: string,
  instantMs: number,
): { readonly date: string; readonly time: string } {
  const [day = '', clock = ''] = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'short',
  })
    .format(instantMs)
    .split(' ');
  return { date: day, time: clock };
}
