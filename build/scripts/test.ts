/**
 * `npm test [-- STEP …]`: every check and every suite, whatever happened to the one before; closes
 * with one line `N passed, N failed` and exits 1 when anything failed, 2 on an unknown step.
 */
import { runCheck, runSuite, type Tally } from './checks/run.ts';
import { CHECKS, SUITES } from './checks/steps.ts';

const steps: readonly { readonly name: string; readonly run: () => Tally }[] = [
  ...CHECKS.map((check) => ({ name: check.name, run: () => runCheck(check) })),
  ...SUITES.map((name) => ({ name, run: () => runSuite(name) })),
];

const wanted = process.argv.slice(2);
const known = steps.map(({ name }) => name);
const unknown = wanted.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  console.error(`No such step: ${unknown.join(', ')}. There are: ${known.join(', ')}.`);
  process.exit(2);
}

const chosen = steps.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
const results = chosen.map(({ name, run }) => {
  console.log(`\n=== ${name}`);
  const counted = run();
  if (counted.failed > 0) console.log(`--- ${name}: ${counted.failed} failed`);
  return counted;
});

const passed = results.reduce((sum, result) => sum + result.passed, 0);
const failed = results.reduce((sum, result) => sum + result.failed, 0);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
