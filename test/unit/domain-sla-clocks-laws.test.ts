import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clocksOf } from '../../shared/domain/sla/clocks/clocks.ts';
import type {
  LifeState,
  SlaFact,
  SlaHappening,
  SlaSubject,
} from '../../shared/domain/sla/clocks/facts.ts';
import { OUR_CONVENTIONS, type ClockMetric } from '../../shared/domain/sla/clocks/policy.ts';
import { readClock } from '../../shared/domain/sla/clocks/reading.ts';
import { at, minutes, rule, ruleset, SUBJECT } from '../support/sla-facts.ts';

describe('whatever the order in which facts arrive', () => {
  const all = ruleset(
    rule({
      targets: Object.fromEntries(
        (Object.keys(OUR_CONVENTIONS.pausedIn) as readonly ClockMetric[]).map((metric) => [
          metric,
          { ...minutes(45), urgent: minutes(15).any },
        ]),
      ),
    }),
  );
  const happening = fc.oneof(
    fc.constantFrom('luisa', 'marco').map((person): SlaHappening => ({ kind: 'asked', person })),
    fc.constant<SlaHappening>({ kind: 'answered', people: 'everybody' }),
    fc
      .constantFrom<LifeState>('open', 'pending', 'on_hold', 'solved')
      .map((to): SlaHappening => ({ kind: 'state', state: to })),
    fc
      .constantFrom<Partial<SlaSubject>>(
        { priority: 'urgent' },
        { priority: 'low' },
        { teamId: 'night' },
      )
      .map((subject): SlaHappening => ({ kind: 'changed', subject })),
  );
  const story = fc
    .array(fc.tuple(fc.integer({ min: 0, max: 600 }), happening), { maxLength: 25 })
    .map((parts): readonly SlaFact[] => [
      { id: 'a', atMs: at(0), kind: 'opened', subject: SUBJECT },
      ...parts.map(([minute, one], index): SlaFact => ({
        ...one,
        id: `b${String(index).padStart(3, '0')}`,
        atMs: at(minute),
      })),
    ]);
  const RUNS = { seed: 20261125, numRuns: 300 };

  test('they make the same clocks, also when some arrive twice', () => {
    fc.assert(
      fc.property(
        story.chain((facts) =>
          fc.tuple(
            fc.constant(facts),
            fc.shuffledSubarray([...facts, ...facts.slice(0, 3)], {
              minLength: facts.length + Math.min(3, facts.length),
            }),
          ),
        ),
        ([facts, shuffled]) => {
          expect(clocksOf(shuffled, all)).toEqual(clocksOf(facts, all));
        },
      ),
      RUNS,
    );
  });

  test('the sum at the due instant is the target, and a breach is after it', () => {
    fc.assert(
      fc.property(story, (facts) => {
        for (const clock of clocksOf(facts, all)) {
          const { dueAtMs, endedAtMs, targetMs, breachedAtMs } = clock;
          if (dueAtMs !== null && (endedAtMs === null || dueAtMs <= endedAtMs)) {
            expect(readClock(clock, dueAtMs).elapsedMs).toBe(targetMs);
          }
          if (breachedAtMs !== null && endedAtMs !== null) {
            expect(breachedAtMs).toBeLessThan(endedAtMs);
          }
        }
      }),
      RUNS,
    );
  });

  test('segments leave no hole', () => {
    fc.assert(
      fc.property(story, (facts) => {
        for (const { segments, startedAtMs, endedAtMs } of clocksOf(facts, all)) {
          expect(segments[0]?.fromMs).toBe(startedAtMs);
          expect(segments.at(-1)?.toMs).toBe(endedAtMs ?? Infinity);
          segments
            .slice(1)
            .forEach(({ fromMs }, index) => expect(segments[index]?.toMs).toBe(fromMs));
        }
      }),
      RUNS,
    );
  });
});
