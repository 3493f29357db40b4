import type { ExplanationView } from '../../../shared/contract/schemas.ts';

/** One piece of the bar; `grow` is its share of the width, in ms of counted time. */
export interface BarPiece {
  readonly kind: 'run' | 'left' | 'off';
  readonly grow: number;
}

/** One line of the story of a deadline. */
export interface WhyStep {
  readonly kind:
    | 'received'
    | 'closed'
    | 'holiday'
    | 'paused'
    | 'uncertain'
    | 'resumes'
    | 'skipped'
    | 'now'
    | 'due'
    | 'answered'
    | 'ended';
  readonly atMs: number;
  /** The holiday's name; else null. */
  readonly label: string | null;
  /** For `skipped`: how many pauses of the count are not told one by one. */
  readonly count: number;
}

/** More pauses than this are told as first, last and how many between. */
const MOST_PAUSES = 2;

/** Returns the bar: what was counted, closed stretches between, and what is left up to the target. */
export function barOf(explanation: ExplanationView, nowMs: number): readonly BarPiece[] {
  const endMs = explanation.endedAtMs ?? nowMs;
  const closed = explanation.targetMs / 24;
  const pieces: BarPiece[] = [];
  for (const interval of explanation.intervals) {
    if (explanation.dueAtMs !== null && interval.fromMs >= explanation.dueAtMs) break;
    const toMs = Math.min(interval.toMs, explanation.dueAtMs ?? interval.toMs);
    if (interval.kind !== 'counted') {
      if (pieces.at(-1)?.kind !== 'off') pieces.push({ kind: 'off', grow: closed });
      continue;
    }
    const run = Math.max(0, Math.min(toMs, endMs) - interval.fromMs);
    if (run > 0) pieces.push({ kind: 'run', grow: run });
    const left = toMs - Math.max(interval.fromMs, Math.min(toMs, endMs));
    if (left > 0) pieces.push({ kind: 'left', grow: left });
  }
  return pieces;
}

const step = (kind: WhyStep['kind'], atMs: number, label: string | null = null): WhyStep => ({
  kind,
  atMs,
  label,
  count: 0,
});

/** Returns the story of a deadline in time order: arrival, stops of the count, now, end, deadline. */
export function stepsOf(explanation: ExplanationView, nowMs: number): readonly WhyStep[] {
  const { startedAtMs, dueAtMs, endedAtMs } = explanation;
  const untilMs = endedAtMs ?? Math.max(nowMs, dueAtMs ?? nowMs);
  const stops = stopsOf(explanation, untilMs);
  const marks = [
    ...(endedAtMs === null ? [step('now', nowMs)] : []),
    ...(dueAtMs === null ? [] : [step('due', dueAtMs)]),
    ...(endedAtMs === null ? [] : [step('ended', endedAtMs)]),
  ];
  const told = [...shorten(stops), ...marks].toSorted((a, b) => a.atMs - b.atMs);
  return [step('received', startedAtMs), ...told];
}

/** The count's stops, each with the instant from which it goes on. */
type Stop = readonly [stop: WhyStep, resume: WhyStep | null];

function stopsOf({ intervals, dueAtMs }: ExplanationView, untilMs: number): readonly Stop[] {
  const stops: Stop[] = [];
  for (const [index, interval] of intervals.entries()) {
    const before = intervals[index - 1];
    const isStop = interval.kind !== 'counted' && before?.kind !== interval.kind;
    if (!isStop || interval.fromMs >= Math.min(untilMs, dueAtMs ?? untilMs)) continue;
    const next = intervals.slice(index).find((later) => later.kind === 'counted');
    const stop = step(
      interval.kind === 'counted' ? 'closed' : interval.kind,
      interval.fromMs,
      interval.label,
    );
    stops.push([stop, next === undefined ? null : step('resumes', next.fromMs)]);
  }
  return stops;
}

function shorten(stops: readonly Stop[]): readonly WhyStep[] {
  const tell = (list: readonly Stop[]): readonly WhyStep[] =>
    list.flatMap(([stop, resume]) => (resume === null ? [stop] : [stop, resume]));
  if (stops.length <= MOST_PAUSES) return unique(tell(stops));
  const last = stops.slice(-1);
  const skipped = stops.length - 2;
  const atMs = last[0]?.[0].atMs ?? 0;
  return unique([
    ...tell(stops.slice(0, 1)),
    { ...step('skipped', atMs - 1), count: skipped },
    ...tell(last),
  ]);
}

/** A holiday after a closing hour resumes at the same instant: told once. */
const unique = (steps: readonly WhyStep[]): readonly WhyStep[] =>
  steps.filter(
    (one, index) =>
      one.kind !== 'resumes' ||
      !steps.slice(index + 1).some((later) => later.kind === 'resumes' && later.atMs === one.atMs),
  );
