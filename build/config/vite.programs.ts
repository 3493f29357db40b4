/** How the three programs outside the page are bundled: one CommonJS file each, for Node 18. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { InlineConfig } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A program outside the page, by the folder of its sources. */
export const PROGRAMS = ['main', 'preload', 'service'] as const;
export type Program = (typeof PROGRAMS)[number];

/**
 * Returns Vite's configuration of one program. Everything is bundled but Electron and better-sqlite3,
 * which has a binary part. Node 18 is what the oldest supported Electron carries.
 */
export function programConfig(program: Program, distFolder = join(root, 'dist')): InlineConfig {
  return {
    configFile: false,
    root,
    logLevel: 'warn',
    publicDir: false,
    ssr: { noExternal: true, external: ['electron', 'better-sqlite3'] },
    build: {
      ssr: join(root, 'electron', program, 'index.ts'),
      outDir: join(distFolder, program),
      emptyOutDir: true,
      target: 'node18',
      sourcemap: true,
      minify: false,
      rolldownOptions: {
        output: { format: 'cjs', strict: true, entryFileNames: 'index.cjs', codeSplitting: false },
      },
    },
  };
}
