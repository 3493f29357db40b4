import { setTimeout as sleep } from 'node:timers/promises';

/** Waits so many milliseconds, or until `signal` aborts. */
export type Wait = (ms: number, signal: AbortSignal) => Promise<void>;

/**
 * Waits on the machine's own clock: a platform's patience is not a matter of the workspace's. The
 * process lives on meanwhile: for a command, the pause between two calls may be all there is to do.
 */
export const machineWait: Wait = async (ms, signal) => {
  try {
    await sleep(ms, undefined, { signal });
  } catch {
    // Told to stop; whoever waited looks at the signal.
  }
};
