import type { TestProject } from 'vitest/node';
import { ensureBuilt } from '../../build/scripts/bundle/bundle.ts';
import { appFolder, prepareStage } from './electron-runtime.ts';

/** Runs once before the tests with a window: bundles, Electron, libraries and a screen. */
export async function setup(project: TestProject): Promise<() => void> {
  await ensureBuilt(appFolder);
  const { runtime, args, env, close } = await prepareStage();
  project.provide('stage', { executable: runtime.executable, args, env });
  return close;
}
