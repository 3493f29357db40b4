import { appFolder, prepareStage, type Stage } from '../../build/scripts/runtime/prepare.ts';

export { appFolder, prepareStage };
export type { Stage };

declare module 'vitest' {
  interface ProvidedContext {
    /** How to start the application, made ready once for the whole suite. */
    readonly stage: Pick<Stage, 'args' | 'env'> & { readonly executable: string };
  }
}
