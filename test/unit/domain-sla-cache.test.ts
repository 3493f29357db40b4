import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { timelineOf } from '../../shared/domain/conversation/timeline.ts';
import { deriveObligations } from '../../shared/domain/obligation/derive.ts';
import { clocksOfEvents } from '../../shared/domain/sla/clocks/timeline-facts.ts';
import { compileRules } from '../../shared/domain/sla/rules.ts';
import { threadFacts } from '../support/thread-facts.ts';

const rules = compileRules([], []);
type Facts = ReturnType<typeof threadFacts>;
type Step = (facts: Facts, minute: number, id: string) => unknown;

const STEPS: readonly Step[] = [
  (facts, minute, id) => facts.luisa(minute, id),
  (facts, minute, id) => facts.marco(minute, id),
  (facts, minute, id) => facts.brand(minute, id),
  (facts, minute, id) => facts.brand(minute, id, { source: 'automation' }),
  (facts, minute) => facts.add(minute, 'conversation.closed', {}),
  (facts, minute) => facts.add(minute, 'conversation.reopened', {}),
  (facts, minute) => facts.add(minute, 'conversation.no_answer_needed', {}),
  (facts, minute) =>
    facts.add(minute, 'conversation.handed_over', { teamId: 'communication', note: null }),
];

test('what is stored of an obligation is what its clock says', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 1, max: 900 }), fc.nat(STEPS.length - 1)), {
        maxLength: 20,
      }),
      (steps) => {
        const facts = threadFacts();
        steps
          .toSorted(([a], [b]) => a - b)
          .forEach(([minute, step], index) => STEPS[step]?.(facts, minute, `m${index}`));
        const { obligations } = deriveObligations(timelineOf(facts.events), rules);
        const clocks = clocksOfEvents(facts.events, rules).map(
          ({ metric, id, startedAtMs, endedAtMs, ending, dueAtMs }) => ({
            metric,
            id,
            startedAtMs,
            endedAtMs,
            ending,
            dueAtMs,
          }),
        );
        expect(clocks).toEqual(
          obligations.map(({ metric, id, startedAtMs, endedAtMs, ending, dueAtMs }) => ({
            metric,
            id,
            startedAtMs,
            endedAtMs,
            ending,
            dueAtMs,
          })),
        );
      },
    ),
    { seed: 20261125, numRuns: 400 },
  );
});
