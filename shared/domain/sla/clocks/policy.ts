import type { CompiledCalendar } from '../../calendar/compiled.ts';
import type { SlaTarget } from '../types.ts';
import type { LifeState, Priority, SlaSubject } from './facts.ts';

/** What is promised (domain.md §4). */
export const CLOCK_METRICS = [
  'first_response',
  'next_response',
  'periodic_update',
  'pausable_update',
  'requester_wait',
  'agent_work',
  'total_resolution',
] as const;
export type ClockMetric = (typeof CLOCK_METRICS)[number];

/** One thing that a policy asks of a conversation. Of labels, one in common is enough. */
export interface SlaCondition {
  readonly field: 'channel' | 'account' | 'team' | 'priority' | 'label' | 'customer';
  readonly anyOf: readonly string[];
  /** None of them, instead of any. */
  readonly not?: boolean;
}

/** Targets by priority; `any` holds for those not named. */
export type PriorityTargets = Readonly<Partial<Record<Priority | 'any', SlaTarget>>>;

/** Where our rules leave a choice. Defaults: {@link OUR_CONVENTIONS}. */
export interface SlaConventions {
  /** What the first response counts from. */
  readonly firstResponseFrom: 'question' | 'opening';
  /** Whether the first question has a next-response clock beside that of the first response. */
  readonly firstQuestionIsNextToo: boolean;
  /** What updates count from while we have said nothing. */
  readonly updatesFrom: 'answer' | 'opening';
  /** The states in which a clock stands still. Solved, merged and removed never count but in total resolution. */
  readonly pausedIn: Readonly<Record<ClockMetric, readonly LifeState[]>>;
}

export const OUR_CONVENTIONS: SlaConventions = {
  firstResponseFrom: 'question',
  firstQuestionIsNextToo: false,
  updatesFrom: 'answer',
  pausedIn: {
    first_response: [],
    next_response: [],
    periodic_update: [],
    pausable_update: ['pending'],
    requester_wait: ['pending'],
    agent_work: ['pending', 'on_hold'],
    total_resolution: [],
  },
};

/** A promise and to which conversations it is made. */
export interface SlaRule {
  readonly id: string;
  readonly name: string;
  /** All must hold; none: every conversation. */
  readonly when: readonly SlaCondition[];
  readonly calendarId: string;
  readonly targets: Readonly<Partial<Record<ClockMetric, PriorityTargets>>>;
  readonly conventions?: SlaConventions;
}

/** Ordered rules, the first that matches wins, from an instant on. */
export interface RuleListVersion {
  readonly fromMs: number;
  readonly rules: readonly SlaRule[];
}

/** Everything that promises are made of. */
export interface SlaRuleset {
  /** Oldest first; the first holds before its instant, too. */
  readonly versions: readonly RuleListVersion[];
  readonly calendars: ReadonlyMap<string, CompiledCalendar>;
  /** A team that keeps other hours than a policy's calendar, by team. */
  readonly teamCalendars: ReadonlyMap<string, string>;
}

/** Returns the rule that a conversation falls under at an instant; null when none matches. */
export function ruleFor(ruleset: SlaRuleset, subject: SlaSubject, atMs: number): SlaRule | null {
  const { versions } = ruleset;
  const version = versions.findLast(({ fromMs }) => fromMs <= atMs) ?? versions[0];
  return version?.rules.find(({ when }) => when.every((one) => holds(one, subject))) ?? null;
}

/** Returns what a rule promises a conversation; null: nothing. */
export function targetOf(
  rule: SlaRule,
  metric: ClockMetric,
  { priority }: SlaSubject,
): SlaTarget | null {
  const targets = rule.targets[metric];
  return targets?.[priority] ?? targets?.any ?? null;
}

/** Returns the calendar in which a conversation's time counts; null when it is not there. */
export const calendarFor = (
  { calendars, teamCalendars }: SlaRuleset,
  rule: SlaRule,
  { teamId }: SlaSubject,
): CompiledCalendar | null => calendars.get(teamCalendars.get(teamId) ?? rule.calendarId) ?? null;

function holds({ field, anyOf, not = false }: SlaCondition, subject: SlaSubject): boolean {
  return valuesOf(subject, field).some((value) => anyOf.includes(value)) !== not;
}

function valuesOf(subject: SlaSubject, field: SlaCondition['field']): readonly string[] {
  switch (field) {
    case 'channel':
      return [subject.channel];
    case 'account':
      return [subject.accountId];
    case 'team':
      return [subject.teamId];
    case 'priority':
      return [subject.priority];
    case 'label':
      return subject.labels;
    case 'customer':
      return subject.customer === null ? [] : [subject.customer];
  }
}
