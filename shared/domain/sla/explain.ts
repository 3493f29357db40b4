import { workingPeriods } from '../calendar/arithmetic.ts';
import { closuresBetween } from '../calendar/closures.ts';
import type { RuleVersion } from '../conversation/projection.ts';
import type { Obligation } from '../obligation/types.ts';
import type { ExplainInterval, Explanation, SlaTarget } from './types.ts';

/** A stretch in which an account was not read; `toMs` null while it lasts. */
export interface CoverageGap {
  readonly fromMs: number;
  readonly toMs: number | null;
}

interface Stretch {
  readonly fromMs: number;
  readonly toMs: number;
}

/**
 * Returns why a deadline is what it is: the whole time from the start to the deadline or the end
 * (or `nowMs` while it is open), whichever is later, cut into intervals without a hole. Time runs in
 * those that are `counted` or `uncertain`: their sum up to the end is what was used, and the
 * deadline is where it reaches the target. Null when the policy sets no target.
 */
export function explainObligation(
  obligation: Obligation,
  rule: RuleVersion,
  gaps: readonly CoverageGap[],
  nowMs: number,
): Explanation | null {
  const target = rule.policy.targets[obligation.metric];
  if (target === undefined) return null;
  const { startedAtMs, dueAtMs, endedAtMs } = obligation;
  const usedUntilMs = Math.max(startedAtMs, endedAtMs ?? nowMs);
  const toMs = Math.max(usedUntilMs, dueAtMs ?? usedUntilMs);
  const running = runningIn(rule, target, { fromMs: startedAtMs, toMs });
  return {
    obligationId: obligation.id,
    metric: obligation.metric,
    policyName: rule.policy.name,
    targetMs: target.durationMs,
    clock: target.clock,
    startedAtMs,
    dueAtMs,
    endedAtMs,
    ending: obligation.ending,
    elapsedMs: lengthUntil(running, usedUntilMs),
    intervals: intervalsOf(rule, running, gaps, { fromMs: startedAtMs, toMs }),
  };
}

/**
 * Returns an explanation without what came after the deadline: a page draws this, since years of
 * waiting are thousands of intervals and none of them moves the deadline. Without a deadline (the
 * calendar never opens) nothing but the first interval is left.
 */
export function upToDeadline(explanation: Explanation): Explanation {
  const { dueAtMs, intervals } = explanation;
  const shown =
    dueAtMs === null ? intervals.slice(0, 1) : intervals.filter(({ fromMs }) => fromMs < dueAtMs);
  return { ...explanation, intervals: shown };
}

/** Where the clock runs: opening hours, or all of it. */
function runningIn(rule: RuleVersion, target: SlaTarget, span: Stretch): readonly Stretch[] {
  if (target.clock === 'business') return workingPeriods(rule.calendar, span.fromMs, span.toMs);
  return span.fromMs < span.toMs ? [span] : [];
}

const lengthUntil = (stretches: readonly Stretch[], untilMs: number): number =>
  stretches.reduce(
    (sum, { fromMs, toMs }) => sum + Math.max(0, Math.min(toMs, untilMs) - fromMs),
    0,
  );

interface Mark extends Stretch {
  readonly label: string | null;
}

function intervalsOf(
  rule: RuleVersion,
  running: readonly Stretch[],
  gaps: readonly CoverageGap[],
  span: Stretch,
): readonly ExplainInterval[] {
  const unread: readonly Mark[] = gaps
    .map(({ fromMs, toMs }) => ({ fromMs, toMs: toMs ?? Infinity, label: null }))
    .sort((a, b) => a.fromMs - b.fromMs);
  const holidays: readonly Mark[] = closuresBetween(rule.calendar, span.fromMs, span.toMs);
  const intervals: ExplainInterval[] = [];
  let atMs = span.fromMs;
  for (const stretch of running) {
    intervals.push(...cut({ fromMs: atMs, toMs: stretch.fromMs }, holidays, 'closed', 'holiday'));
    intervals.push(...cut(stretch, unread, 'counted', 'uncertain'));
    atMs = stretch.toMs;
  }
  intervals.push(...cut({ fromMs: atMs, toMs: span.toMs }, holidays, 'closed', 'holiday'));
  return intervals;
}

type Kind = ExplainInterval['kind'];

/** Cuts a stretch where marks (sorted by start) cover it: `marked` there, `plain` elsewhere. */
function cut(
  { fromMs, toMs }: Stretch,
  marks: readonly Mark[],
  plain: Kind,
  marked: Kind,
): readonly ExplainInterval[] {
  const parts: ExplainInterval[] = [];
  let atMs = fromMs;
  for (const mark of marks) {
    if (mark.fromMs >= toMs) break;
    if (mark.toMs <= atMs) continue;
    if (mark.fromMs > atMs)
      parts.push({ kind: plain, fromMs: atMs, toMs: mark.fromMs, label: null });
    const start = Math.max(atMs, mark.fromMs);
    atMs = Math.min(mark.toMs, toMs);
    if (start < atMs) parts.push({ kind: marked, fromMs: start, toMs: atMs, label: mark.label });
    if (atMs >= toMs) break;
  }
  if (atMs < toMs) parts.push({ kind: plain, fromMs: atMs, toMs, label: null });
  return parts;
}
