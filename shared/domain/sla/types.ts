import type { ObligationEnding } from '../obligation/types.ts';

export type SlaMetric = 'first_response' | 'next_response';

/** How long we may take. Calendar time counts nights and holidays, business time does not. */
export interface SlaTarget {
  readonly durationMs: number;
  readonly clock: 'business' | 'calendar';
}

/** One version of the promise; a later version holds from its event's instant on. */
export interface SlaPolicy {
  readonly id: string;
  readonly name: string;
  readonly calendarId: string;
  readonly targets: Readonly<Partial<Record<SlaMetric, SlaTarget>>>;
  /** The timer warns when less than this share of the target is left, 0–1 … */
  readonly warnShare: number;
  /** … but at least this long before, milliseconds. */
  readonly warnAtLeastMs: number;
}

/** What a timer shows (domain.md §4). `none`: no target holds. */
export type TimerState =
  'calm' | 'warning' | 'overdue' | 'paused' | 'answered' | 'uncertain' | 'none';

/** One stretch of the explanation of a deadline; due times and elapsed times are sums over these. */
export interface ExplainInterval {
  readonly kind: 'counted' | 'paused' | 'closed' | 'holiday' | 'uncertain';
  readonly fromMs: number;
  readonly toMs: number;
  /** The holiday's name, the pause's reason; else null. */
  readonly label: string | null;
}

/** "Why this deadline?": the definition of it. */
export interface Explanation {
  readonly obligationId: string;
  readonly metric: SlaMetric;
  readonly policyName: string;
  readonly targetMs: number;
  readonly clock: 'business' | 'calendar';
  readonly startedAtMs: number;
  readonly dueAtMs: number | null;
  readonly endedAtMs: number | null;
  /** How it ended; null while it is open. */
  readonly ending: ObligationEnding | null;
  /** Working (or calendar) milliseconds used up to the end, or to `nowMs`. */
  readonly elapsedMs: number;
  readonly intervals: readonly ExplainInterval[];
}
