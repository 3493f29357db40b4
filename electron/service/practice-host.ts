import { join } from 'node:path';
import type { Clock } from './ports/clock.ts';
import { DEMO_SEED, startPracticePage, type PracticePage } from './practice/index.ts';
import type { PracticeHost } from './usecases/practice.ts';

/** Returns the practice page of a workspace: what is done to it stays in the workspace's folder. */
export function practiceHost(profileDir: string, clock: Clock): PracticeHost {
  let running: Promise<PracticePage> | null = null;
  return {
    start: (port) => {
      running ??= startPracticePage({
        port,
        world: { kind: 'seed', seed: DEMO_SEED },
        clock,
        journalFile: join(profileDir, 'practice', 'journal.jsonl'),
      });
      const starting = running;
      starting.catch(() => {
        running = null;
      });
      return starting;
    },
    close: async () => {
      const page = await running?.catch(() => null);
      running = null;
      await page?.close();
    },
  };
}
