import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { projectConversation } from '../../shared/domain/conversation/project.ts';
import type { DomainEvent } from '../../shared/domain/event.ts';
import type { Obligation } from '../../shared/domain/obligation/types.ts';
import { deadlineOf, ruleAt } from '../../shared/domain/sla/deadline.ts';
import {
  DEFAULT_CALENDAR,
  DEFAULT_POLICY,
  DEFAULT_TEAMS,
  defaultTeamFor,
} from '../../shared/domain/sla/defaults.ts';
import {
  explainObligation,
  upToDeadline,
  type CoverageGap,
} from '../../shared/domain/sla/explain.ts';
import { compileRules } from '../../shared/domain/sla/rules.ts';
import { timerAt, type TimerInput } from '../../shared/domain/sla/timer.ts';
import type { SlaPolicy } from '../../shared/domain/sla/types.ts';
import { threadFacts } from '../support/thread-facts.ts';

const HOUR_MS = 3_600_000;
const at = (iso: string): number => Date.parse(iso);
const rules = compileRules([], []);
const standard = ruleAt(rules, 0);

let count = 0;
const set = (atMs: number, policy: Partial<SlaPolicy>): DomainEvent<'policy.set'> => ({
  opId: `p${(count += 1)}`,
  hlc: '',
  actor: 'system',
  kind: 'policy.set',
  accountId: null,
  conversationId: null,
  happenedAtMs: atMs,
  observedAtMs: atMs,
  payload: { ...DEFAULT_POLICY, ...policy },
});
const setCalendar = (atMs: number, zone: string): DomainEvent<'calendar.set'> => ({
  ...set(atMs, {}),
  kind: 'calendar.set',
  payload: { ...DEFAULT_CALENDAR, zone },
});

describe('defaults', () => {
  test('mentions go to Comunicazione, the rest to Customer Care', () => {
    expect(DEFAULT_TEAMS.map(({ id }) => id)).toEqual(['care', 'communication']);
    expect([defaultTeamFor('mention'), defaultTeamFor('comment')]).toEqual([
      'communication',
      'care',
    ]);
  });
});

describe('rule versions', () => {
  test('without any fact the defaults hold', () => {
    expect([standard.version, standard.policy, standard.calendar.definition]).toEqual([
      1,
      DEFAULT_POLICY,
      DEFAULT_CALENDAR,
    ]);
  });

  test('the first holds for all time before it; a later one from its instant on', () => {
    const versions = compileRules([set(200, { name: 'B' }), set(100, { name: 'A' })], []);
    const names = [0, 100, 199, 200, 300].map((ms) => ruleAt(versions, ms).policy.name);
    expect(names).toEqual(['A', 'A', 'A', 'B', 'B']);
  });

  test('a change of the calendar is a version too; both at once are one', () => {
    const { versions } = compileRules(
      [set(100, { name: 'A' })],
      [setCalendar(100, 'Europe/London'), setCalendar(300, 'Europe/Paris')],
    );
    expect(
      versions.map(({ version, fromMs, policy, calendar }) => [
        version,
        fromMs,
        policy.name,
        calendar.definition.zone,
      ]),
    ).toEqual([
      [1, 100, 'A', 'Europe/London'],
      [2, 300, 'A', 'Europe/Paris'],
    ]);
  });

  test('what started before a change keeps its deadline', () => {
    const facts = threadFacts();
    facts.luisa(1, 'a');
    facts.brand(2, 'b');
    facts.luisa(20, 'c', 'Ma quando?');
    const [first] = facts.events;
    if (first === undefined) throw new Error('no facts');
    const changedAtMs = first.happenedAtMs + 10 * 60_000;
    const hour = { durationMs: HOUR_MS, clock: 'calendar' } as const;
    const changed = compileRules(
      [set(0, {}), set(changedAtMs, { targets: { next_response: hour } })],
      [],
    );
    const { obligations } = projectConversation(facts.events, changed);
    expect(
      obligations.map(({ policyVersion, startedAtMs, dueAtMs }) => [
        policyVersion,
        ((dueAtMs ?? 0) - startedAtMs) / HOUR_MS,
      ]),
    ).toEqual([
      [1, 5],
      [2, 1],
    ]);
  });
});

describe('a deadline', () => {
  const friday = at('2026-03-06T16:00:00Z');
  const due = (policy: Partial<SlaPolicy>): readonly (string | null)[] => {
    const rule = { ...standard, policy: { ...DEFAULT_POLICY, ...policy } };
    const { dueAtMs, warnAtMs } = deadlineOf(rule, 'first_response', friday);
    return [dueAtMs, warnAtMs].map((ms) => (ms === null ? null : new Date(ms).toISOString()));
  };

  test.each<readonly [string, Partial<SlaPolicy>, readonly (string | null)[]]>([
    ['four business hours', {}, ['2026-03-09T11:00:00.000Z', '2026-03-09T10:00:00.000Z']],
    [
      'calendar time',
      { targets: { first_response: { durationMs: 4 * HOUR_MS, clock: 'calendar' } } },
      ['2026-03-06T20:00:00.000Z', '2026-03-06T19:00:00.000Z'],
    ],
    [
      'at least five minutes of warning',
      { targets: { first_response: { durationMs: 600_000, clock: 'business' } } },
      ['2026-03-06T16:10:00.000Z', '2026-03-06T16:05:00.000Z'],
    ],
    [
      'shorter than its warning it warns at once',
      { targets: { first_response: { durationMs: 60_000, clock: 'business' } } },
      ['2026-03-06T16:01:00.000Z', '2026-03-06T16:00:00.000Z'],
    ],
    ['no target, no deadline', { targets: {} }, [null, null]],
  ])('%s', (_, policy, expected) => expect(due(policy)).toEqual(expected));

  test('of a calendar that never opens is none', () => {
    const week = { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] };
    const closed = { ...setCalendar(0, 'Europe/Rome') };
    const never = compileRules([], [{ ...closed, payload: { ...closed.payload, week } }]);
    expect(deadlineOf(ruleAt(never, 0), 'first_response', friday)).toEqual({
      dueAtMs: null,
      warnAtMs: null,
    });
  });
});

describe('a timer', () => {
  const running: TimerInput = {
    pendingSinceMs: 0,
    warnAtMs: 75,
    dueAtMs: 100,
    answeredAtMs: null,
    paused: false,
    uncertain: false,
  };
  const idle = { ...running, pendingSinceMs: null, warnAtMs: null, dueAtMs: null };
  test.each<readonly [string, TimerInput, number, readonly unknown[]]>([
    ['calm before the warning', running, 74, ['calm', 26, 0.26]],
    ['warning from a quarter on', running, 75, ['warning', 25, 0.25]],
    ['the due instant is in time', running, 100, ['warning', 0, 0]],
    ['overdue after it', running, 101, ['overdue', -1, 0]],
    ['a gap makes it uncertain', { ...running, uncertain: true }, 80, ['uncertain', 20, 0.2]],
    ['overdue wins over uncertain', { ...running, uncertain: true }, 130, ['overdue', -30, 0]],
    ['paused', { ...running, paused: true }, 130, ['paused', null, null]],
    ['no target', { ...running, dueAtMs: null, warnAtMs: null }, 50, ['none', null, null]],
    ['answered', { ...idle, answeredAtMs: 50 }, 500, ['answered', null, null]],
    ['nothing was owed', idle, 500, ['none', null, null]],
    ['a clock behind the message', running, -10, ['calm', 110, 1]],
    ['waits again after an answer', { ...running, answeredAtMs: -5 }, 10, ['calm', 90, 0.9]],
  ])('%s', (_, facts, nowMs, [state, remainingMs, share]) => {
    expect(timerAt(facts, nowMs)).toEqual({ state, remainingMs, share });
  });
});

const owed = (startedAtMs: number, endedAtMs: number | null): Obligation => ({
  id: 'a',
  conversationId: 'thread',
  accountId: 'page',
  teamId: 'care',
  metric: 'first_response',
  person: 'luisa',
  startedAtMs,
  wallPost: false,
  endedAtMs,
  ending: endedAtMs === null ? null : 'answered',
  answeredBy: null,
  policyVersion: 1,
  ...deadlineOf(standard, 'first_response', startedAtMs),
  businessMs: null,
});

const hour = (ms: number): string => new Date(ms).toISOString().slice(5, 16);

describe('why this deadline', () => {
  const start = at('2026-04-03T15:30:00Z');

  test('over Easter: counted, closed, holiday, and what was not read', () => {
    const gaps = [{ fromMs: at('2026-04-07T06:00:00Z'), toMs: at('2026-04-07T08:00:00Z') }];
    const now = at('2026-04-07T07:30:00Z');
    const told = explainObligation(owed(start, null), standard, gaps, now);
    expect(
      told?.intervals.map(({ kind, fromMs, toMs, label }) => [
        kind,
        hour(fromMs),
        hour(toMs),
        label,
      ]),
    ).toEqual([
      ['counted', '04-03T15:30', '04-03T16:00', null],
      ['closed', '04-03T16:00', '04-05T22:00', null],
      ['holiday', '04-05T22:00', '04-06T22:00', 'Lunedì dell’Angelo'],
      ['closed', '04-06T22:00', '04-07T07:00', null],
      ['uncertain', '04-07T07:00', '04-07T08:00', null],
      ['counted', '04-07T08:00', '04-07T10:30', null],
    ]);
    expect([told?.elapsedMs, told?.targetMs]).toEqual([HOUR_MS, 4 * HOUR_MS]);
  });

  test('a page is shown what leads up to the deadline, not the years after it', () => {
    const told = explainObligation(owed(start, null), standard, [], start + 4_000 * 24 * HOUR_MS);
    if (told === null) throw new Error('no explanation');
    expect(told.intervals.length).toBeGreaterThan(10_000);
    expect(upToDeadline(told).intervals.map(({ kind }) => kind)).toEqual([
      'counted',
      'closed',
      'holiday',
      'closed',
      'counted',
    ]);
  });

  test('without a target there is nothing to explain', () => {
    const bare = { ...standard, policy: { ...DEFAULT_POLICY, targets: {} } };
    expect(explainObligation(owed(start, null), bare, [], start)).toBeNull();
  });

  test('intervals leave no hole, sum up to what was used, and reach the target at the deadline', () => {
    const anyStart = fc.integer({
      min: at('2025-01-01T00:00:00Z'),
      max: at('2027-01-01T00:00:00Z'),
    });
    const span = fc.integer({ min: 0, max: 12 * 24 * HOUR_MS });
    const gaps = fc.array(
      fc.record({ fromMs: fc.integer({ min: -48, max: 200 }), length: fc.nat(60) }),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(anyStart, span, fc.boolean(), gaps, (startedAtMs, length, open, holes) => {
        const end = startedAtMs + length;
        const obligation = owed(startedAtMs, open ? null : end);
        const unread: readonly CoverageGap[] = holes.map(({ fromMs, length: hours }) => ({
          fromMs: startedAtMs + fromMs * HOUR_MS,
          toMs: hours === 0 ? null : startedAtMs + (fromMs + hours) * HOUR_MS,
        }));
        const told = explainObligation(obligation, standard, unread, end);
        if (told === null || told.dueAtMs === null) throw new Error('no deadline');
        let reachedMs = startedAtMs;
        let used = 0;
        let target = 0;
        for (const { kind, fromMs, toMs } of told.intervals) {
          expect(fromMs).toBe(reachedMs);
          expect(toMs).toBeGreaterThan(fromMs);
          reachedMs = toMs;
          if (kind !== 'counted' && kind !== 'uncertain') continue;
          used += Math.max(0, Math.min(toMs, end) - fromMs);
          target += Math.max(0, Math.min(toMs, told.dueAtMs) - fromMs);
        }
        expect(reachedMs).toBe(Math.max(told.dueAtMs, end));
        expect([used, target]).toEqual([told.elapsedMs, told.targetMs]);
      }),
      { seed: 7, numRuns: 300 },
    );
  });
});
