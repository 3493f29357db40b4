/** The published definitions of response rate and time that are offered (domain.md §3). */
export type PresetName = 'riscontro' | 'blogmeter';

/** One obligation, reduced to what a figure needs. */
export interface MetricFact {
  readonly key: string;
  readonly startedAtMs: number;
  readonly answeredAtMs: number | null;
  readonly businessMs: number | null;
  /** Left out of both sides (no answer needed, deleted, hidden, merged). */
  readonly leftOut: boolean;
  /** Still owed: makes the period provisional. */
  readonly open: boolean;
  readonly inTime: boolean | null;
  readonly wallPost: boolean;
}

/** A figure with all it must carry. Times are minutes; rates 0–1; null where there is nothing to say. */
export interface MetricRow {
  readonly key: string;
  /** answered + unanswered: the denominator. */
  readonly n: number;
  readonly answered: number;
  readonly unanswered: number;
  /** Still open: part of `unanswered`, and the reason for `provisional`. */
  readonly open: number;
  readonly leftOut: number;
  readonly rate: number | null;
  readonly medianMinutes: number | null;
  readonly p90Minutes: number | null;
  readonly meanMinutes: number | null;
  /** The same in business time; null for presets that know none. */
  readonly businessMedianMinutes: number | null;
  readonly businessP90Minutes: number | null;
  /** Answered in time ÷ all. */
  readonly inTimeRate: number | null;
  readonly provisional: boolean;
  /** n is below the preset's sample guard: shown grey, with its reason. */
  readonly underGuard: boolean;
}
