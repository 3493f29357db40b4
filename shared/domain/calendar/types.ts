/** Opening hours of one weekday as minutes after local midnight, half-open; 1440 is 24:00. */
export interface DayInterval {
  readonly fromMinute: number;
  /** May exceed 1440: the interval then crosses midnight. */
  readonly toMinute: number;
}

/** ISO weekday: 1 Monday … 7 Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** A date on which the usual week does not hold: a holiday has no intervals. Dates are `YYYY-MM-DD`. */
export interface SpecialDay {
  readonly date: string;
  readonly name: string;
  readonly intervals: readonly DayInterval[];
}

/** When a team works. Wall-clock hours in an IANA zone. */
export interface CalendarDefinition {
  readonly id: string;
  readonly name: string;
  readonly zone: string;
  readonly week: Readonly<Record<Weekday, readonly DayInterval[]>>;
  /** Bundled national list, or none. */
  readonly holidays: 'it' | 'none';
  /** Bundled holidays that this calendar works through, by `YYYY-MM-DD`. */
  readonly worked: readonly string[];
  readonly special: readonly SpecialDay[];
  /** Hours of a date that are taken out of whatever is open then, last night's opening too. */
  readonly breaks?: readonly SpecialDay[];
}

/** Opening hours from the midnight of a local date (`YYYY-MM-DD`) on. */
export interface CalendarVersion {
  readonly from: string;
  readonly definition: CalendarDefinition;
}

/** Half-open stretch of working time, UTC milliseconds. */
export interface WorkingPeriod {
  readonly fromMs: number;
  readonly toMs: number;
}
