import { launchOn, type LaunchedApp, type LaunchOptions } from './launch-on.ts';
import { ownStage } from './own-stage.ts';

export type { LaunchedApp, LaunchOptions } from './launch-on.ts';

/** Opens the application in a test with a window; the suite's set-up has made everything ready. */
export const launchApp = (options: LaunchOptions = {}): Promise<LaunchedApp> =>
  launchOn(ownStage(), options);
