/** The test suites: one project per folder of test/. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

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
    projects: [
      plain('unit'),
      plain('store'),
      plain('connectors'),
      {
        extends: true,
        test: {
          name: 'model',
          include: ['test/model/**/*.test.ts'],
          // A history takes a second; a failing one, played alone, is cut down.
          testTimeout: 15 * 60_000,
          maxWorkers: '100%',
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: ['test/support/e2e-setup.ts'],
          // One window at a time: they share the screen and its keyboard.
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
