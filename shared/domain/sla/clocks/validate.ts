import type { CompiledCalendar } from '../../calendar/compiled.ts';
import type { SlaSubject } from './facts.ts';
import {
  ruleFor,
  type ClockMetric,
  type PriorityTargets,
  type SlaCondition,
  type SlaRule,
} from './policy.ts';
import { subjectsFor } from './witnesses.ts';

/** What is wrong with one rule of an ordered list. */
export type RuleFault = { readonly ruleId: string } &
  /** Whatever it would match falls to these earlier ones. */
  (
    | { readonly kind: 'unreachable'; readonly by: readonly string[] }
    /** Its own conditions contradict each other. */
    | { readonly kind: 'impossible' }
    | { readonly kind: 'duplicate_id' }
    | { readonly kind: 'unknown_calendar'; readonly calendarId: string }
    /** Business time is promised in a calendar without any. */
    | { readonly kind: 'never_opens'; readonly calendarId: string }
    | { readonly kind: 'bad_target'; readonly metric: ClockMetric }
  );

/** Returns what is wrong with an ordered list of rules, in its order. */
export function faultsIn(
  rules: readonly SlaRule[],
  calendars: ReadonlyMap<string, CompiledCalendar>,
): readonly RuleFault[] {
  const subjects = subjectsFor(rules);
  return rules.flatMap((rule, index) => [
    ...identityFaults(rule, rules.slice(0, index)),
    ...calendarFaults(rule, calendars),
    ...targetFaults(rule),
    ...(subjects === null
      ? impliedFaults(rule, rules.slice(0, index))
      : reachFaults(rule, rules.slice(0, index), subjects)),
  ]);
}

const identityFaults = ({ id }: SlaRule, earlier: readonly SlaRule[]): readonly RuleFault[] =>
  earlier.some((rule) => rule.id === id) ? [{ kind: 'duplicate_id', ruleId: id }] : [];

function calendarFaults(
  { id, calendarId, targets }: SlaRule,
  calendars: ReadonlyMap<string, CompiledCalendar>,
): readonly RuleFault[] {
  const calendar = calendars.get(calendarId);
  if (calendar === undefined) return [{ kind: 'unknown_calendar', ruleId: id, calendarId }];
  const isBusiness = Object.values(targets)
    .flatMap((byPriority) => Object.values(byPriority))
    .some(({ clock }) => clock === 'business');
  return calendar.never && isBusiness ? [{ kind: 'never_opens', ruleId: id, calendarId }] : [];
}

const isBad = (byPriority: PriorityTargets): boolean =>
  Object.values(byPriority).some(({ durationMs }) => !(durationMs > 0 && durationMs < Infinity));

function targetFaults({ id, targets }: SlaRule): readonly RuleFault[] {
  return Object.entries(targets).flatMap(([metric, byPriority]) =>
    isBad(byPriority)
      ? [{ kind: 'bad_target' as const, ruleId: id, metric: metric as ClockMetric }]
      : [],
  );
}

/** By trial: every conversation that could make a difference is given to the rules before. */
function reachFaults(
  rule: SlaRule,
  earlier: readonly SlaRule[],
  subjects: readonly SlaSubject[],
): readonly RuleFault[] {
  const matched = subjects.filter((subject) => firstOf([rule], subject) !== null);
  if (matched.length === 0) return [{ kind: 'impossible', ruleId: rule.id }];
  const by = matched.map((subject) => firstOf(earlier, subject));
  if (by.includes(null)) return [];
  const ids = new Set(by.flatMap((one) => one?.id ?? []));
  return [{ kind: 'unreachable', ruleId: rule.id, by: [...ids] }];
}

const firstOf = (rules: readonly SlaRule[], subject: SlaSubject): SlaRule | null =>
  ruleFor(
    { versions: [{ fromMs: 0, rules }], calendars: new Map(), teamCalendars: new Map() },
    subject,
    0,
  );

/** Where there is too much to try: an earlier rule whose every condition this one's conditions imply. */
function impliedFaults(rule: SlaRule, earlier: readonly SlaRule[]): readonly RuleFault[] {
  const wider = earlier.find(({ when }) =>
    when.every((wanted) => rule.when.some((given) => implies(given, wanted))),
  );
  return wider === undefined ? [] : [{ kind: 'unreachable', ruleId: rule.id, by: [wider.id] }];
}

function implies(given: SlaCondition, wanted: SlaCondition): boolean {
  if (given.field !== wanted.field || (given.not ?? false) !== (wanted.not ?? false)) return false;
  const [narrow, wide] = wanted.not === true ? [wanted, given] : [given, wanted];
  return narrow.anyOf.every((value) => wide.anyOf.includes(value));
}
