import { expect, it } from 'vitest';
import { needsAnswer } from '../../shared/domain/triage/triage.ts';
import { stepsIn } from '../support/model/run.ts';
import { TEXTS, wantOf } from '../support/model/texts.ts';

const texts = Object.values(TEXTS).flat();

it.each(texts)('says of “%s” what was meant when it was written', (text) => {
  const want = wantOf(text);
  const needs = (byStarter: boolean, afterAnswer: boolean): boolean =>
    needsAnswer({ text, byStarter, afterAnswer }).needs;
  expect({
    first: needs(true, false),
    later: needs(true, true),
    third: needs(false, false),
    thirdLater: needs(false, true),
  }).toEqual({
    first: true,
    later: want !== 'closes',
    third: want === 'asks',
    thirdLater: want === 'asks',
  });
});

it('plays histories of two thousand steps', () => {
  expect(stepsIn(1)).toBeGreaterThanOrEqual(2_000);
});
