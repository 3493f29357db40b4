import type { CalendarDefinition } from './types.ts';

/**
 * A calendar ready to compute with: sorted working periods over the compiled years and the working
 * milliseconds before each. Made by `compileCalendar`; read by the functions beside it.
 */
export interface CompiledCalendar {
  readonly definition: CalendarDefinition;
  /** Start of each working period, UTC ms, ascending. */
  readonly starts: Float64Array;
  /** End of each working period, UTC ms. */
  readonly ends: Float64Array;
  /** Working ms before each period's start. */
  readonly before: Float64Array;
  /** The compiled span; outside it the calendar is compiled further. */
  readonly fromMs: number;
  readonly toMs: number;
  /** Never opens, in any year. */
  readonly never: boolean;
}
