/** Everything that must be there before a window can open, in one call. */
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureDisplay } from './display.ts';
import { ensureLibraries } from './libraries.ts';
import { say } from './output.ts';
import { ensureRuntime } from './resolve.ts';
import type { Runtime } from './types.ts';

/** The folder of this checkout: Electron opens it as the application. */
export const appFolder = resolve(fileURLToPath(new URL('../../..', import.meta.url)));

/** How to start the application here. */
export interface Stage {
  readonly runtime: Runtime;
  /** What goes before the application's own arguments: Chromium's switches, then the folder. */
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly close: () => void;
}

/**
 * Chromium refuses its sandbox to root. Containers of tests run as root; the product never does, and
 * never gets this switch.
 */
function rootSwitches(): readonly string[] {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return [];
  say('Running as root: Chromium runs without its sandbox (this is for tests only).');
  return ['--no-sandbox'];
}

/**
 * Returns how to start the application, after fetching Electron, installing missing libraries and
 * opening a virtual screen where needed. Throws a {@link SetupError} that says what is left to do.
 */
export async function prepareStage(): Promise<Stage> {
  const runtime = await ensureRuntime();
  ensureLibraries(runtime.executable);
  const display = await ensureDisplay();
  return {
    runtime,
    args: [...rootSwitches(), ...display.switches, appFolder],
    env: { ...display.env, RISCONTRO_NODE: process.execPath },
    close: display.close,
  };
}
