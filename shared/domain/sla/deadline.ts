import { addWorkingTime, workingTimeBetween } from '../calendar/arithmetic.ts';
import type { ProjectionRules, RuleVersion } from '../conversation/projection.ts';
import type { SlaMetric } from './types.ts';

/** By when, and from when on the timer warns; both null without a target or when the calendar never opens. */
export interface Deadline {
  readonly dueAtMs: number | null;
  readonly warnAtMs: number | null;
}

/** Returns the rule version in force at an instant; the first holds for all time before it too. */
export function ruleAt(rules: ProjectionRules, atMs: number): RuleVersion {
  const { versions } = rules;
  let found = versions[0];
  for (let i = versions.length - 1; i > 0; i -= 1) {
    const version = versions[i];
    if (version !== undefined && version.fromMs <= atMs) {
      found = version;
      break;
    }
  }
  if (found === undefined) throw new Error('Projection rules without any version');
  return found;
}

/** Returns the deadline of something that starts at `startMs` under a rule version. */
export function deadlineOf(rule: RuleVersion, metric: SlaMetric, startMs: number): Deadline {
  const { targets, warnShare, warnAtLeastMs } = rule.policy;
  const target = targets[metric];
  if (target === undefined) return { dueAtMs: null, warnAtMs: null };
  const warnLeftMs = Math.max(target.durationMs * warnShare, warnAtLeastMs);
  const calmMs = Math.max(0, Math.round(target.durationMs - warnLeftMs));
  if (target.clock === 'calendar') {
    return { dueAtMs: startMs + target.durationMs, warnAtMs: startMs + calmMs };
  }
  const dueAtMs = addWorkingTime(rule.calendar, startMs, target.durationMs);
  const warnAtMs = addWorkingTime(rule.calendar, startMs, calmMs);
  if (dueAtMs === 'never' || warnAtMs === 'never') return { dueAtMs: null, warnAtMs: null };
  return { dueAtMs, warnAtMs };
}

/** Returns the working milliseconds between two instants under a rule version's calendar. */
export const workedBetween = (rule: RuleVersion, fromMs: number, toMs: number): number =>
  workingTimeBetween(rule.calendar, fromMs, toMs);
