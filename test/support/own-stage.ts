import { inject } from 'vitest';
import type { LaunchStage } from './launch-on.ts';

/** Returns the stage of this worker: two windows never share a screen and its keyboard. */
export function ownStage(): LaunchStage {
  const stages = inject('stages');
  const worker = Number(process.env['VITEST_POOL_ID'] ?? 1) - 1;
  const stage = stages[worker % stages.length];
  if (stage === undefined) throw new Error('No stage was made ready for tests with a window.');
  return stage;
}
