import {
  computeMetrics,
  emptyRow,
  PRESETS,
  toFact,
} from '../../../shared/domain/metrics/compute.ts';
import { monthBounds, monthKey, monthsThrough } from '../../../shared/domain/metrics/months.ts';
import type { MetricRow, PresetName } from '../../../shared/domain/metrics/types.ts';
import type { Obligation } from '../../../shared/domain/obligation/types.ts';
import type { Inbox } from './inbox.ts';
import { coverageOf, type Coverage } from './period-coverage.ts';

/** Whose figures, of which period (half-open). */
export interface PositionQuery {
  readonly fromMs: number;
  readonly toMs: number;
  readonly preset: PresetName;
  readonly by: 'team' | 'account' | 'month';
  /** How many months before the period are told month by month. */
  readonly trailMonths: number;
  /** The zone in which months begin. */
  readonly zone: string;
}

export interface PositionRow extends MetricRow {
  readonly name: string;
  /** The same figure for the period before; null when there is nothing in it. */
  readonly previous: MetricRow | null;
}

export interface Position {
  readonly rows: readonly PositionRow[];
  readonly trail: readonly {
    readonly key: string;
    readonly month: string;
    readonly row: MetricRow;
  }[];
  readonly coverage: Coverage;
  /** Fewer than this many is too few to say much. */
  readonly guard: number;
}

interface Span {
  readonly fromMs: number;
  readonly toMs: number;
}

/** Returns where each team, account or month stands, with the period before and the way there. */
export function position(inbox: Inbox, query: PositionQuery): Position {
  const preset = PRESETS[query.preset];
  const before = periodBefore(query);
  const months = monthsThrough(monthKey(query.fromMs - 1, query.zone), query.trailMonths);
  const trailSpans = months.map((month) => ({ month, ...monthBounds(month, query.zone) }));
  const fromMs = Math.min(before.fromMs, ...trailSpans.map((span) => span.fromMs));
  const all = inbox.store.obligations({ fromMs, toMs: query.toMs });
  const rowsOf = (span: Span): readonly MetricRow[] => figures(all, span, query);
  const names = namesOf(inbox, query);
  const rows = rowsOf(query);
  const previous = new Map(rowsOf(before).map((row) => [row.key, row]));
  const silent = [...names.keys()].filter((key) => !rows.some((row) => row.key === key));
  return {
    rows: [...rows, ...silent.map((key) => emptyRow(preset, key))].map((row) => ({
      ...row,
      name: names.get(row.key) ?? row.key,
      previous: previous.get(row.key) ?? null,
    })),
    trail: trailSpans.flatMap(({ month, ...span }) =>
      rowsOf(span).map((row) => ({ key: row.key, month, row })),
    ),
    coverage: coverageOf(inbox, query),
    guard: preset.guard,
  };
}

function figures(
  all: readonly Obligation[],
  span: Span,
  { preset, by, zone }: PositionQuery,
): readonly MetricRow[] {
  const keyOf = (obligation: Obligation): string => {
    if (by === 'team') return obligation.teamId;
    return by === 'account' ? obligation.accountId : monthKey(obligation.startedAtMs, zone);
  };
  const started = all.filter(
    ({ startedAtMs }) => startedAtMs >= span.fromMs && startedAtMs < span.toMs,
  );
  return computeMetrics(
    PRESETS[preset],
    started.map((obligation) => toFact(obligation, keyOf(obligation))),
  );
}

/** Whoever could have a figure: a team without any is shown as such, not left out. */
function namesOf({ store }: Inbox, { by }: PositionQuery): ReadonlyMap<string, string> {
  if (by === 'month') return new Map();
  const owners = by === 'team' ? store.teams() : store.accounts();
  return new Map(owners.map(({ id, name }) => [id, name]));
}

/** The month before a whole month; else as long a time before. */
function periodBefore({ fromMs, toMs, zone }: PositionQuery): Span {
  const month = monthBounds(monthKey(fromMs, zone), zone);
  if (month.fromMs === fromMs && month.toMs === toMs) {
    return monthBounds(monthKey(fromMs - 1, zone), zone);
  }
  return { fromMs: fromMs - (toMs - fromMs), toMs: fromMs };
}
