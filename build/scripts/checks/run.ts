import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { appFolder } from '../runtime/prepare.ts';
import type { Check } from './steps.ts';

/** How many tests passed and failed; a check counts as one. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
}

/** A run that hangs must end one day, and count as failed. */
const patienceMs = 40 * 60 * 1000;

function succeeds(command: readonly string[]): boolean {
  const run = spawnSync(process.execPath, command, {
    cwd: appFolder,
    stdio: ['ignore', 'inherit', 'inherit'],
    timeout: patienceMs,
  });
  return run.status === 0;
}

/** Runs a check and returns one passed or one failed. */
export function runCheck(check: Check): Tally {
  return succeeds(check.command) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** The parts of vitest's report that are counted. */
interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}

/** Files that failed without a failed test in them: they did not load, or a hook of theirs threw. */
const brokenFiles = ({ testResults }: Report): number =>
  testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  ).length;

/**
 * Returns the count of a suite from its report. A file that broke outside its tests is one failure; so
 * is a run that failed in no file or test (an error that nobody caught) and a suite without a test.
 */
export function tally(report: Report | undefined, succeeded: boolean): Tally {
  if (report === undefined) return { passed: 0, failed: 1 };
  const passed = report.numPassedTests;
  const failed = report.numFailedTests + brokenFiles(report);
  const isSilentFailure = failed === 0 && (!succeeded || passed === 0);
  return { passed, failed: isSilentFailure ? 1 : failed };
}

function readReport(file: string): Report | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Report;
  } catch {
    return undefined;
  }
}

/** Runs a suite and returns the count of its tests. */
export function runSuite(name: string): Tally {
  const folder = mkdtempSync(join(tmpdir(), 'riscontro-report-'));
  const file = join(folder, `${name}.json`);
  const succeeded = succeeds([
    'node_modules/vitest/vitest.mjs',
    'run',
    '--config=build/config/vitest.config.ts',
    `--project=${name}`,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  const counted = tally(readReport(file), succeeded);
  rmSync(folder, { recursive: true });
  return counted;
}
