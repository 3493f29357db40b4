/**
 * `npm run -s cases -- FILE …`: runs files of business-time cases and of stories (the formats of
 * test/support/fixtures/sla), tells each failure with what was expected and got, and closes with
 * `N passed, N failed`. Exit code 1 when anything failed. Without a file: our own fixtures.
 */
import { fileURLToPath } from 'node:url';
import type { Outcome } from './outcome.ts';
import { runFile } from './read.ts';

const OWN = ['calendar-cases.json', 'peer-scenarios.json'].map((name) =>
  fileURLToPath(new URL(`../fixtures/sla/${name}`, import.meta.url)),
);

const given = process.argv.slice(2);
const outcomes = (given.length === 0 ? OWN : given).flatMap(runFile);
for (const outcome of outcomes) tell(outcome);
const failures = outcomes.filter(({ failure }) => failure !== null).length;
console.log(`${outcomes.length - failures} passed, ${failures} failed`);
process.exitCode = failures > 0 ? 1 : 0;

function tell({ name, failure }: Outcome): void {
  if (failure === null) return;
  console.log(`FAIL ${name}`);
  if ('malformed' in failure) {
    console.log(`  malformed: ${failure.malformed}`);
    return;
  }
  console.log(`  expected: ${JSON.stringify(failure.expected)}`);
  console.log(`  got:      ${JSON.stringify(failure.got)}`);
}
