import { spawn } from 'node:child_process';
import type { Stage } from './prepare.ts';

/** The application while it runs. */
export interface OpenApp {
  /** Its exit code, once it has ended. */
  readonly ended: Promise<number>;
  readonly close: () => void;
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Opens the application; signals to this process reach it too. `extraEnv` is for development. */
export function openApp(
  stage: Stage,
  args: readonly string[],
  extraEnv: Readonly<Record<string, string>> = {},
): OpenApp {
  const child = spawn(stage.runtime.executable, [...stage.args, ...args], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...stage.env, ...extraEnv },
  });
  const pass = (signal: NodeJS.Signals): void => void child.kill(signal);
  for (const signal of signals) process.on(signal, pass);
  const ended = new Promise<number>((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  }).finally(() => {
    for (const signal of signals) process.off(signal, pass);
  });
  return { ended, close: () => void child.kill() };
}
