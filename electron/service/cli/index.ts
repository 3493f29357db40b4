import { CommanderError } from 'commander';
import { appError, AppFailure } from '../../../shared/kernel/app-error.ts';
import { EXIT, printError } from './output.ts';
import { createProgram } from './program.ts';

// Whoever reads us may stop reading (`| head`): that is no failure.
process.stdout.on('error', () => process.exit());

/** Runs one command of the process's arguments; the exit code says how it ended. */
try {
  await createProgram().parseAsync(process.argv);
} catch (cause) {
  process.exitCode = codeFor(cause);
}

function codeFor(cause: unknown): number {
  // Commander has said on stderr what was wrong, or on stdout what was asked for (--help).
  if (cause instanceof CommanderError) return cause.exitCode === 0 ? EXIT.done : EXIT.badUsage;
  if (cause instanceof AppFailure) {
    printError(cause.error);
    return EXIT.failed;
  }
  printError(appError('internal', { name: cause instanceof Error ? cause.name : 'unknown' }));
  process.stderr.write(
    `${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}\n`,
  );
  return EXIT.failed;
}
