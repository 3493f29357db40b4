import { expect, test } from 'vitest';
import { tally } from '../../build/scripts/checks/run.ts';

const file = (status: string, ...tests: readonly string[]) => ({
  status,
  assertionResults: tests.map((outcome) => ({ status: outcome })),
});
const report = (passed: number, failed: number, ...testResults: ReturnType<typeof file>[]) => ({
  numPassedTests: passed,
  numFailedTests: failed,
  testResults,
});

test.each([
  ['tests are counted one by one', report(3, 1, file('failed', 'failed')), false, 3, 1],
  ['a suite that wrote no report is one failure', undefined, false, 0, 1],
  ['a suite without tests is one failure', report(0, 0), true, 0, 1],
  ['a file that does not load is one failure', report(2, 0, file('failed')), false, 2, 1],
  [
    'a file whose hook throws is one failure',
    report(2, 0, file('failed', 'skipped', 'skipped')),
    false,
    2,
    1,
  ],
  ['an error outside every test is one failure', report(2, 0, file('passed')), false, 2, 1],
  ['a suite that passes has no failure', report(2, 0, file('passed', 'passed')), true, 2, 0],
] as const)('%s', (_rule, input, succeeded, passed, failed) => {
  expect(tally(input, succeeded)).toEqual({ passed, failed });
});
