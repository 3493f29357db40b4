/** The Electron that tests with a window run on: found, or fetched, as `npm start` does it. */
import { appFolder, prepareStage } from '../../build/scripts/runtime/prepare.ts';
import type { LaunchStage } from './launch-on.ts';

export { appFolder, prepareStage };

declare module 'vitest' {
  interface ProvidedContext {
    /** How to start the application, made ready once for the whole suite. */
    readonly stage: LaunchStage;
  }
}
