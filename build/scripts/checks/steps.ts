/** What `npm test` consists of, in order. */

/** A step that passes or fails as a whole: a script below the checkout, run by Node. */
export interface Check {
  readonly name: string;
  readonly command: readonly string[];
}

const tool = (path: string, ...args: readonly string[]): readonly string[] => [
  `node_modules/${path}`,
  ...args,
];

export const CHECKS: readonly Check[] = [
  {
    name: 'format',
    command: tool('prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'),
  },
  {
    name: 'lint',
    command: tool('oxlint/bin/oxlint', '--config', 'build/config/oxlint.json', '--deny-warnings'),
  },
  { name: 'types', command: ['build/scripts/typecheck.ts'] },
  {
    name: 'layers',
    command: tool(
      'dependency-cruiser/bin/dependency-cruiser.mjs',
      '--config',
      'build/config/layers.cjs',
      'electron',
      'renderer',
      'shared',
      'test',
      'build',
    ),
  },
  { name: 'sizes', command: ['build/scripts/checks/sizes.ts'] },
  { name: 'build', command: ['build/scripts/build.ts'] },
];

/** The suites: the projects of build/config/vitest.config.ts. */
export const SUITES: readonly string[] = ['unit', 'store', 'connectors', 'model', 'e2e'];
