/** How the programs outside the page are bundled: one CommonJS file each, for Node 18. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { InlineConfig } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The programs outside the page, and what each begins with; `parser` is a thread of the service. */
const ENTRIES = {
  main: 'electron/main/index.ts',
  preload: 'electron/preload/index.ts',
  service: 'electron/service/index.ts',
  parser: 'electron/service/connectors/email/parse/parse-thread.ts',
} as const;
export type Program = keyof typeof ENTRIES;
export const PROGRAMS = Object.keys(ENTRIES) as readonly Program[];

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
      ssr: join(root, ENTRIES[program]),
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
