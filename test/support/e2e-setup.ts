import type { TestProject } from 'vitest/node';
import { ensureBuilt } from '../../build/scripts/bundle/bundle.ts';
import { appFolder, prepareStage, type Stage } from './electron-runtime.ts';

/** Runs once before the tests with a window: bundles, Electron, libraries, and a screen for each worker. */
export async function setup(project: TestProject): Promise<() => void> {
  await ensureBuilt(appFolder);
  const stages: Stage[] = [];
  for (let worker = 0; worker < project.config.maxWorkers; worker += 1) {
    // One after the other: the first installs what is missing.
    stages.push(await prepareStage());
  }
  project.provide(
    'stages',
    stages.map(({ runtime, args, env }) => ({ executable: runtime.executable, args, env })),
  );
  return () => stages.forEach(({ close }) => close());
}
