import { addWorkingTime, workingTimeBetween } from '../../calendar/arithmetic.ts';
import type { CompiledCalendar } from '../../calendar/compiled.ts';
import type { SlaTarget } from '../types.ts';
import type { LifeState, SlaSubject } from './facts.ts';
import { isOver, type Life } from './life.ts';
import {
  calendarFor,
  OUR_CONVENTIONS,
  ruleFor,
  targetOf,
  type ClockMetric,
  type SlaRule,
  type SlaRuleset,
} from './policy.ts';

/** A stretch of a clock's life under one rule and in one state; `toMs` is infinite while it lasts. */
export interface ClockSegment {
  readonly fromMs: number;
  readonly toMs: number;
  readonly state: LifeState;
  readonly ruleId: string | null;
  /** Null: nothing was promised then, and nothing is counted. */
  readonly target: SlaTarget | null;
  readonly calendar: CompiledCalendar | null;
  /** The clock runs; in a paused segment nothing is counted. */
  readonly runs: boolean;
}

/** Returns a clock's segments between two instants, without a hole. */
export function segmentsOf(
  metric: ClockMetric,
  life: Life,
  ruleset: SlaRuleset,
  { fromMs, toMs }: { readonly fromMs: number; readonly toMs: number },
): readonly ClockSegment[] {
  const cuts = [...life.turns, ...life.states].map(({ atMs }) => atMs);
  const inside = cuts.filter((atMs) => atMs > fromMs && atMs < toMs);
  const starts = [...new Set([fromMs, ...inside])].toSorted((a, b) => a - b);
  const turns = cursor(life.turns);
  const states = cursor(life.states);
  let chosen: { readonly turn: unknown; readonly rule: SlaRule | null } | undefined;
  return starts.map((startMs, index) => {
    const turn = turns(startMs);
    const state = states(startMs)?.state ?? 'open';
    const subject = turn?.subject;
    // What holds at the start, and again wherever the conversation turns: not when a new version comes.
    if (chosen === undefined || chosen.turn !== turn) {
      chosen = { turn, rule: subject === undefined ? null : ruleFor(ruleset, subject, startMs) };
    }
    const under = promiseOf(metric, ruleset, chosen.rule, subject);
    const runs = under.target !== null && counts(metric, chosen.rule, state);
    return { fromMs: startMs, toMs: starts[index + 1] ?? toMs, state, ...under, runs };
  });
}

/** Reads a list of dated values along with instants that only go up. */
function cursor<T extends { readonly atMs: number }>(
  dated: readonly T[],
): (atMs: number) => T | undefined {
  let index = 0;
  return (atMs) => {
    while ((dated[index + 1]?.atMs ?? Infinity) <= atMs) index += 1;
    return dated[index];
  };
}

function promiseOf(
  metric: ClockMetric,
  ruleset: SlaRuleset,
  rule: SlaRule | null,
  subject: SlaSubject | undefined,
): Pick<ClockSegment, 'ruleId' | 'target' | 'calendar'> {
  if (rule === null || subject === undefined) return { ruleId: null, target: null, calendar: null };
  return {
    ruleId: rule.id,
    target: targetOf(rule, metric, subject),
    calendar: calendarFor(ruleset, rule, subject),
  };
}

function counts(metric: ClockMetric, rule: SlaRule | null, state: LifeState): boolean {
  const { pausedIn } = rule?.conventions ?? OUR_CONVENTIONS;
  if (isOver(state)) return metric === 'total_resolution';
  return !pausedIn[metric].includes(state);
}

/** Returns the milliseconds that count between a segment's start and an instant in it. */
export function countedIn(segment: ClockSegment, untilMs: number): number {
  const { runs, target, calendar, fromMs } = segment;
  const toMs = Math.min(untilMs, segment.toMs);
  if (!runs || target === null || toMs <= fromMs) return 0;
  if (target.clock === 'calendar') return toMs - fromMs;
  return calendar === null ? 0 : workingTimeBetween(calendar, fromMs, toMs);
}

/**
 * Returns the instant at which a clock's sum reaches `sumMs`, with its last segment going on for
 * ever; null when it stands still there, or never gets so far.
 */
export function reachedAt(segments: readonly ClockSegment[], sumMs: number): number | null {
  let before = 0;
  for (const [index, segment] of segments.entries()) {
    const isLast = index === segments.length - 1;
    const counted = isLast ? Infinity : countedIn(segment, Infinity);
    if (segment.runs && before + counted >= sumMs) return instantIn(segment, sumMs - before);
    before += counted;
  }
  return null;
}

function instantIn({ fromMs, target, calendar }: ClockSegment, countedMs: number): number | null {
  if (target?.clock === 'calendar') return fromMs + countedMs;
  const due = calendar === null ? 'never' : addWorkingTime(calendar, fromMs, countedMs);
  return due === 'never' ? null : due;
}
