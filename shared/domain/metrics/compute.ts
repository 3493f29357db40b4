import { isLeftOut } from '../obligation/derive.ts';
import type { Obligation } from '../obligation/types.ts';
import { mean, quantile } from './quantile.ts';
import type { MetricFact, MetricRow, PresetName } from './types.ts';

const MINUTE_MS = 60_000;

/** A published definition: what it counts, and which times it knows (domain.md §3). */
export interface Preset {
  readonly name: PresetName;
  /** Fewer than this, and the figure is shown grey. */
  readonly guard: number;
  readonly universe: 'obligations' | 'wall_posts';
  /** Median and p90, and all of business time; Blogmeter publishes a mean of calendar time alone. */
  readonly distribution: boolean;
}

/** Blogmeter: the 2012 edition ranked pages from 100 posts on. */
export const PRESETS: Readonly<Record<PresetName, Preset>> = {
  riscontro: { name: 'riscontro', guard: 30, universe: 'obligations', distribution: true },
  blogmeter: { name: 'blogmeter', guard: 100, universe: 'wall_posts', distribution: false },
};

/** Returns what figures need of an obligation; `key` is what rows are made by: a team, an account. */
export function toFact(obligation: Obligation, key: string): MetricFact {
  const { ending, endedAtMs, dueAtMs } = obligation;
  const answeredAtMs = ending === 'answered' ? endedAtMs : null;
  return {
    key,
    startedAtMs: obligation.startedAtMs,
    answeredAtMs,
    businessMs: obligation.businessMs,
    leftOut: isLeftOut(ending),
    open: endedAtMs === null,
    inTime: dueAtMs === null ? null : answeredAtMs !== null && answeredAtMs <= dueAtMs,
    wallPost: obligation.wallPost,
  };
}

/** Returns one row per key, sorted by key. What is unanswered stays in every n. */
export function computeMetrics(preset: Preset, facts: Iterable<MetricFact>): readonly MetricRow[] {
  const byKey = new Map<string, MetricFact[]>();
  for (const fact of facts) {
    if (preset.universe === 'wall_posts' && !fact.wallPost) continue;
    const group = byKey.get(fact.key);
    if (group === undefined) byKey.set(fact.key, [fact]);
    else group.push(fact);
  }
  return [...byKey]
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([key, group]) => rowOf(preset, key, group));
}

/** Returns the row of a key that has no fact in the period. */
export const emptyRow = (preset: Preset, key: string): MetricRow => rowOf(preset, key, []);

function rowOf(preset: Preset, key: string, facts: readonly MetricFact[]): MetricRow {
  const counted = facts.filter(({ leftOut }) => !leftOut);
  const answered = counted.filter(({ answeredAtMs }) => answeredAtMs !== null);
  const open = counted.filter((fact) => fact.open).length;
  const n = counted.length;
  return {
    key,
    n,
    answered: answered.length,
    unanswered: n - answered.length,
    open,
    leftOut: facts.length - n,
    rate: n === 0 ? null : answered.length / n,
    ...timesOf(preset, answered),
    inTimeRate: inTimeRate(counted),
    provisional: open > 0,
    underGuard: n < preset.guard,
  };
}

type Times = Pick<
  MetricRow,
  'medianMinutes' | 'p90Minutes' | 'meanMinutes' | 'businessMedianMinutes' | 'businessP90Minutes'
>;

function timesOf({ distribution }: Preset, answered: readonly MetricFact[]): Times {
  const calendar = minutes(answered, (fact) => (fact.answeredAtMs ?? NaN) - fact.startedAtMs);
  const business = minutes(answered, (fact) => fact.businessMs ?? NaN);
  return {
    medianMinutes: distribution ? quantile(calendar, 0.5) : null,
    p90Minutes: distribution ? quantile(calendar, 0.9) : null,
    meanMinutes: mean(calendar),
    businessMedianMinutes: distribution ? quantile(business, 0.5) : null,
    businessP90Minutes: distribution ? quantile(business, 0.9) : null,
  };
}

/** Ascending; what has no such time is passed over. */
const minutes = (
  facts: readonly MetricFact[],
  timeMs: (fact: MetricFact) => number,
): readonly number[] =>
  facts
    .map((fact) => timeMs(fact) / MINUTE_MS)
    .filter(Number.isFinite)
    .sort((a, b) => a - b);

/** Answered in time ÷ all that carried a deadline; null where none did. */
function inTimeRate(counted: readonly MetricFact[]): number | null {
  const promised = counted.filter(({ inTime }) => inTime !== null);
  if (promised.length === 0) return null;
  return promised.filter(({ inTime }) => inTime === true).length / promised.length;
}
