import { parseDay } from './days.ts';
import { italianHolidays } from './holidays-it.ts';
import type { CalendarDefinition, DayInterval } from './types.ts';

/** Why a date does not follow the week, and what holds instead. */
export interface DayException {
  readonly name: string;
  readonly intervals: readonly DayInterval[];
}

/**
 * Returns the dates from `fromYear` through `toYear` that do not follow the usual week, by day
 * number. A team's own special day wins over the bundled list; what is no date is passed over.
 */
export function exceptionsOf(
  definition: CalendarDefinition,
  fromYear: number,
  toYear: number,
): ReadonlyMap<number, DayException> {
  const exceptions = new Map<number, DayException>();
  if (definition.holidays === 'it') {
    const worked = new Set(definition.worked);
    for (let year = fromYear; year <= toYear; year += 1) {
      for (const { date, name } of italianHolidays(year)) {
        const day = parseDay(date);
        if (day !== null && !worked.has(date)) exceptions.set(day, { name, intervals: [] });
      }
    }
  }
  for (const special of definition.special) {
    const day = parseDay(special.date);
    if (day !== null) exceptions.set(day, special);
  }
  return exceptions;
}
