import type { CalendarDefinition } from './types.ts';

/** Numbers in ascending order with a rough place of each value, so that a search starts near it. */
export interface Indexed {
  readonly values: Float64Array;
  /** Slot `i` holds the last index whose value lies at or below the slot's beginning, or -1. */
  readonly slots: Int32Array;
  readonly firstValue: number;
  readonly slotsPerUnit: number;
}

/** Working periods of some whole years, and the working time before each. */
export interface PeriodTable {
  /** The years covered, UTC ms, end not included. */
  readonly fromMs: number;
  readonly toMs: number;
  /** Start of each working period, UTC ms. */
  readonly starts: Indexed;
  /** End of each working period, UTC ms. */
  readonly ends: Float64Array;
  /** Working ms before each period, from `fromMs` on. */
  readonly before: Indexed;
  readonly totalMs: number;
}

/** A definition and from when on it holds, UTC ms; minus infinity for the first. */
export interface DatedDefinition {
  readonly fromMs: number;
  readonly definition: CalendarDefinition;
}

/**
 * A calendar ready to compute with. Made by `compileCalendar`; read by the functions beside it. Its
 * table grows by whole years as instants are asked for.
 */
export interface CompiledCalendar {
  /** The newest one. */
  readonly definition: CalendarDefinition;
  /** Oldest first. */
  readonly versions: readonly DatedDefinition[];
  /** Never opens, in any year. */
  readonly never: boolean;
  readonly table: { current: PeriodTable };
}
