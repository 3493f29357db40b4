import { clocksOf } from '../../shared/domain/sla/clocks/clocks.ts';
import type {
  LifeState,
  SlaFact,
  SlaHappening,
  SlaSubject,
} from '../../shared/domain/sla/clocks/facts.ts';
import type { SlaRule, SlaRuleset } from '../../shared/domain/sla/clocks/policy.ts';
import { compiled, everyDay, hours } from './calendars.ts';

/* Writes the facts of promises the short way. Times are minutes after a Monday at 9:00, UTC. */

export const MINUTE_MS = 60_000;
/** When everybody opens. */
const START_MS = Date.parse('2026-03-02T09:00:00Z');
export const at = (minute: number): number => START_MS + minute * MINUTE_MS;
export const minuteOf = (ms: number | null): number | null =>
  ms === null ? null : (ms - START_MS) / MINUTE_MS;

export const SUBJECT: SlaSubject = {
  channel: 'facebook',
  accountId: 'page',
  teamId: 'care',
  priority: 'normal',
  labels: [],
  customer: 'luisa',
};

let count = 0;
export const fact = (minute: number, happening: SlaHappening): SlaFact => ({
  ...happening,
  id: `${String((count += 1)).padStart(5, '0')}`,
  atMs: at(minute),
});
export const opened = (minute = 0, subject: Partial<SlaSubject> = {}): SlaFact =>
  fact(minute, { kind: 'opened', subject: { ...SUBJECT, ...subject } });
export const asked = (minute: number, person = 'luisa'): SlaFact =>
  fact(minute, { kind: 'asked', person });
export const answered = (
  minute: number,
  people: 'everybody' | readonly string[] = 'everybody',
): SlaFact => fact(minute, { kind: 'answered', people });
export const state = (minute: number, to: LifeState): SlaFact =>
  fact(minute, { kind: 'state', state: to });
export const changed = (minute: number, subject: Partial<SlaSubject>): SlaFact =>
  fact(minute, { kind: 'changed', subject });

export const minutes = (length: number, clock: 'business' | 'calendar' = 'business') => ({
  any: { durationMs: length * MINUTE_MS, clock },
});
export const rule = (more: Partial<SlaRule>): SlaRule => ({
  id: 'rule',
  name: 'Rule',
  when: [],
  calendarId: 'office',
  targets: {},
  ...more,
});
const calendars = new Map([
  ['office', compiled(everyDay('Etc/UTC', hours(9, 13), hours(14, 18)))],
  ['mornings', compiled(everyDay('Etc/UTC', hours(9, 10)))],
  ['closed', compiled(everyDay('Etc/UTC'))],
]);
export const ruleset = (...rules: readonly SlaRule[]): SlaRuleset => ({
  versions: [{ fromMs: 0, rules }],
  calendars,
  teamCalendars: new Map([['night', 'mornings']]),
});

/** One line a clock: metric, start, due, ending and its minute, breach. */
export const told = (facts: readonly SlaFact[], rules: SlaRuleset): readonly string[] =>
  clocksOf(facts, rules).map(
    ({ metric, startedAtMs, dueAtMs, endedAtMs, ending, breachedAtMs }) =>
      `${metric} ${minuteOf(startedAtMs)} due ${minuteOf(dueAtMs)}` +
      (ending === null ? '' : ` ${ending} ${minuteOf(endedAtMs)}`) +
      (breachedAtMs === null ? '' : ` breach ${minuteOf(breachedAtMs)}`),
  );
