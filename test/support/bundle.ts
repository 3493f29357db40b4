import { mkdirSync, mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A program in one file. */
export interface BundledProgram {
  readonly file: string;
  readonly folder: string;
}

/**
 * Bundles a program of the tests that is started again and again, as the product is bundled: one file
 * starts in a third of the time of a hundred and fifty. Returns the file; its folder is the caller's
 * to remove. It lies below the dependencies, where better-sqlite3 is found, or in `parent`.
 */
export async function bundleProgram(
  entry: string,
  parent = join(root, 'node_modules', '.cache'),
): Promise<BundledProgram> {
  mkdirSync(parent, { recursive: true });
  const folder = mkdtempSync(join(parent, 'test-program-'));
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    publicDir: false,
    ssr: { noExternal: true, external: ['better-sqlite3'] },
    build: {
      ssr: entry,
      outDir: folder,
      target: 'node24',
      minify: false,
      rolldownOptions: {
        output: { format: 'es', entryFileNames: 'program.mjs', codeSplitting: false },
      },
    },
  });
  return { folder, file: join(folder, 'program.mjs') };
}
