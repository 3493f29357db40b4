import { say } from './runtime/output.ts';
import { SetupError } from './runtime/types.ts';

/**
 * Runs a command to its exit code. Trouble that a person can do something about is told in its own
 * words and ends with 1; anything else is a bug of ours and keeps its stack.
 */
export async function guard(command: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await command();
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    say(error.message);
    process.exitCode = 1;
  }
}
