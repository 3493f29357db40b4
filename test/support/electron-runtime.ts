/** The Electron that tests with a window run on: found, or fetched, as `npm start` does it. */
import { appFolder, prepareStage, type Stage } from '../../build/scripts/runtime/prepare.ts';
import type { LaunchStage } from './launch-on.ts';

export { appFolder, prepareStage, type Stage };

declare module 'vitest' {
  interface ProvidedContext {
    /** How to start the application, made ready once for the whole suite: a screen for each worker. */
    readonly stages: readonly LaunchStage[];
  }
}
