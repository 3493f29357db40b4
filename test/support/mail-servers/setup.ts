import type { TestProject } from 'vitest/node';
import { ensureMailPackages } from '../../../build/scripts/runtime/mail-packages.ts';
import { SetupError } from '../../../build/scripts/runtime/types.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** What is left to do before mail servers can be started; null: nothing. */
    readonly mailServersMissing: string | null;
  }
}

/** Runs once before the tests of the connectors: those that need no mail server run in any case. */
export function setup(project: TestProject): void {
  project.provide('mailServersMissing', missing());
}

function missing(): string | null {
  try {
    ensureMailPackages();
    return null;
  } catch (failure) {
    if (failure instanceof SetupError) return failure.message;
    throw failure;
  }
}
