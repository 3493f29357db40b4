import type { ExplanationView } from '../../../shared/contract/schemas.ts';

type Interval = ExplanationView['intervals'][number];

/** One line of "why this deadline?", in order of time. */
export type Step =
  | {
      readonly type: 'received' | 'resumes' | 'now' | 'due' | 'answered' | 'ended';
      readonly atMs: number;
    }
  | { readonly type: 'stops'; readonly atMs: number; readonly interval: Interval }
  | { readonly type: 'skipped'; readonly atMs: number; readonly count: number };

/** One piece of the bar; `weight` is its share of the width, in no unit. */
export interface BarPart {
  /** `left`: still to run; `unused`: it ended before that. */
  readonly look: 'run' | 'off' | 'left' | 'unused' | 'uncertain';
  readonly weight: number;
  readonly fromMs: number;
}

/** More stops than this are folded: the first ones and the last say how it went. */
const SHOWN_STOPS = 3;
/** All stops together take this share of the bar: nights are long and say little. */
const STOPS_SHARE = 0.3;

const runs = ({ kind }: Interval): boolean => kind === 'counted' || kind === 'uncertain';

/** Stops next to each other (the evening, then a holiday) are one stop with the later one's name. */
function stopsOf(intervals: readonly Interval[]): readonly Interval[] {
  const stops: Interval[] = [];
  for (const interval of intervals) {
    if (runs(interval)) continue;
    const last = stops.at(-1);
    if (last?.toMs === interval.fromMs) {
      const named = interval.label === null ? last : interval;
      stops[stops.length - 1] = { ...named, fromMs: last.fromMs, toMs: interval.toMs };
    } else stops.push(interval);
  }
  return stops;
}

const stopSteps = (interval: Interval, lastMs: number): readonly Step[] => [
  { type: 'stops', atMs: interval.fromMs, interval },
  ...(interval.toMs < lastMs ? [{ type: 'resumes', atMs: interval.toMs } as const] : []),
];

function foldedStops(stops: readonly Interval[], lastMs: number): readonly Step[] {
  if (stops.length <= SHOWN_STOPS) return stops.flatMap((stop) => stopSteps(stop, lastMs));
  const [first, ...rest] = stops;
  const last = rest.at(-1);
  if (first === undefined || last === undefined) return [];
  const skipped: Step = { type: 'skipped', atMs: first.toMs + 1, count: stops.length - 2 };
  return [...stopSteps(first, lastMs), skipped, ...stopSteps(last, lastMs)];
}

/** Returns the lines that tell how a deadline came about, up to it and to now. */
export function stepsOf(explanation: ExplanationView, nowMs: number): readonly Step[] {
  const { startedAtMs, dueAtMs, endedAtMs, intervals } = explanation;
  const lastMs = dueAtMs ?? endedAtMs ?? nowMs;
  const before = intervals.filter(({ fromMs }) => fromMs < lastMs);
  const end: readonly Step[] =
    endedAtMs === null
      ? [{ type: 'now', atMs: nowMs }]
      : [{ type: explanation.ending === 'answered' ? 'answered' : 'ended', atMs: endedAtMs }];
  const due: readonly Step[] = dueAtMs === null ? [] : [{ type: 'due', atMs: dueAtMs }];
  const steps: readonly Step[] = [
    { type: 'received', atMs: startedAtMs },
    ...foldedStops(stopsOf(before), lastMs),
    ...end,
    ...due,
  ];
  return steps.toSorted((a, b) => a.atMs - b.atMs);
}

/** Returns the bar: time that ran, stops, and what is left. */
export function barOf(explanation: ExplanationView, nowMs: number): readonly BarPart[] {
  const { intervals, dueAtMs, endedAtMs } = explanation;
  const untilMs = dueAtMs ?? endedAtMs ?? nowMs;
  const usedUntilMs = Math.min(untilMs, endedAtMs ?? nowMs);
  const inside = intervals.filter(({ fromMs }) => fromMs < untilMs);
  const stops = inside.filter((interval) => !runs(interval)).length;
  const ran = inside
    .filter(runs)
    .reduce((sum, { fromMs, toMs }) => sum + Math.min(toMs, untilMs) - fromMs, 0);
  const stopWeight =
    stops === 0 ? 0 : (STOPS_SHARE / (1 - STOPS_SHARE)) * (Math.max(ran, 1) / stops);
  return inside.flatMap((interval): BarPart[] => {
    const { fromMs } = interval;
    const toMs = Math.min(interval.toMs, untilMs);
    if (!runs(interval)) return [{ look: 'off', weight: stopWeight, fromMs }];
    const look = interval.kind === 'uncertain' ? 'uncertain' : 'run';
    const cutMs = Math.min(toMs, Math.max(fromMs, usedUntilMs));
    return [
      { look, weight: cutMs - fromMs, fromMs } as const,
      {
        look: endedAtMs === null ? 'left' : 'unused',
        weight: toMs - cutMs,
        fromMs: cutMs,
      } as const,
    ].filter((part) => part.weight > 0);
  });
}
