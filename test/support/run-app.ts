import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { inject } from 'vitest';
import { appFolder } from '../../build/scripts/runtime/prepare.ts';

/** Starts the application without driving it, and waits until it ends by itself. */
export async function runUntilExit(
  args: readonly string[],
): Promise<{ readonly code: number | null; readonly stdout: string }> {
  const stage = inject('stage');
  const child = spawn(stage.executable, [...stage.args, ...args], {
    cwd: appFolder,
    env: { ...process.env, ...stage.env },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let stdout = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  await once(child, 'close');
  return { code: child.exitCode, stdout };
}
