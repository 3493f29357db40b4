/** The test suites: one project per folder of test/. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { hasScreen } from '../scripts/runtime/display.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Suites that need nothing but Node. */
const plain = (name: string) => ({
  extends: true as const,
  test: { name, include: [`test/${name}/**/*.test.{ts,tsx}`], testTimeout: 30_000 },
});

export default defineConfig({
  root,
  test: {
    watch: false,
    environment: 'node',
    reporters: ['default'],
    maxWorkers: '100%',
    projects: [
      plain('unit'),
      plain('store'),
      {
        extends: true,
        test: {
          name: 'connectors',
          include: ['test/connectors/**/*.test.ts'],
          globalSetup: ['test/support/mail-servers/setup.ts'],
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'model',
          include: ['test/model/**/*.test.ts'],
          // A history takes a second; a failing one, played alone, is cut down.
          testTimeout: 15 * 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: ['test/support/e2e-setup.ts', 'test/support/mail-servers/setup.ts'],
          // A person's screen and keyboard serve one window at a time; virtual ones are one for each.
          maxWorkers: hasScreen() ? 1 : 2,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
