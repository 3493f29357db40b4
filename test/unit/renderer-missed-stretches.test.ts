import { describe, expect, it } from 'vitest';
import { missedStretches } from '../../renderer/features/position/missed-stretches.ts';

const gap = (more: Partial<Parameters<typeof missedStretches>[0][number]>) => ({
  accountId: 'a',
  source: 'comments' as const,
  reason: 'offline' as const,
  filled: false,
  fromMs: 0,
  toMs: 10,
  ...more,
});

describe('what the coverage bar shows', () => {
  it('one outage that all sources met is one stretch', () => {
    const gaps = [gap({}), gap({ source: 'posts', fromMs: 2, toMs: 12 }), gap({ source: 'ads' })];
    expect(missedStretches(gaps)).toEqual([
      { ...gap({ toMs: 12 }), sources: ['comments', 'ads', 'posts'] },
    ]);
  });

  it('accounts, and what was read later, stay apart', () => {
    const gaps = [gap({}), gap({ accountId: 'b' }), gap({ filled: true })];
    expect(missedStretches(gaps).length).toBe(3);
  });

  it('two outages with something read between them are two stretches, oldest first', () => {
    const gaps = [gap({ fromMs: 20, toMs: 30 }), gap({})];
    expect(missedStretches(gaps).map(({ fromMs }) => fromMs)).toEqual([0, 20]);
  });
});
