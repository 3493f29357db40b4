import type { CompiledCalendar } from '../../shared/domain/calendar/compiled.ts';
import { compileCalendar } from '../../shared/domain/calendar/compile.ts';
import type { CalendarDefinition, DayInterval } from '../../shared/domain/calendar/types.ts';

/** Compiles what a test knows to be right. */
export function compiled(input: Parameters<typeof compileCalendar>[0]): CompiledCalendar {
  const calendar = compileCalendar(input);
  if (!calendar.ok) throw new Error(`A calendar with a fault: ${JSON.stringify(calendar.error)}`);
  return calendar.value;
}

/** The same hours on every day of the week. */
export const everyDay = (
  zone: string,
  ...intervals: readonly DayInterval[]
): CalendarDefinition => ({
  id: 'x',
  name: 'x',
  zone,
  week: {
    1: intervals,
    2: intervals,
    3: intervals,
    4: intervals,
    5: intervals,
    6: intervals,
    7: intervals,
  },
  holidays: 'none',
  worked: [],
  special: [],
});

/** An interval of whole or broken hours. */
export const hours = (from: number, to: number): DayInterval => ({
  fromMinute: from * 60,
  toMinute: to * 60,
});
