import { describe, expect, test } from 'vitest';
import type { ExplanationView } from '../../shared/contract/schemas.ts';
import { barOf, stepsOf } from '../../renderer/features/details/why-steps.ts';

const at = (text: string): number => Date.parse(`2026-11-${text}:00Z`);

/** Arrived on Friday at 16:26 with four hours to go; the weekend lies between. */
const explanation: ExplanationView = {
  obligationId: 'm1',
  metric: 'first_response',
  policyName: 'Social standard',
  targetMs: 4 * 3_600_000,
  clock: 'business',
  startedAtMs: at('20T16:26'),
  dueAtMs: at('23T11:26'),
  endedAtMs: null,
  ending: null,
  elapsedMs: 0,
  intervals: [
    { kind: 'counted', fromMs: at('20T16:26'), toMs: at('20T17:00'), label: null },
    { kind: 'closed', fromMs: at('20T17:00'), toMs: at('21T00:00'), label: null },
    { kind: 'holiday', fromMs: at('21T00:00'), toMs: at('22T00:00'), label: 'Patrono' },
    { kind: 'closed', fromMs: at('22T00:00'), toMs: at('23T08:00'), label: null },
    { kind: 'counted', fromMs: at('23T08:00'), toMs: at('23T11:26'), label: null },
  ],
};
const kinds = (nowMs: number, change: Partial<ExplanationView> = {}): readonly string[] =>
  stepsOf({ ...explanation, ...change }, nowMs).map((step) => step.type);

describe('why this deadline', () => {
  test('an open one goes from the request over each stop to now and the deadline', () => {
    expect(kinds(at('23T10:48'))).toEqual(['received', 'stops', 'resumes', 'now', 'due']);
  });

  test('now stands where it is: within a stop, and after the deadline', () => {
    expect(kinds(at('21T12:00'))).toEqual(['received', 'stops', 'now', 'resumes', 'due']);
    expect(kinds(at('23T15:00'))).toEqual(['received', 'stops', 'resumes', 'due', 'now']);
  });

  test('an answered one ends with the answer, not with now', () => {
    expect(kinds(at('24T10:00'), { endedAtMs: at('23T09:00'), ending: 'answered' })).toEqual([
      'received',
      'stops',
      'resumes',
      'answered',
      'due',
    ]);
  });

  test('many stops are folded to the first and the last', () => {
    const day = 86_400_000;
    const intervals = Array.from({ length: 9 }, (_, index) => ({
      kind: 'closed' as const,
      fromMs: at('01T17:00') + index * day,
      toMs: at('01T17:00') + index * day + day / 2,
      label: null,
    }));
    const many = { intervals, startedAtMs: at('01T16:00'), dueAtMs: at('11T11:00') };
    const steps = stepsOf({ ...explanation, ...many }, at('11T10:00'));
    expect(steps.flatMap((step) => (step.type === 'skipped' ? [step.count] : []))).toEqual([7]);
    expect(steps.length).toBeLessThan(10);
  });

  test('the bar’s running parts are as long as the time they stand for', () => {
    const parts = barOf(explanation, at('23T10:48'));
    const sum = (look: string): number =>
      parts.filter((part) => part.look === look).reduce((total, part) => total + part.weight, 0);
    expect(sum('run') / 60_000).toBe(34 + 168);
    expect(sum('left') / 60_000).toBe(38);
    expect(sum('off')).toBeGreaterThan(0);
  });
});
