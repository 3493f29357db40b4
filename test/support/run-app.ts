import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appFolder } from '../../build/scripts/runtime/prepare.ts';
import { ownStage } from './own-stage.ts';

/** How a run of the application ended. */
export interface FinishedRun {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Starts the application without driving it, and waits until it ends by itself. */
export async function runUntilExit(args: readonly string[]): Promise<FinishedRun> {
  const stage = ownStage();
  const child = spawn(stage.executable, [...stage.args, ...args], {
    cwd: appFolder,
    env: { ...process.env, ...stage.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      said[name] += text;
    });
  }
  await once(child, 'close');
  return { code: child.exitCode, ...said };
}
